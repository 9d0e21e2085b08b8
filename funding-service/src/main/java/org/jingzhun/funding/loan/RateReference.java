package org.jingzhun.funding.loan;

/** What a rate is capped by. */
public enum RateReference {

    /** Benchmark lending rate of the central bank (贷款基准利率). */
    BENCHMARK,

    /** Loan prime rate (贷款市场报价利率). */
    LPR,

    /** Nothing. */
    NONE
}
