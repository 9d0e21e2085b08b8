package org.jingzhun.pairing.pairing.matching;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans under the rule that the households of a helper lie in one or adjacent hamlets. */
final class HamletLawsTest {

    @Property(tries = 80)
    void theCostIsTheLowestOfAllAssignmentsThatKeepTheRule(@ForAll("smallProblems") PairingProblem problem) {
        PairingResult result = Matching.solve(problem);
        assertThat(result.cost()).isEqualTo(new BruteForce(problem).lowestCost());
        assertThat(result.solverBound()).isEqualTo(result.cost());
    }

    @Property(tries = 80)
    void theCheckedBoundIsNeverAboveTheBestAssignmentThereIs(
            @ForAll("smallProblems") PairingProblem problem, @ForAll Random random) {
        long lowest = new BruteForce(problem).lowestCost();
        assertThat(Certificate.check(problem, Matching.solve(problem)).lowerBound())
                .isLessThanOrEqualTo(lowest);
        Map<UUID, Long> anyPrices = problem.households().stream()
                .collect(Collectors.toMap(HouseholdToPair::id, _ -> random.nextLong(60_000_000)));
        assertThat(HamletBound.of(problem, anyPrices)).isLessThanOrEqualTo(lowest);
    }

    @Property(tries = 30)
    void everyPlanKeepsTheRuleAndNamesTheUnpaired(@ForAll("problems") PairingProblem problem) {
        PairingResult result = Matching.solve(problem);
        Certificate certificate = Certificate.check(problem, result);
        assertThat(certificate.faults()).isEmpty();
        assertThat(certificate.lowerBound()).isLessThanOrEqualTo(result.cost());
        assertThat(certificate.lowerBound())
                .isGreaterThanOrEqualTo(Matching.solve(problem.withoutRule()).cost());
        assertThat(result.pairs().size() + result.unpaired().size())
                .isEqualTo(problem.households().size());
    }

    @Property(tries = 15)
    void theOrderOfTheListsDoesNotMatter(@ForAll("problems") PairingProblem problem, @ForAll Random random) {
        assertThat(Matching.solve(Problems.shuffled(problem, random))).isEqualTo(Matching.solve(problem));
    }

    @Property(tries = 15)
    void whoIsUnpairedFindsNoHelperWithAFreePlaceNearby(@ForAll("problems") PairingProblem problem) {
        PairingResult result = Matching.solve(problem);
        HamletRule rule = requireNonNull(problem.rule());
        Map<UUID, HouseholdToPair> households =
                problem.households().stream().collect(Collectors.toMap(HouseholdToPair::id, one -> one));
        for (HelperToPair helper : problem.helpers()) {
            Set<Hamlet> its = result.pairs().stream()
                    .filter(pair -> pair.helper().equals(helper.id()))
                    .map(pair ->
                            requireNonNull(households.get(pair.household())).home())
                    .collect(Collectors.toSet());
            long load = result.pairs().stream()
                    .filter(pair -> pair.helper().equals(helper.id()))
                    .count();
            for (UUID unpaired : result.unpaired()) {
                HouseholdToPair household = requireNonNull(households.get(unpaired));
                Set<Hamlet> more = new HashSet<>(its);
                more.add(household.home());
                assertThat(load < helper.quota() && helper.mayHelp(household) && rule.allows(more))
                        .isFalse();
            }
        }
    }

    @Property(tries = 5)
    void aPlanMadeAnewKeepsTheRuleAndMovesNoMoreThanWithoutALimit(@ForAll("problems") PairingProblem problem) {
        Replanning.Replan free = Replanning.solve(problem, Integer.MAX_VALUE);
        Replanning.Replan limited = Replanning.solve(problem, free.moves() / 2);
        assertThat(limited.moves()).isLessThanOrEqualTo(free.moves());
        assertThat(limited.freeMoves()).isEqualTo(free.moves());
        assertThat(Certificate.check(limited.problem(), limited.result()).faults())
                .isEmpty();
    }

    @Provide
    Arbitrary<PairingProblem> smallProblems() {
        return Problems.hamletProblems(5, 3, 3);
    }

    @Provide
    Arbitrary<PairingProblem> problems() {
        return Problems.hamletProblems(30, 10, 5);
    }
}
