package org.jingzhun.pairing.pairing.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Everything a pairing plan is computed from. The order of the lists does not matter. */
public record PairingProblem(List<HouseholdToPair> households, List<HelperToPair> helpers, Weights weights) {

    public PairingProblem {
        households = List.copyOf(households);
        helpers = List.copyOf(helpers);
        requireUnique("household", households.stream().map(HouseholdToPair::id).toList());
        requireUnique("helper", helpers.stream().map(HelperToPair::id).toList());
    }

    private static void requireUnique(String what, List<UUID> ids) {
        Set<UUID> seen = new HashSet<>();
        ids.forEach(id -> {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("Each " + what + " must occur once, but " + id + " occurs twice");
            }
        });
    }
}
