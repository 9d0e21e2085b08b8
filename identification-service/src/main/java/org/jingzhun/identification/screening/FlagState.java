package org.jingzhun.identification.screening;

/** How a flag stands. */
public enum FlagState {
    /** Waits for a second check. */
    OPEN,
    /** Cannot be a veto by the list; needs no check. */
    NOTED,
    CONFIRMED,
    DISMISSED,
    /** The id number by which it matched was corrected before anybody checked it (失效). */
    LAPSED
}
