package org.jingzhun.pairing.pairing.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another helper for a household (备选), and what choosing it would cost.
 *
 * @param terms its terms; the load is the price of a place there, which counts who would have to make room
 * @param dearerBy how much dearer the whole plan becomes at least, in hundredths of a weight point
 */
public record Alternative(UUID helper, CostTerms terms, long dearerBy) {

    /**
     * The best helpers for a household beside the one it has in the plan, cheapest first, ties by id.
     *
     * @param helpers who come into question
     * @param potentials the prices of places at them
     * @param chosen {@code null} if the household is unpaired
     */
    public static List<Alternative> nextBest(
            Costs costs,
            List<HelperToPair> helpers,
            Map<UUID, Long> potentials,
            HouseholdToPair household,
            @Nullable UUID chosen,
            int most) {
        long paid = helpers.stream()
                .filter(helper -> helper.id().equals(chosen))
                .mapToLong(helper -> costs.fit(household, helper) + costs.price(potentials.get(helper.id())))
                .findFirst()
                .orElse(costs.unpaired(household));
        return helpers.stream()
                .filter(helper -> helper.quota() > 0 && !helper.id().equals(chosen) && helper.mayHelp(household))
                .map(helper -> {
                    CostTerms terms =
                            costs.terms(household, helper, 1).withPlacePrice(costs.price(potentials.get(helper.id())));
                    return new Alternative(helper.id(), terms, terms.total() - paid);
                })
                .sorted(Comparator.comparingLong(Alternative::dearerBy).thenComparing(Alternative::helper))
                .limit(most)
                .toList();
    }
}
