package org.jingzhun.identification.screening;

/** What a second check of a flag found (二次核查). */
public enum Resolution {
    /** The fact holds and is a veto. */
    CONFIRMED,
    /** The fact does not hold, or is no veto here. */
    DISMISSED
}
