package org.jingzhun.funding.loan;

/** What stands behind a loan beside the borrower (担保方式). */
public enum Security {
    NONE,
    GUARANTEE,

    /** Land-contract right, forest right, homestead right, large machinery (抵押). */
    COLLATERAL
}
