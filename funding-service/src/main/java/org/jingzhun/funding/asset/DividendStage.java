package org.jingzhun.funding.asset;

/** How far a distribution of income has come. */
public enum DividendStage {
    PLANNED,

    /** Checked by a second person of the finance office. */
    REVIEWED,

    /** Announced; objections may come (公示). */
    NOTICED,

    /** Decided by the county; the operator's money is booked. */
    APPROVED,

    /** The collectives have theirs, the households' is on its way through the bank. */
    PAYING,

    /** The holders have their money. */
    PAID,

    /** Given up, or taken back before it was paid. */
    CANCELLED
}
