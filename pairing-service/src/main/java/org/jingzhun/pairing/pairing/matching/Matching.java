package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands how households find the helpers that suit them best (结对): a minimum-cost flow, solved to optimality.
 *
 * <p>A city or the region is solved county by county first. Then every household looks at the places of all other
 * counties at their prices. Where nobody would rather go elsewhere, the counties together are optimal, as the
 * {@link Certificate} says; counties between which somebody would are solved once more as one. Where most helpers may
 * help in all counties, so that somebody nearly always would, they are one from the start.
 *
 * <p>The same problem has the same answer, whatever the order of its lists. Where several answers cost the same, the
 * households of one helper are neighbours: they are dealt out by village, hamlet and id.
 */
public final class Matching {

    private final PairingProblem problem;
    private final Map<Long, Long> blockOfCounty = new TreeMap<>();
    private final Map<UUID, Long> countyOfHelper = new HashMap<>();
    private final Map<Long, PairingResult> solved = new HashMap<>();

    private Matching(PairingProblem problem) {
        this.problem = problem;
        problem.households().stream()
                .map(household -> Places.county(household.village()))
                .distinct()
                .forEach(county -> blockOfCounty.put(county, county));
        problem.helpers().forEach(helper -> countyOfHelper.put(helper.id(), countyOf(helper)));
        countyOfHelper.values().forEach(county -> blockOfCounty.put(county, county));
        problem.helpers().stream()
                .map(HelperToPair::area)
                .filter(Places::isWiderThanCounty)
                .distinct()
                .filter(this::mostMayHelpInAllOf)
                .forEach(this::joinCountiesOf);
    }

    private boolean mostMayHelpInAllOf(long area) {
        long everywhere = problem.helpers().stream()
                .filter(helper -> Places.covers(helper.area(), area))
                .count();
        long inside = countyOfHelper.values().stream()
                .filter(county -> Places.covers(area, county))
                .count();
        return everywhere * 2 > inside;
    }

    private void joinCountiesOf(long area) {
        Set<Long> blocks = blockOfCounty.entrySet().stream()
                .filter(county -> Places.covers(area, county.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
        blocks.stream()
                .findFirst()
                .ifPresent(first -> blockOfCounty.replaceAll((_, block) -> blocks.contains(block) ? first : block));
    }

    /**
     * The cheapest assignment that leaves nobody unpaired who can be paired; under the rule of hamlets, which no flow can
     * keep, by {@link HamletMatching}.
     */
    public static PairingResult solve(PairingProblem problem) {
        problem.requireUnique();
        return problem.rule() == null ? new Matching(problem).solve() : HamletMatching.solve(problem);
    }

    private PairingResult solve() {
        do {
            solveParts();
        } while (joinWhereSomebodyWouldLeave());
        List<Pair> pairs = new ArrayList<>();
        List<UUID> unpaired = new ArrayList<>();
        long cost = 0;
        for (PairingResult part : solved.values()) {
            pairs.addAll(part.pairs());
            unpaired.addAll(part.unpaired());
            cost += part.cost();
        }
        return new PairingResult(
                pairs.parallelStream()
                        .sorted(Comparator.comparing(Pair::household))
                        .toList(),
                unpaired.stream().sorted().toList(),
                cost,
                potentials());
    }

    /** The largest first, each by whoever is free: otherwise one processor waits while another has the large ones left. */
    private void solveParts() {
        List<Map.Entry<Long, PairingProblem>> parts = parts().entrySet().stream()
                .sorted(Comparator.comparing(
                        part -> -part.getValue().households().size()))
                .toList();
        try (ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Map<Long, CompletableFuture<PairingResult>> results = new TreeMap<>();
            parts.forEach(part -> results.put(
                    part.getKey(), CompletableFuture.supplyAsync(() -> Block.solve(part.getValue()), processors)));
            results.forEach((block, result) -> solved.put(block, result.join()));
        }
    }

    private Map<UUID, Long> potentials() {
        Map<UUID, Long> potentials = new HashMap<>();
        solved.values().forEach(part -> potentials.putAll(part.potentials()));
        return potentials;
    }

    /** Where a helper most likely helps. It is no more than a guess, which what follows corrects. */
    private static long countyOf(HelperToPair helper) {
        Long near = helper.unitVillages().stream().sorted().findFirst().orElse(null);
        if (near == null || !Places.covers(helper.area(), near)) {
            near = helper.workplace();
        }
        if (near == null || !Places.covers(helper.area(), near)) {
            near = helper.homeVillage();
        }
        return Places.county(near == null || !Places.covers(helper.area(), near) ? helper.area() : near);
    }

    /** The blocks that are not solved. */
    private Map<Long, PairingProblem> parts() {
        Map<Long, List<HouseholdToPair>> homes = problem.households().stream()
                .collect(Collectors.groupingBy(household -> block(Places.county(household.village()))));
        Map<Long, List<HelperToPair>> hands = problem.helpers().stream()
                .collect(Collectors.groupingBy(helper -> block(countyOfHelper.get(helper.id()))));
        Map<Long, PairingProblem> parts = new TreeMap<>();
        blockOfCounty.values().stream()
                .distinct()
                .filter(block -> !solved.containsKey(block))
                .forEach(block -> parts.put(
                        block, problem.of(homes.getOrDefault(block, List.of()), hands.getOrDefault(block, List.of()))));
        return parts;
    }

    private long block(@Nullable Long county) {
        Long block = county == null ? null : blockOfCounty.get(county);
        return block == null ? Places.ANYWHERE : block;
    }

    /** Whether no helper may help outside the county it was solved with, so that nobody can go elsewhere. */
    private boolean everybodyStaysInTheCounty() {
        return problem.helpers().stream().noneMatch(helper -> Places.isWiderThanCounty(helper.area()));
    }

    private boolean joinWhereSomebodyWouldLeave() {
        if (solved.size() == 1 || everybodyStaysInTheCounty()) {
            return false;
        }
        Costs costs = problem.costs();
        CheapestOffers offers = new CheapestOffers(problem, potentials());
        Map<UUID, HouseholdToPair> households =
                problem.households().stream().collect(Collectors.toMap(HouseholdToPair::id, Function.identity()));
        Map<UUID, HelperToPair> helpers =
                problem.helpers().stream().collect(Collectors.toMap(HelperToPair::id, Function.identity()));
        boolean joined = false;
        for (PairingResult part : List.copyOf(solved.values())) {
            for (Pair pair : part.pairs()) {
                HouseholdToPair household = households.get(pair.household());
                HelperToPair helper = helpers.get(pair.helper());
                if (household != null && helper != null) {
                    joined |= joinWithBetter(household, costs.fit(household, helper) + offers.price(helper), offers);
                }
            }
            for (UUID id : part.unpaired()) {
                HouseholdToPair household = households.get(id);
                if (household != null) {
                    joined |= joinWithBetter(household, costs.unpaired(household), offers);
                }
            }
        }
        return joined;
    }

    /** Whether the household would rather have a helper of another block, so that both have become one. */
    private boolean joinWithBetter(HouseholdToPair household, long paid, CheapestOffers offers) {
        CheapestOffers.Offer offer = offers.cheapest(household);
        if (offer.price() >= paid || offer.helper() == null) {
            return false;
        }
        long own = block(Places.county(household.village()));
        long other = block(countyOfHelper.get(offer.helper().id()));
        solved.remove(own);
        solved.remove(other);
        blockOfCounty.replaceAll((_, block) -> block == other ? own : block);
        return true;
    }
}
