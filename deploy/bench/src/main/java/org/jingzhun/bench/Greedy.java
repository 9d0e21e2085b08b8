package org.jingzhun.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.pairing.pairing.matching.Costs;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;

/**
 * The rule of thumb: every household gets the nearest helper with a free place, by the village of the unit, its township,
 * the county, the city. It is what people do with a table of villages and a pencil.
 */
final class Greedy {

    private static final long[] WIDTHS = {1, 1_000, 1_000_000, 100_000_000, 10_000_000_000L};

    private final PairingProblem problem;
    private final Map<UUID, Integer> loads = new HashMap<>();
    private final List<Map<Long, Deque<HelperToPair>>> free = new ArrayList<>();

    private Greedy(PairingProblem problem) {
        this.problem = problem;
        for (long width : WIDTHS) {
            Map<Long, Deque<HelperToPair>> at = new TreeMap<>();
            for (HelperToPair helper : problem.helpers()) {
                long village = helper.unitVillages().stream().findFirst().orElse(0L);
                at.computeIfAbsent(village / width, _ -> new ArrayDeque<>()).add(helper);
            }
            free.add(at);
        }
    }

    /** The helper of each household, in the order of the problem; null for the unpaired. */
    static List<HelperToPair> pairs(PairingProblem problem) {
        return new Greedy(problem).pairs();
    }

    /** What an assignment costs, in hundredths of a weight point. */
    static long cost(PairingProblem problem, List<HelperToPair> helpers) {
        Costs costs = new Costs(problem.weights());
        Map<UUID, Integer> loads = new HashMap<>();
        long cost = 0;
        for (int i = 0; i < helpers.size(); i++) {
            HouseholdToPair household = problem.households().get(i);
            HelperToPair helper = helpers.get(i);
            cost += helper == UNPAIRED
                    ? costs.unpaired(household)
                    : costs.terms(household, helper, loads.merge(helper.id(), 1, Integer::sum))
                            .total();
        }
        return cost;
    }

    /** Stands for no helper. */
    static final HelperToPair UNPAIRED =
            new HelperToPair(new UUID(0, 0), Set.of(), null, Set.of(), 0, null);

    private List<HelperToPair> pairs() {
        HelperToPair[] chosen = new HelperToPair[problem.households().size()];
        List<Integer> poorFirst = IntStream.range(0, chosen.length)
                .boxed()
                .sorted(Comparator.comparing(i -> !problem.households().get(i).poor()))
                .toList();
        for (int i : poorFirst) {
            chosen[i] = nearest(problem.households().get(i));
        }
        return List.of(chosen);
    }

    private HelperToPair nearest(HouseholdToPair household) {
        for (int level = 0; level < WIDTHS.length; level++) {
            Deque<HelperToPair> candidates = free.get(level).get(household.village() / WIDTHS[level]);
            while (candidates != null && !candidates.isEmpty()) {
                HelperToPair helper = candidates.getFirst();
                if (loads.getOrDefault(helper.id(), 0) >= helper.quota()) {
                    candidates.removeFirst();
                } else if (helper.mayHelp(household)) {
                    loads.merge(helper.id(), 1, Integer::sum);
                    return helper;
                } else {
                    break;
                }
            }
        }
        return UNPAIRED;
    }
}
