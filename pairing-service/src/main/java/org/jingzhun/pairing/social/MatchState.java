package org.jingzhun.pairing.social;

/** Where a match stands. */
public enum MatchState {
    PROPOSED,
    /** The donor is told to bring it. */
    ACCEPTED,
    DELIVERED,
    /** The receiver says that it came (受助方确认). */
    CONFIRMED,
    /** It does not come about; both sides are open again. */
    REFUSED
}
