package org.jingzhun.pairing.enterpriseproject;

/** Where a yearly report stands. */
public enum ProgressState {
    REPORTED,
    CONFIRMED,
    ACCEPTED,
    RETURNED;

    /** Whether somebody has yet to say something to it. */
    boolean isWaiting() {
        return this == REPORTED || this == CONFIRMED;
    }
}
