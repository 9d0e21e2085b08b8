package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/** Makes problems: few villages, causes and ethnic groups, so that classes, ties and shortages are common. */
final class Problems {

    private static final List<String> ETHNIC_GROUPS = List.of("01", "06", "08");
    private static final List<Cause> CAUSES =
            List.of(Cause.ILLNESS, Cause.DISABILITY, Cause.SCHOOLING, Cause.LACK_OF_SKILLS);

    private static final List<Long> WORKPLACES =
            List.of(451031100000L, 451031101000L, 451031000000L, 451030000000L, 451000000000L);
    private static final List<Long> AREAS = List.of(0L, 451000000000L, 451031000000L, 451030000000L, 451031100000L);

    private Problems() {}

    /** Problems of two counties in which helpers have areas, offices and kin. */
    static Arbitrary<PairingProblem> ruledProblems(int mostHouseholds, int mostHelpers, int largestQuota) {
        return Combinators.combine(Arbitraries.longs(), problems(mostHouseholds, mostHelpers, largestQuota))
                .as((seed, problem) -> ruled(new Random(seed), problem));
    }

    static PairingProblem ruled(Random random, PairingProblem problem) {
        List<HelperToPair> helpers = problem.helpers().stream()
                .map(helper -> new HelperToPair(
                        helper.id(),
                        helper.unitVillages(),
                        helper.homeVillage(),
                        helper.skills(),
                        helper.quota(),
                        helper.ethnicity(),
                        helper.workplace(),
                        AREAS.get(random.nextInt(AREAS.size())),
                        random.nextInt(4) == 0 ? village(random) / 1000 * 1000 : null))
                .toList();
        List<HouseholdToPair> households = problem.households().stream()
                .map(household -> random.nextInt(3) == 0 ? moved(household) : household)
                .map(household -> helpers.isEmpty() || random.nextInt(2) == 0
                        ? household
                        : excluding(
                                household,
                                helpers.get(random.nextInt(helpers.size())).id()))
                .toList();
        return new PairingProblem(households, helpers, problem.weights());
    }

    /** Problems in which villages and most offices are known by their points. */
    static Arbitrary<PairingProblem> measuredProblems(int mostHouseholds, int mostHelpers, int largestQuota) {
        return Combinators.combine(Arbitraries.longs(), ruledProblems(mostHouseholds, mostHelpers, largestQuota))
                .as((seed, problem) -> measured(new Random(seed), problem));
    }

    static PairingProblem measured(Random random, PairingProblem problem) {
        Map<Long, GeoPoint> villages = new TreeMap<>();
        problem.households().forEach(household -> villages.computeIfAbsent(household.village(), _ -> point(random)));
        if (random.nextInt(4) == 0) {
            villages.keySet().stream().findFirst().ifPresent(villages::remove);
        }
        List<GeoPoint> offices = List.of(point(random), point(random), point(random));
        List<HelperToPair> helpers = problem.helpers().stream()
                .map(helper -> new HelperToPair(
                        helper.id(),
                        helper.unitVillages(),
                        helper.homeVillage(),
                        helper.skills(),
                        helper.quota(),
                        helper.ethnicity(),
                        helper.workplace(),
                        helper.area(),
                        helper.decidesIn(),
                        random.nextInt(3) == 0 ? null : offices.get(random.nextInt(offices.size()))))
                .toList();
        return new PairingProblem(problem.households(), helpers, problem.weights(), villages, problem.rule());
    }

    private static GeoPoint point(Random random) {
        return new GeoPoint(24 + random.nextDouble(), 105 + random.nextDouble());
    }

    /** Problems under the rule of hamlets, with some hamlets that adjoin each other. */
    static Arbitrary<PairingProblem> hamletProblems(int mostHouseholds, int mostHelpers, int largestQuota) {
        return Combinators.combine(Arbitraries.longs(), measuredProblems(mostHouseholds, mostHelpers, largestQuota))
                .as((seed, problem) -> underTheRule(new Random(seed), problem));
    }

    static PairingProblem underTheRule(Random random, PairingProblem problem) {
        List<Hamlet> hamlets = problem.households().stream()
                .map(HouseholdToPair::home)
                .distinct()
                .sorted()
                .toList();
        Map<Hamlet, Set<Hamlet>> neighbours = new TreeMap<>();
        for (Hamlet one : hamlets) {
            for (Hamlet other : hamlets) {
                boolean near = one.village() == other.village() ? random.nextInt(3) == 0 : random.nextInt(20) == 0;
                if (near) {
                    neighbours.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
                }
            }
        }
        return new PairingProblem(
                problem.households(),
                problem.helpers(),
                problem.weights(),
                problem.villages(),
                new HamletRule(neighbours));
    }

