package org.jingzhun.funding.disbursement;

/** Why a payment fell out of its disbursement, or a claim was rejected. */
public enum Refusal {

    /** The purpose is on the negative list (负面清单). */
    NEGATIVE_LIST,

    /** No event ever told of the household. */
    HOUSEHOLD_UNKNOWN,

    /** Everybody has died or left. */
    NOBODY_LEFT,

    /** Wrongly included and removed (错评剔除). */
    HOUSEHOLD_REMOVED,

    /** Out of poverty, and the benefit does not go on so long (已脱贫). */
    HOUSEHOLD_EXITED,

    /** The person has died. */
    PERSON_DEAD,

    /** The person has left the household. */
    PERSON_LEFT
}
