package org.jingzhun.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.pairing.pairing.matching.Certificate;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.Matching;
import org.jingzhun.pairing.pairing.matching.Pair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.pairing.matching.PairingResult;
import org.jingzhun.pairing.pairing.matching.Replanning;

/**
 * Pairs the region: by the calculation alone beside the greedy rule and Timefold, and by the running service with all its
 * reading and writing. Then a plan across the counties of some cities, and the same made anew after one change in a
 * hundred.
 */
final class PairingBench {

    private static final double SECOND = 1e9;
    private static final int REGION_LIMIT = 60;
    private static final int CITIES_LIMIT = 15;
    private static final int MEMORY_LIMIT = 4_096;
    private static final int CROSS_COUNTY = 125_000;
    private static final int ONE_IN = 100;

    private PairingBench() {}

    static List<Figure> run() throws Exception {
        List<Figure> figures = new ArrayList<>();
        String wanted = System.getProperty("pairing", "region cities service");
        if (wanted.contains("cities")) {
            figures.addAll(cities());
        }
        if (wanted.contains("region")) {
            figures.addAll(region());
        }
        if (wanted.contains("service")) {
            figures.addAll(PairingService.run(RegionPairing.whole(), REGION_LIMIT, MEMORY_LIMIT));
        }
        return figures;
    }

    private static List<Figure> region() throws IOException {
        PairingProblem problem = RegionPairing.whole().problem();
        long start = System.nanoTime();
        PairingResult result = Matching.solve(problem);
        double solved = seconds(start);
        long checking = System.nanoTime();
        requireProven(problem, result);
        double checked = seconds(checking);
        List<HelperToPair> greedy = Greedy.pairs(problem);
        double greedyCost = Greedy.cost(problem, greedy);
        List<HelperToPair> timefold =
                TimefoldPairing.improve(problem, greedy, Duration.ofSeconds((long) Math.ceil(solved)));
        double timefoldCost = Greedy.cost(problem, timefold);
        return List.of(
                new Figure("region: solved and proven", solved + checked, "s", REGION_LIMIT, "limit"),
                new Figure("region: cost", result.cost() / 1e6, "million", greedyCost / 1e6, "nearest free helper"),
                new Figure("region: cost", result.cost() / 1e6, "million", timefoldCost / 1e6, "Timefold, same time"));
    }

    private static List<Figure> cities() throws IOException {
        PairingProblem problem = crossCounty();
        long start = System.nanoTime();
        PairingResult result = Matching.solve(problem);
        double solved = seconds(start);
        requireProven(problem, result);
        double proven = seconds(start);
        PairingProblem changed = changed(problem, result);
        int limit = changed.households().size() / ONE_IN * 2;
        long again = System.nanoTime();
        Replanning.Replan replan = Replanning.solve(changed, limit);
        double replanned = seconds(again);
        String size = "%,d households".formatted(problem.households().size());
        return List.of(
                new Figure("across counties, " + size, proven, "s", CITIES_LIMIT, "limit"),
                new Figure("made anew after 1 % of changes", replanned, "s", solved, "the first time"),
                new Figure("moves after 1 % of changes", replan.moves(), "moves", limit, "limit of moves"));
    }

    /** The first cities that have so many households; all their helpers help in all of their city. */
    private static PairingProblem crossCounty() throws IOException {
        PairingProblem whole = RegionPairing.whole().problem();
        Set<Long> cities = new HashSet<>();
        int households = 0;
        Map<Long, Long> sizes = whole.households().stream()
                .collect(Collectors.groupingBy(one -> one.village() / 100_000_000, Collectors.counting()));
        for (long city : sizes.keySet().stream().sorted().toList()) {
            if (households < CROSS_COUNTY) {
                cities.add(city);
                households += sizes.getOrDefault(city, 0L);
            }
        }
        return new PairingProblem(
                whole.households().stream()
                        .filter(one -> cities.contains(one.village() / 100_000_000))
                        .limit(CROSS_COUNTY)
                        .toList(),
                whole.helpers().stream()
                        .filter(one -> cities.contains(one.area() / 100_000_000))
                        .map(PairingBench::inAllTheCity)
                        .toList(),
                whole.weights());
    }

    private static HelperToPair inAllTheCity(HelperToPair helper) {
        return new HelperToPair(
                helper.id(),
                helper.unitVillages(),
                helper.homeVillage(),
                helper.skills(),
                helper.quota(),
                helper.ethnicity(),
                helper.workplace(),
                helper.area() / 100_000_000 * 100_000_000,
                null);
    }

    /** The plan in force, with one helper in a hundred gone and one household in a hundred new. */
    private static PairingProblem changed(PairingProblem problem, PairingResult result) {
        Random random = new Random(1);
        Map<UUID, UUID> pairs = result.pairs().stream().collect(Collectors.toMap(Pair::household, Pair::helper));
        List<HouseholdToPair> households = problem.households().stream()
                .map(one -> new HouseholdToPair(
                        one.id(),
                        one.village(),
                        one.hamlet(),
                        one.mainCause(),
                        one.otherCauses(),
                        one.ethnicity(),
                        one.poor(),
                        random.nextInt(ONE_IN) == 0 ? null : pairs.get(one.id())))
                .toList();
        List<HelperToPair> helpers = problem.helpers().stream()
                .filter(_ -> random.nextInt(ONE_IN) > 0)
                .toList();
        return new PairingProblem(households, helpers, problem.weights());
    }

    private static void requireProven(PairingProblem problem, PairingResult result) {
        if (!Certificate.check(problem, result).proven()) {
            throw new IllegalStateException("The plan must be proven optimal.");
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / SECOND;
    }
}
