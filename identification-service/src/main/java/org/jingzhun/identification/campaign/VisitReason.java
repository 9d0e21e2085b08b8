package org.jingzhun.identification.campaign;

/** Why a household must be visited a second time (二入户核实). */
public enum VisitReason {
    /** A match with other departments' data, or a fact seen, is open or confirmed. */
    FLAGGED,
    /** Somebody has objected. */
    OBJECTED,
    /** The score of the first visit lies near the cut line. */
    LINE_EDGE
}
