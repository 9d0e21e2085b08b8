package org.jingzhun.funding.disbursement;

/** What a payment is for. */
public enum PayableKind {

    /** A claim of a household (补助): the benefit is a code of its own. */
    BENEFIT,

    /** 资产收益分红. */
    DIVIDEND,

    /** 基金救助. */
    FUND_GRANT,

    /** 基金借款. */
    FUND_LOAN,

    /** Of a bank, for a quarter's loans (贷款贴息); no household. */
    LOAN_SUBSIDY,

    /** 捐赠救助. */
    DONATION_AID,

    /** Whoever builds a project (项目进度款); no household. */
    PROJECT
}
