package org.jingzhun.funding.donation;

/** How far a donation has come. */
public enum DonationStage {
    RECORDED,

    /** Confirmed, booked, and a receipt was written. */
    RECEIPTED,

    /** The donor was told what became of it. */
    REPORTED,

    /** Went back to the donor. */
    RETURNED,

    /** Never came. */
    DROPPED
}
