package org.jingzhun.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.pairing.pairing.matching.Certificate;
import org.jingzhun.pairing.pairing.matching.Hamlet;
import org.jingzhun.pairing.pairing.matching.HamletRule;
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
 * hundred, and a county under the rule of hamlets. {@code -Dpairing=cities,hamlets,region,service} names the parts to run.
 */
final class PairingBench {

    private static final Set<String> PARTS = Set.of("cities", "hamlets", "region", "service");
    private static final double MILLION = 1e6;
    private static final int REGION_LIMIT = 60;
    private static final int CITIES_LIMIT = 15;
    private static final int HAMLETS_LIMIT = 600;
    private static final int MEMORY_LIMIT = 4_096;
    private static final int CROSS_COUNTY = 125_000;
    private static final int ONE_IN = 100;

    private PairingBench() {}

    /** Figures are told as soon as they are known, so that none is left for the end. */
    static List<Figure> run() throws Exception {
        Set<String> wanted = Set.of(
                System.getProperty("pairing", "cities,hamlets,region,service").split("[ ,]+", -1));
        if (!PARTS.containsAll(wanted)) {
            throw new IllegalArgumentException("-Dpairing= must name some of " + PARTS + ", but is " + wanted);
        }
        Stages stages = new Stages();
        if (wanted.contains("cities")) {
            cities(stages);
        }
        if (wanted.contains("hamlets")) {
            hamlets(stages);
        }
        if (wanted.contains("region")) {
            region(stages);
        }
        if (wanted.contains("service")) {
            PairingService.run(stages, RegionPairing.whole(), REGION_LIMIT, MEMORY_LIMIT);
        }
        return List.of();
    }

    private static void region(Stages stages) throws IOException {
        RegionPairing region = RegionPairing.whole();
        PairingProblem problem = region.problem();
        stages.ended("region: made up");
        PairingResult result = Matching.solve(problem);
        double solved = stages.ended("region: solved");
        requireProven(problem, result);
        double checked = stages.ended("region: certificate checked");
        stages.tell(new Figure("region: solved and proven", solved + checked, "s", REGION_LIMIT, Figure.AT_MOST));
        long beyond = region.beyondThePlaces();
        stages.tell(new Figure(
                "region: unpaired",
                result.unpaired().size(),
                "households",
                (double) beyond,
                "beyond the places of one county"));
        if (result.unpaired().size() != beyond || beyond <= 0) {
            throw new IllegalStateException(
                    "Of " + region.shortCounty() + " " + beyond + " households must be unpaired, but are "
                            + result.unpaired().size());
        }
        List<HelperToPair> greedy = Greedy.pairs(problem);
        double greedyCost = Greedy.cost(problem, greedy);
        stages.ended("region: nearest free helper");
        double cost = result.cost() / MILLION;
        stages.tell(new Figure("region: cost", cost, "million", greedyCost / MILLION, "nearest free helper"));
        List<HelperToPair> timefold =
                TimefoldPairing.improve(problem, greedy, Duration.ofSeconds((long) Math.ceil(solved)));
        double timefoldCost = Greedy.cost(problem, timefold);
        stages.ended("region: Timefold");
        stages.tell(new Figure("region: cost", cost, "million", timefoldCost / MILLION, "Timefold, same time"));
    }

    /** Longlin county, where the hamlets of a village lie in a row. */
    private static void hamlets(Stages stages) {
        PairingProblem free = PlanBench.county();
        Map<Hamlet, Set<Hamlet>> neighbours = new TreeMap<>();
        Hamlet last = null;
        for (Hamlet hamlet : new TreeSet<>(
                free.households().stream().map(HouseholdToPair::home).toList())) {
            neighbours.put(hamlet, last == null || last.village() != hamlet.village() ? Set.of() : Set.of(last));
            last = hamlet;
        }
        PairingProblem problem = new PairingProblem(
                free.households(), free.helpers(), free.weights(), Map.of(), new HamletRule(neighbours));
        double without = Matching.solve(free).cost() / MILLION;
        stages.ended("hamlets: solved without the rule");
        PairingResult result = Matching.solve(problem);
        double solved = stages.ended("hamlets: solved");
        Certificate certificate = Certificate.check(problem, result);
        double checked = stages.ended("hamlets: certificate checked");
        if (!certificate.faults().isEmpty()) {
            throw new IllegalStateException("The plan must keep the rule: " + certificate.faults());
        }
        String size = "hamlets: %,d households, %d unpaired"
                .formatted(problem.households().size(), result.unpaired().size());
        stages.tell(new Figure(size, solved + checked, "s", HAMLETS_LIMIT, Figure.AT_MOST));
        double cost = certificate.cost() / MILLION;
        stages.tell(new Figure(
                "hamlets: cost", cost, "million", certificate.lowerBound() / MILLION, "the bound that is checked"));
        stages.tell(new Figure("hamlets: cost", cost, "million", without, "without the rule"));
    }

    private static void cities(Stages stages) throws IOException {
        PairingProblem problem = crossCounty();
        stages.ended("cities: made up");
        PairingResult result = Matching.solve(problem);
        double solved = stages.ended("cities: solved");
        requireProven(problem, result);
        double checked = stages.ended("cities: certificate checked");
        String size = "%,d households".formatted(problem.households().size());
        stages.tell(new Figure("across counties, " + size, solved + checked, "s", CITIES_LIMIT, Figure.AT_MOST));
        PairingProblem changed = changed(problem, result);
        int limit = changed.households().size() / ONE_IN * 2;
        stages.ended("cities: changed");
        Replanning.Replan replan = Replanning.solve(changed, limit);
        double replanned = stages.ended("cities: made anew");
        stages.tell(new Figure("made anew after 1 % of changes", replanned, "s", solved, "the first time"));
        stages.tell(new Figure("moves after 1 % of changes", replan.moves(), "moves", limit, Figure.AT_MOST));
    }

    /** The first cities that have so many households; all their helpers help in all of their city. */
    private static PairingProblem crossCounty() throws IOException {
        PairingProblem whole = RegionPairing.whole().problem();
        Set<Long> cities = new HashSet<>();
        long households = 0;
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
}
