package org.jingzhun.pairing.social;

/** Kinds of needs and offers (求助、援助类别). Amounts are yuan for MONEY, else pieces or places. */
public enum HelpKind {
    MONEY,
    /** Daily goods (生活用品). */
    GOODS,
    EDUCATION,
    MEDICAL,
    HOUSING,
    /** Projects of enterprises (产业项目). */
    INDUSTRY,
    JOB,
    TRAINING
}
