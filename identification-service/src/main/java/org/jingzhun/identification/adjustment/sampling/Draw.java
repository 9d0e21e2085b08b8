package org.jingzhun.identification.adjustment.sampling;

import java.util.List;
import java.util.UUID;

/**
 * A sample with its proof.
 *
 * @param strata in the order of their names
 * @param drawn by stratum and position
 * @param frameDigest SHA-256 of the frame in hexadecimal: a line {@code household stratum} for each unit, in the order of
 *     the lines
 */
public record Draw(List<Stratum> strata, List<Drawn> drawn, String frameDigest) {

    public Draw {
        strata = List.copyOf(strata);
        drawn = List.copyOf(drawn);
    }

    /**
     * A stratum.
     *
     * @param units that could be drawn
     * @param sampled that were
     */
    public record Stratum(String name, int units, int sampled) {}

    /** @param position within the stratum, from 1 */
    public record Drawn(UUID household, String stratum, int position) {}
}
