package org.jingzhun.funding.claim;

/** What a bank claims. */
public enum ClaimKind {

    /** Interest that the state pays for the borrower (贴息). */
    SUBSIDY,

    /** The pool's part of a loss (风险补偿). */
    COMPENSATION
}
