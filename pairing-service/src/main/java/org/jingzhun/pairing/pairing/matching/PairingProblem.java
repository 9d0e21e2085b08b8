package org.jingzhun.pairing.pairing.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a pairing plan is computed from. The order of the lists does not matter.
 *
 * @param villages where villages lie, by 12-digit code; those of a county of which one is missing are left out, so that its
 *     ways are all measured alike
 * @param rule whether the households of a helper must lie in one or adjacent hamlets; {@code null} if they need not
 */
public record PairingProblem(
        List<HouseholdToPair> households,
        List<HelperToPair> helpers,
        Weights weights,
        Map<Long, GeoPoint> villages,
        @Nullable HamletRule rule) {

    /** Without coordinates, and without the rule of hamlets. */
    public PairingProblem(List<HouseholdToPair> households, List<HelperToPair> helpers, Weights weights) {
        this(households, helpers, weights, Map.of(), null);
    }

    public PairingProblem {
        households = List.copyOf(households);
        helpers = List.copyOf(helpers);
        villages = ofWholeCounties(villages, households);
    }

    private static Map<Long, GeoPoint> ofWholeCounties(Map<Long, GeoPoint> villages, List<HouseholdToPair> households) {
        if (villages.isEmpty()) {
            return Map.of();
        }
        Set<Long> lacking = households.stream()
                .map(HouseholdToPair::village)
                .filter(village -> !villages.containsKey(village))
                .map(Places::county)
                .collect(Collectors.toSet());
        Map<Long, GeoPoint> known = new HashMap<>(villages);
        known.keySet().removeIf(village -> lacking.contains(Places.county(village)));
        return Map.copyOf(known);
    }

    /** The prices of this problem's pairs. */
    public Costs costs() {
        return new Costs(weights, villages);
    }

    PairingProblem with(Weights other) {
        return new PairingProblem(households, helpers, other, villages, rule);
    }

    PairingProblem withoutRule() {
        return new PairingProblem(households, helpers, weights, villages, null);
    }

    /** The same rules and prices for some of the households and helpers. */
    PairingProblem of(List<HouseholdToPair> some, List<HelperToPair> others) {
        return new PairingProblem(some, others, weights, villages, rule);
    }

    /** @throws IllegalArgumentException if a household or a helper occurs twice */
    void requireUnique() {
        requireUnique("household", households.stream().map(HouseholdToPair::id), households.size());
        requireUnique("helper", helpers.stream().map(HelperToPair::id), helpers.size());
    }

    private static void requireUnique(String what, Stream<UUID> ids, int count) {
        Set<UUID> seen = HashSet.newHashSet(count);
        ids.forEach(id -> {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("Each " + what + " must occur once, but " + id + " occurs twice");
            }
        });
    }
}
