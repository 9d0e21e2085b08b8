package org.jingzhun.identification.transition;

/** What must be so before a gate opens, beside its place in the order. */
public enum Need {
    /** The household stands on the register as the kind of transition leads on from. */
    STATUS,
    /** The proposal, or the step, names evidence. */
    EVIDENCE,
    /** Minutes of a meeting with two thirds of those entitled, most of whom agreed. */
    MINUTES,
    /** The notice has been up for its days. */
    NOTICE_OVER,
    /** Whoever approved the exit does not decide that it was wrong. */
    NOT_THE_APPROVER_OF_THE_EXIT,
    /** The deciding document has a number. */
    DOCUMENT,
    /** A remark says what was found, said or wrong. */
    REMARK
}
