package org.jingzhun.funding.fund.rule;

/** Kinds of funds (基金类别): the five of Neijiang, the village mutual-aid fund, the collective's start-up money. */
public enum FundKind {
    /** 教育扶贫救助基金. */
    EDUCATION_AID,
    /** 卫生扶贫救助基金. */
    MEDICAL_AID,
    /** 扶贫小额信贷分险基金. */
    CREDIT_RISK_SHARING,
    /** 产业扶持基金. */
    INDUSTRY_SUPPORT,
    /** 特殊帮扶基金. */
    SPECIAL_HELP,
    /** 贫困村互助资金. */
    MUTUAL_AID,
    /** 村集体经济启动资金. */
    COLLECTIVE_STARTUP
}
