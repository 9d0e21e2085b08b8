package org.jingzhun.funding.budgetrule.checking;

/** Outcome of a check. */
public enum Verdict {
    HOLDS,
    BROKEN,
    /** The year asks for nothing, for example because revenue fell. */
    NO_OBLIGATION,
    /** A figure is missing; the check names it. */
    UNKNOWN
}
