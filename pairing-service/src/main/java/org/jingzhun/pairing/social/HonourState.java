package org.jingzhun.pairing.social;

/** Where an honour stands. */
public enum HonourState {
    PROPOSED,
    CONFERRED,
    DECLINED
}
