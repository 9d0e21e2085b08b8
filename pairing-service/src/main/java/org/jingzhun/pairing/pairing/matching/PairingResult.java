package org.jingzhun.pairing.pairing.matching;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An optimal assignment with its proof.
 *
 * @param pairs ordered by household
 * @param unpaired households for which the quotas of all helpers together do not suffice, ordered
 * @param cost the sum of all terms and of the prices of the unpaired, in hundredths of a weight point
 * @param potentials the proof: the shadow price of one more place at each helper; see {@link Certificate}
 */
public record PairingResult(List<Pair> pairs, List<UUID> unpaired, long cost, Map<UUID, Long> potentials) {

    public PairingResult {
        pairs = List.copyOf(pairs);
        unpaired = List.copyOf(unpaired);
        potentials = Map.copyOf(potentials);
    }
}
