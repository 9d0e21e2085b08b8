package org.jingzhun.funding.loan;

/** What a check of a loan's use found (贷款使用检查). */
public enum UseFinding {
    PROPER,

    /** A company uses the money (户贷企用): no interest is subsidised any more. */
    ENTERPRISE_USE,

    /** Used for something else than agreed: no interest is subsidised any more. */
    OTHER_MISUSE
}
