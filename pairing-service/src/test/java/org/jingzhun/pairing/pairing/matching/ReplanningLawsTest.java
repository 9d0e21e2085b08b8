package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/** Plans that are made anew within a limit of moves. */
final class ReplanningLawsTest {

    private static final Weights WEIGHTS = new Weights(100, 20, 30, 20, 1, 10, 25, 40);
    private static final long NEAR = 451031100001L;
    private static final long FAR = 451031200001L;

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

    /** A newcomer suits the only helper better than who has it; nobody is taken over by another one. */
    @Example
    void whoLosesItsHelperIsMovedToo() {
        UUID helper = new UUID(2, 1);
        PairingProblem problem = new PairingProblem(
                List.of(household(1, FAR, helper), household(2, NEAR, null)),
                List.of(new HelperToPair(
                        helper, Set.of(NEAR), null, Set.of(), 1, null, NEAR, Places.county(NEAR), null, null)),
                WEIGHTS,
                Map.of(),
                null);
        Replanning.Replan free = Replanning.solve(problem, Integer.MAX_VALUE);
        assertThat(free.result().unpaired()).containsExactly(new UUID(1, 1));
        assertThat(free.moves()).isEqualTo(1);
        Replanning.Replan fewest = Replanning.solve(problem, 0);
        assertThat(fewest.result().unpaired()).containsExactly(new UUID(1, 2));
        assertThat(fewest.moves()).isZero();
        assertThat(fewest.price()).isPositive();
    }

    private static HouseholdToPair household(int number, long village, @Nullable UUID standing) {
        return new HouseholdToPair(
                new UUID(1, number), village, "", Cause.ILLNESS, Set.of(), null, true, standing, Set.of());
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
