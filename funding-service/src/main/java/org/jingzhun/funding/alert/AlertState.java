package org.jingzhun.funding.alert;

/** How far an alert has come. */
public enum AlertState {

    /** Found; the office named by the rule has to act. */
    OPEN,

    /** A person has to explain it. */
    ASSIGNED,

    /** Explained; somebody else decides whether that will do. */
    EXPLAINED,

    /** Decided by another person than the owner, with evidence. */
    CLOSED,

    /** The fact is gone. */
    CLEARED
}
