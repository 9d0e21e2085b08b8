package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What a household would choose if every helper sold a place at its potential. A county has tens of millions of pairs;
 * as distance depends on the village only, and skill and language on a few profiles, the terms are tabulated once for
 * each village and for each kind of need.
 */
final class CheapestOffers {

    /** What of a helper matters beyond its places and its price. */
    private record Profile(Set<Cause> skills, @Nullable String ethnicity) {}

    /** What of a household matters beyond its village and its helper. */
    private record Need(
            Cause mainCause,
            Set<Cause> otherCauses,
            @Nullable String ethnicity) {}

    private final Costs costs;
    private final Map<UUID, Long> potentials;
    private final Map<UUID, HelperToPair> helpers = new HashMap<>();
    private final List<Profile> profiles;
    private final List<List<HelperToPair>> helpersByProfile;
    private final Map<Long, long[]> cheapestByVillage = new HashMap<>();
    private final Map<Need, long[]> misfitByNeed = new HashMap<>();

    CheapestOffers(PairingProblem problem, Map<UUID, Long> potentials) {
        this.costs = new Costs(problem.weights());
        this.potentials = potentials;
        Map<Profile, List<HelperToPair>> byProfile = new HashMap<>();
        for (HelperToPair helper : problem.helpers()) {
            if (helper.quota() > 0) {
                helpers.put(helper.id(), helper);
                byProfile
                        .computeIfAbsent(new Profile(helper.skills(), helper.ethnicity()), _ -> new ArrayList<>())
                        .add(helper);
            }
        }
        profiles = List.copyOf(byProfile.keySet());
        helpersByProfile = profiles.stream()
                .map(profile -> byProfile.getOrDefault(profile, List.of()))
                .toList();
    }

    /** The price of the cheapest place for the household, or of staying unpaired if no place is cheaper. */
    long cheapestFor(HouseholdToPair household) {
        long[] cheapest = cheapestByVillage.computeIfAbsent(household.village(), this::cheapestAt);
        long[] misfit = misfitByNeed.computeIfAbsent(
                new Need(household.mainCause(), household.otherCauses(), household.ethnicity()), this::misfit);
        long change = household.standingHelper() == null ? 0 : costs.change();
        long best = costs.unpaired(household);
        for (int profile = 0; profile < cheapest.length; profile++) {
            best = Math.min(best, cheapest[profile] + misfit[profile] + change);
        }
        HelperToPair standing = household.standingHelper() == null ? null : helpers.get(household.standingHelper());
        return standing == null ? best : Math.min(best, costs.fit(household, standing) + price(standing));
    }

    long price(HelperToPair helper) {
        return costs.price(potentials.get(helper.id()));
    }

    private long[] cheapestAt(long village) {
        return helpersByProfile.stream()
                .mapToLong(alike -> alike.stream()
                        .mapToLong(helper -> price(helper)
                                + costs.unitVillage(village, helper.unitVillages())
                                + costs.homeVillage(village, helper.homeVillage()))
                        .min()
                        .orElseThrow())
                .toArray();
    }

    private long[] misfit(Need need) {
        long[] misfit = new long[profiles.size()];
        Arrays.setAll(
                misfit,
                i -> costs.skill(
                                need.mainCause(),
                                need.otherCauses(),
                                profiles.get(i).skills())
                        + costs.language(need.ethnicity(), profiles.get(i).ethnicity()));
        return misfit;
    }
}
