package org.jingzhun.funding.fund;

/** How far a grant or loan out of a fund has come. */
public enum AidStage {
    APPLIED,

    /** The township has seen the papers and the need. */
    VERIFIED,

    /** Checked by the finance office. */
    REVIEWED,

    /** Decided by the county. */
    APPROVED,

    /** On its way through the bank. */
    PAYING,

    /** Arrived; a loan is in use. */
    PAID,

    /** A loan was paid back whole. */
    SETTLED,

    /** A loan was given up. */
    WRITTEN_OFF,

    REJECTED
}
