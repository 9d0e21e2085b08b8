package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans that are made anew within a limit of moves. */
final class ReplanningLawsTest {

    private static final Weights WEIGHTS = new Weights(100, 20, 30, 20, 1, 10, 25, 40);

    @Property(tries = 40)
    void aLimitIsKeptWhereverItCanBeAndEveryPlanIsProven(@ForAll("disturbed") PairingProblem problem) {
        Replanning.Replan free = Replanning.solve(problem, Integer.MAX_VALUE);
        Replanning.Replan fewest = Replanning.solve(problem, 0);
        assertThat(fewest.moves()).isLessThanOrEqualTo(free.moves());
        assertThat(fewest.freeMoves()).isEqualTo(free.moves());
        assertThat(fewest.price()).isNotNegative();
        assertThat(free.price()).isZero();
        int between = (free.moves() + fewest.moves()) / 2;
        Replanning.Replan limited = Replanning.solve(problem, between);
        assertThat(limited.moves()).isLessThanOrEqualTo(between);
        assertThat(limited.price()).isBetween(0L, fewest.price());
        assertThat(Certificate.check(limited.problem(), limited.result()).proven())
                .isTrue();
    }

    /** Here the plan with fewer moves lets one household more be taken over, and three fewer lose theirs. */
    @Example
    void whoLosesItsHelperIsMovedToo() {
        PairingProblem problem = disturbed(11373);
        Replanning.Replan free = Replanning.solve(problem, Integer.MAX_VALUE);
        Replanning.Replan fewest = Replanning.solve(problem, 0);
        assertThat(takenOver(problem, fewest)).isGreaterThan(takenOver(problem, free));
        assertThat(fewest.moves()).isLessThan(free.moves());
    }

    private static long takenOver(PairingProblem problem, Replanning.Replan replan) {
        Map<UUID, UUID> standing = problem.households().stream()
                .filter(household -> household.standingHelper() != null)
                .collect(Collectors.toMap(HouseholdToPair::id, HouseholdToPair::standingHelper));
        return replan.result().pairs().stream()
                .filter(pair ->
                        standing.containsKey(pair.household()) && !pair.helper().equals(standing.get(pair.household())))
                .count();
    }

    @Provide
    Arbitrary<PairingProblem> disturbed() {
        return Arbitraries.longs().map(ReplanningLawsTest::disturbed);
    }

    /** A plan of yesterday, of which a quarter has been shuffled. */
    private static PairingProblem disturbed(long seed) {
        Random random = new Random(seed);
        PairingProblem problem =
                Problems.withStandingPairs(Problems.problem(random, 40, 14, 6, WEIGHTS), Map.of(), WEIGHTS);
        Map<UUID, UUID> pairs = new HashMap<>(
                Matching.solve(problem).pairs().stream().collect(Collectors.toMap(Pair::household, Pair::helper)));
        pairs.replaceAll((_, helper) -> random.nextInt(4) == 0
                ? problem.helpers()
                        .get(random.nextInt(problem.helpers().size()))
                        .id()
                : helper);
        return Problems.withStandingPairs(problem, pairs, WEIGHTS);
    }
}
