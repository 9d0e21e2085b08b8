package org.jingzhun.pairing.problem;

/** Where a problem stands. */
public enum ProblemState {
    /** A leading group has it on its table. */
    OPEN,
    /** Said to be solved; somebody else has to agree. */
    RESOLVED,
    /** Solved (销号). */
    CLOSED
}
