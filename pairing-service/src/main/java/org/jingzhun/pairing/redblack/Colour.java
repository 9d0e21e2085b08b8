package org.jingzhun.pairing.redblack;

/** Which list. */
public enum Colour {
    /** Praise (红榜). */
    RED,
    /** Criticism with a deadline (黑榜). */
    BLACK
}
