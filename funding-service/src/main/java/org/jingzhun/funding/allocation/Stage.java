package org.jingzhun.funding.allocation;

/** How far an allocation plan has come. */
public enum Stage {

    /** Parameters may still change; there are no shares. */
    DRAFT,

    /** Inputs are frozen and divided; the shares wait for review. */
    COMPUTED,

    /** Checked by a second person of the finance office. */
    REVIEWED,

    /** Decided by the county; the money is booked to the villages. */
    APPROVED,

    /** Announced (公告公示). */
    PUBLISHED,

    /** Taken back; the money is with the county again. */
    WITHDRAWN
}
