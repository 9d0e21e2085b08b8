package org.jingzhun.pairing.helpplan;

/** Where a help plan stands. */
public enum PlanState {
    DRAFT,
    /** Once up (一上). */
    PROPOSED,
    /** Once down, with remarks (一下). */
    RETURNED,
    /** Twice up (二上). */
    REPROPOSED,
    /** The township agrees. */
    CHECKED,
    /** Twice down: it holds (二下). */
    APPROVED,
    CLOSED
}
