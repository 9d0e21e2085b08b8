package org.jingzhun.pairing.pairing.matching;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule of one or adjacent hamlets, by example. */
final class HamletMatchingTest {

    private static final Weights WEIGHTS = new Weights(100, 20, 30, 20, 50, 10, 25, 40);
    private static final long VILLAGE = 451031100201L;
    private static final Hamlet EAST = new Hamlet(VILLAGE, "East");
    private static final Hamlet MIDDLE = new Hamlet(VILLAGE, "Middle");
    private static final Hamlet WEST = new Hamlet(VILLAGE, "West");
    private static final HamletRule IN_A_ROW = new HamletRule(Map.of(MIDDLE, Set.of(EAST, WEST)));

    @Test
    void hamletsInARowAdjoinTheirNeighboursAlone() {
        assertThat(IN_A_ROW.allows(List.of(EAST, MIDDLE))).isTrue();
        assertThat(IN_A_ROW.allows(List.of(EAST, WEST))).isFalse();
        assertThat(IN_A_ROW.allows(List.of(EAST, MIDDLE, WEST))).isFalse();
        assertThat(IN_A_ROW.groups(List.of(EAST, MIDDLE, WEST)))
                .containsExactlyInAnyOrder(Set.of(EAST, MIDDLE), Set.of(MIDDLE, WEST));
        assertThat(IN_A_ROW.groups(List.of(EAST, WEST))).containsExactlyInAnyOrder(Set.of(EAST), Set.of(WEST));
    }

    @Test
    void aHelperOfOneHamletLeavesTheFarOneUnpairedThoughItHasPlaces() {
        List<HouseholdToPair> households = List.of(household(1, EAST), household(2, MIDDLE), household(3, WEST));
        PairingProblem problem = problem(households, List.of(helper(100, 4, Set.of())));
        assertThat(Matching.solve(problem.withoutRule()).unpaired()).isEmpty();
        PairingResult result = Matching.solve(problem);
        assertThat(result.pairs()).extracting(Pair::household).contains(id(2)).hasSize(2);
        assertThat(result.unpaired()).hasSize(1);
        assertThat(result.solverBound()).isEqualTo(result.cost());
    }

    @Test
    void theSkillsOfTwoHelpersDoNotScatterTheirHouseholds() {
        List<HouseholdToPair> households = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            households.add(household(i, i < 4 ? EAST : WEST, i % 2 == 0 ? Cause.ILLNESS : Cause.SCHOOLING, null));
        }
        PairingProblem problem = problem(
                households, List.of(helper(100, 4, Set.of(Cause.ILLNESS)), helper(101, 4, Set.of(Cause.SCHOOLING))));
        PairingResult free = Matching.solve(problem.withoutRule());
        PairingResult result = Matching.solve(problem);
        assertThat(result.unpaired()).isEmpty();
        assertThat(result.cost()).isEqualTo(free.cost() + 4 * 3_000);
        Certificate certificate = Certificate.check(problem, result);
        assertThat(certificate.faults()).isEmpty();
        assertThat(certificate.lowerBound()).isBetween(free.cost(), result.cost());
    }

    @Test
    void standingPairsInTwoFarHamletsCannotAllStay() {
        List<HouseholdToPair> households = List.of(
                household(1, EAST, Cause.ILLNESS, id(100)),
                household(2, WEST, Cause.ILLNESS, id(100)),
                household(3, WEST, Cause.ILLNESS, id(100)));
        PairingProblem problem = problem(households, List.of(helper(100, 4, Set.of()), helper(101, 4, Set.of())));
        Replanning.Replan replan = Replanning.solve(problem, 0);
        assertThat(replan.moves()).isEqualTo(1);
        assertThat(replan.result().pairs())
                .filteredOn(pair -> pair.helper().equals(id(100)))
                .extracting(Pair::household)
                .containsExactlyInAnyOrder(id(2), id(3));
    }

    @Test
    void aPlanThatBreaksTheRuleIsNoValidOne() {
        List<HouseholdToPair> households = List.of(household(1, EAST), household(2, WEST));
        PairingProblem problem = problem(households, List.of(helper(100, 4, Set.of())));
        PairingResult free = Matching.solve(problem.withoutRule());
        assertThat(Certificate.check(problem, free).faults()).anyMatch(told -> told.contains("adjacent hamlets"));
    }

    @Test
    void aPlanThatKeepsTheRuleByItselfIsProvenByPricesAlone() {
        List<HouseholdToPair> households = List.of(household(1, EAST), household(2, EAST), household(3, MIDDLE));
        PairingProblem problem = problem(households, List.of(helper(100, 4, Set.of())));
        PairingResult result = Matching.solve(problem);
        assertThat(Certificate.check(problem, result).proven()).isTrue();
    }

    @Test
    void aTownshipTooLargeToBeSolvedAsOneIsTakenApartAndToldWithItsGap() {
        PairingProblem flat = Problems.problem(new Random(3), 320, 200, 6, WEIGHTS);
        PairingProblem problem =
                new PairingProblem(flat.households(), flat.helpers(), WEIGHTS, Map.of(), new HamletRule(Map.of()));
        PairingResult result = Matching.solve(problem);
        Certificate certificate = Certificate.check(problem, result);
        assertThat(certificate.faults()).isEmpty();
        assertThat(result.solverBound()).isNull();
        assertThat(certificate.lowerBound()).isPositive().isLessThanOrEqualTo(result.cost());
        Map<UUID, Set<Hamlet>> hamlets = new HashMap<>();
        Map<UUID, HouseholdToPair> households =
                problem.households().stream().collect(Collectors.toMap(HouseholdToPair::id, one -> one));
        result.pairs().forEach(pair -> hamlets.computeIfAbsent(pair.helper(), _ -> new HashSet<>())
                .add(requireNonNull(households.get(pair.household())).home()));
        assertThat(hamlets.values()).allSatisfy(its -> assertThat(its).hasSize(1));
        assertThat(result.pairs()).hasSizeGreaterThan(250);
    }

    private static PairingProblem problem(List<HouseholdToPair> households, List<HelperToPair> helpers) {
        return new PairingProblem(households, helpers, WEIGHTS, Map.of(), IN_A_ROW);
    }

    private static HouseholdToPair household(int id, Hamlet hamlet) {
        return household(id, hamlet, Cause.ILLNESS, null);
    }

    private static HouseholdToPair household(int id, Hamlet hamlet, Cause cause, @Nullable UUID standing) {
        return new HouseholdToPair(id(id), hamlet.village(), hamlet.name(), cause, Set.of(), "01", true, standing);
    }

    private static HelperToPair helper(int id, int quota, Set<Cause> skills) {
        return new HelperToPair(id(id), Set.of(VILLAGE), null, skills, quota, null);
    }

    private static UUID id(int id) {
        return new UUID(0, id);
    }
}
