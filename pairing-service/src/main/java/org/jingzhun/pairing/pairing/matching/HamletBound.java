package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What every assignment that keeps the rule of hamlets costs at least (下界), computed without the solver.
 *
 * <p>Let each household have a price, whatever it is. If whoever takes a household were paid its price, each helper would
 * take from one group of adjacent hamlets as many as pay; what all households are worth, less what all helpers would gain, is
 * no more than any assignment costs (Lagrangian relaxation). A household is worth no more than leaving it unpaired costs.
 */
final class HamletBound {

    /** What helpers have in common who gain the same in a group in which nobody knows them. */
    private record Stranger(
            int group,
            List<Long> whereabouts,
            Set<Cause> skills,
            @Nullable String ethnicity) {}

    private static final long FORBIDDEN = -1;

    private final Costs costs;
    private final Map<UUID, Long> prices;
    private final List<Set<Hamlet>> groups;
    private final List<List<HouseholdToPair>> householdsOfGroup = new ArrayList<>();
    private final List<Set<Long>> villagesOfGroup = new ArrayList<>();
    private final List<Set<UUID>> knownInGroup = new ArrayList<>();
    private final Map<Stranger, List<Long>> losses = new HashMap<>();
    private final int largestQuota;

    private HamletBound(PairingProblem problem, Map<UUID, Long> prices) {
        costs = problem.costs();
        this.prices = prices;
        Map<Hamlet, List<HouseholdToPair>> byHamlet =
                problem.households().stream().collect(Collectors.groupingBy(HouseholdToPair::home));
        groups = Objects.requireNonNull(problem.rule()).groups(byHamlet.keySet());
        for (Set<Hamlet> group : groups) {
            List<HouseholdToPair> households = group.stream()
                    .flatMap(hamlet -> byHamlet.getOrDefault(hamlet, List.of()).stream())
                    .toList();
            householdsOfGroup.add(households);
            villagesOfGroup.add(group.stream().map(Hamlet::village).collect(Collectors.toCollection(TreeSet::new)));
            Set<UUID> known = new HashSet<>();
            households.forEach(household -> {
                known.addAll(household.excluded());
                if (household.standingHelper() != null) {
                    known.add(household.standingHelper());
                }
            });
            knownInGroup.add(known);
        }
        largestQuota =
                problem.helpers().stream().mapToInt(HelperToPair::quota).max().orElse(0);
    }

    /**
     * @param prices of the households, in thousandths of a hundredth of a weight point; 0 for those that have none
     * @return the bound in hundredths of a weight point
     */
    static long of(PairingProblem problem, Map<UUID, Long> prices) {
        HamletBound bound = new HamletBound(problem, prices);
        long worth = problem.households().stream().mapToLong(bound::worth).sum();
        long gains = problem.helpers().stream().mapToLong(bound::gain).sum();
        return Math.ceilDiv(worth - gains, HamletSolver.THOUSANDTHS);
    }

    private long price(HouseholdToPair household) {
        return prices.getOrDefault(household.id(), 0L);
    }

    private long worth(HouseholdToPair household) {
        return Math.min(price(household), costs.unpaired(household) * HamletSolver.THOUSANDTHS);
    }

    /** The most that a helper could gain in one group. */
    private long gain(HelperToPair helper) {
        long best = 0;
        for (int group = 0; group < groups.size(); group++) {
            best = Math.max(best, gain(helper, lossesOf(helper, group)));
        }
        return best;
    }

    private long gain(HelperToPair helper, List<Long> cheapestFirst) {
        long gain = 0;
        int most = Math.min(helper.quota(), cheapestFirst.size());
        for (int place = 1; place <= most; place++) {
            long more = -cheapestFirst.get(place - 1) - costs.place(place, helper.quota()) * HamletSolver.THOUSANDTHS;
            if (more <= 0) {
                break;
            }
            gain += more;
        }
        return gain;
    }

    /** What the households of a group cost the helper beyond their prices, the least first. */
    private List<Long> lossesOf(HelperToPair helper, int group) {
        if (knownInGroup.get(group).contains(helper.id())) {
            return computeLosses(helper, group);
        }
        List<Long> whereabouts = new ArrayList<>();
        for (long village : villagesOfGroup.get(group)) {
            whereabouts.add(helper.mayHelpIn(village) ? costs.whereabouts(village, helper) : FORBIDDEN);
        }
        return losses.computeIfAbsent(
                new Stranger(group, whereabouts, helper.skills(), helper.ethnicity()),
                _ -> computeLosses(helper, group));
    }

    private List<Long> computeLosses(HelperToPair helper, int group) {
        List<Long> all = new ArrayList<>();
        for (HouseholdToPair household : householdsOfGroup.get(group)) {
            if (helper.mayHelp(household)) {
                long loss = costs.fit(household, helper) * HamletSolver.THOUSANDTHS - price(household);
                if (loss < 0) {
                    all.add(loss);
                }
            }
        }
        Collections.sort(all);
        return List.copyOf(all.subList(0, Math.min(all.size(), largestQuota)));
    }
}
