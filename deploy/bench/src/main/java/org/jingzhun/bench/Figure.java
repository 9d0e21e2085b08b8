package org.jingzhun.bench;

import java.util.Locale;

/**
 * What was measured beside what it is compared with.
 *
 * @param what e.g. {@code scores of a million households}
 * @param value measured
 * @param unit of value and peer
 * @param peer the limit or peer that was measured in the same run
 * @param peerName what the peer is
 */
record Figure(String what, double value, String unit, double peer, String peerName) {

    /** Name of a limit that must not be passed. */
    static final String AT_MOST = "limit, at most";

    /** Name of a limit that must be reached. */
    static final String AT_LEAST = "limit, at least";

    boolean misses() {
        return switch (peerName) {
            case AT_MOST -> value > peer;
            case AT_LEAST -> value < peer;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-46s %,14.1f %-14s = %5.2f of %,14.1f (%s)%s",
                what,
                value,
                unit,
                value / peer,
                peer,
                peerName,
                misses() ? "  MISSED" : "");
    }
}
