package org.jingzhun.pairing.enterpriseproject;

/** Where a project stands. */
public enum ProjectState {
    PROPOSED,
    UNDER_WAY,
    CLOSED,
    WITHDRAWN
}
