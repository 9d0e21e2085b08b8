package org.jingzhun.funding.asset;

/** How far an assignment of shares has come. */
public enum AssignmentStage {

    /** Lines may still be imported. */
    PLANNED,

    /** Checked by a second person of the finance office. */
    REVIEWED,

    /** Decided by the county: the shares are held. */
    EFFECTIVE,

    /** Given up before it took effect. */
    DROPPED
}
