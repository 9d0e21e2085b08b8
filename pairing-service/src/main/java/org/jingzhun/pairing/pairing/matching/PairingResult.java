package org.jingzhun.pairing.pairing.matching;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assignment with its proof.
 *
 * @param pairs ordered by household
 * @param unpaired households for which no helper has a place within the rules, ordered
 * @param cost the sum of all terms and of the prices of the unpaired, in hundredths of a weight point
 * @param potentials the proof: the shadow price of one more place at each helper, as if there were no rule of hamlets; see
 *     {@link Certificate}
 * @param prices the proof under the rule of hamlets: what each household is worth, in thousandths of a hundredth of a weight
 *     point; empty without the rule. See {@link HamletBound}
 * @param solverBound what every assignment costs at least by the word of the solver, which looked at the whole problem; at
 *     least the cost if it found the best. {@code null} without the rule, or where blocks were solved apart
 */
public record PairingResult(
        List<Pair> pairs,
        List<UUID> unpaired,
        long cost,
        Map<UUID, Long> potentials,
        Map<UUID, Long> prices,
        @Nullable Long solverBound) {

    /** Without the rule of hamlets. */
    public PairingResult(List<Pair> pairs, List<UUID> unpaired, long cost, Map<UUID, Long> potentials) {
        this(pairs, unpaired, cost, potentials, Map.of(), null);
    }

    public PairingResult {
        pairs = List.copyOf(pairs);
        unpaired = List.copyOf(unpaired);
        potentials = Map.copyOf(potentials);
        prices = Map.copyOf(prices);
    }
}
