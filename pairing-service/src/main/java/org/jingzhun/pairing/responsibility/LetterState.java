package org.jingzhun.pairing.responsibility;

/** Where a letter stands. */
public enum LetterState {
    /** Written by the upper side. */
    DRAFT,
    /** Signed by who promises. */
    ACCEPTED,
    /** Signed by both (生效). */
    IN_FORCE,
    WITHDRAWN
}
