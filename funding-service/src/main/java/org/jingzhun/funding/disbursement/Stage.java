package org.jingzhun.funding.disbursement;

/** How far a disbursement has come. */
public enum Stage {

    /** It says what is to be paid; nothing has been checked. */
    DRAFT,

    /** Held against the negative list and the rules of who may receive; what they refuse has fallen out. */
    CHECKED,

    /** The county wants it paid. */
    APPROVED,

    /** Sent to the bank in a batch. */
    PAID,

    /** Given up; what was to be paid is due again. */
    RETURNED
}
