package org.jingzhun.pairing.duty;

/** Where a leave stands; other records are just noted. */
public enum LeaveState {
    NOTED,
    REQUESTED,
    GRANTED,
    REFUSED
}
