package org.jingzhun.funding.loan;

/** What a loan is for (贷款用途). Which are allowed stands in the product; some are listed only to be refused. */
public enum LoanUse {
    PLANTING,
    BREEDING,
    PROCESSING,
    TRADE,
    TOURISM,
    E_COMMERCE,
    OTHER_PRODUCTION,
    EDUCATION,

    /** The household borrows, a company spends (户贷企用). */
    ENTERPRISE,

    /** To become a shareholder for a dividend (入股分红). */
    SHARES,

    /** To lend it on (转贷). */
    ON_LENDING,
    WEDDING,
    HOUSING,
    WEALTH_PRODUCT,
    HOUSEHOLD_GOODS
}
