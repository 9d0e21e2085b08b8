package org.jingzhun.pairing.inspection;

/** Where an inspection stands. */
public enum InspectionState {
    PLANNED,
    /** The special report is written (专报). */
    REPORTED,
    CANCELLED
}
