package org.jingzhun.funding.claim;

/** How far a bank's claim has come. */
public enum ClaimStage {

    /** Computed and handed in. */
    CLAIMED,

    /** Checked against contracts, schedules and evidence. */
    CHECKED,

    /** Decided by the county. */
    APPROVED,

    /** Handed over to be paid through a batch; the bank has not answered. */
    PAYING,

    /** Paid and booked. */
    PAID,

    /** Refused; the same may be claimed again. */
    REJECTED
}