    static PairingProblem shuffled(PairingProblem problem, Random random) {
        List<HouseholdToPair> households = new ArrayList<>(problem.households());
        List<HelperToPair> helpers = new ArrayList<>(problem.helpers());
        Collections.shuffle(households, random);
        Collections.shuffle(helpers, random);
        return problem.of(households, helpers);
    }

    /** To the next county. */
    private static HouseholdToPair moved(HouseholdToPair household) {
        return new HouseholdToPair(
                household.id(),
                household.village() - 1_000_000L,
                household.hamlet(),
                household.mainCause(),
                household.otherCauses(),
                household.ethnicity(),
                household.poor(),
                household.standingHelper());
    }

    static HouseholdToPair excluding(HouseholdToPair household, UUID helper) {
        return new HouseholdToPair(
                household.id(),
                household.village(),
                household.hamlet(),
                household.mainCause(),
                household.otherCauses(),
                household.ethnicity(),
                household.poor(),
                household.standingHelper(),
                Set.of(helper));
    }

    static Arbitrary<PairingProblem> problems(int mostHouseholds, int mostHelpers, int largestQuota) {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, mostHouseholds),
                        Arbitraries.integers().between(0, mostHelpers),
                        weights())
                .as((seed, households, helpers, weights) ->
                        problem(new Random(seed), households, helpers, largestQuota, weights));
    }

    static PairingProblem problem(Random random, int households, int helpers, int largestQuota, Weights weights) {
        List<HelperToPair> offered = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            offered.add(helper(random, new UUID(1, i), largestQuota));
        }
        List<HouseholdToPair> needing = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            // Some households have a helper that is no longer there.
            UUID standing = random.nextInt(3) == 0 ? new UUID(1, random.nextInt(helpers + 1)) : null;
            needing.add(household(random, new UUID(2, i), standing));
        }
        return new PairingProblem(needing, offered, weights);
    }

    static PairingProblem withStandingPairs(PairingProblem problem, Map<UUID, UUID> pairs, Weights weights) {
        List<HouseholdToPair> households = problem.households().stream()
                .map(household -> new HouseholdToPair(
                        household.id(),
                        household.village(),
                        household.hamlet(),
                        household.mainCause(),
                        household.otherCauses(),
                        household.ethnicity(),
                        household.poor(),
                        pairs.get(household.id())))
                .toList();
        return new PairingProblem(households, problem.helpers(), weights);
    }

    private static Arbitrary<Weights> weights() {
        Arbitrary<Integer> weight = Arbitraries.integers().between(0, 100);
        return Combinators.combine(weight, weight, weight, weight, weight, weight, weight, weight)
                .as(Weights::new);
    }

    private static HelperToPair helper(Random random, UUID id, int largestQuota) {
        Set<Long> unitVillages = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            unitVillages.add(village(random));
        }
        Long home = random.nextBoolean() ? village(random) : null;
        Set<Cause> skills = EnumSet.noneOf(Cause.class);
        for (int i = random.nextInt(3); i > 0; i--) {
            skills.add(cause(random));
        }
        return new HelperToPair(
                id,
                unitVillages,
                home,
                skills,
                random.nextInt(largestQuota + 1),
                ethnicity(random),
                WORKPLACES.get(random.nextInt(WORKPLACES.size())),
                0,
                null);
    }

    private static HouseholdToPair household(Random random, UUID id, @Nullable UUID standing) {
        Cause main = cause(random);
        Set<Cause> others = EnumSet.noneOf(Cause.class);
        others.add(cause(random));
        others.remove(main);
        String hamlet = "Hamlet " + random.nextInt(3);
        return new HouseholdToPair(
                id, village(random), hamlet, main, others, ethnicity(random), random.nextInt(4) > 0, standing);
    }

    private static long village(Random random) {
        return 451031100201L + random.nextInt(2) * 1000L + random.nextInt(3);
    }

    private static Cause cause(Random random) {
        return CAUSES.get(random.nextInt(CAUSES.size()));
    }

    private static @Nullable String ethnicity(Random random) {
        int group = random.nextInt(ETHNIC_GROUPS.size() + 1);
        return group == ETHNIC_GROUPS.size() ? null : ETHNIC_GROUPS.get(group);
    }
}
