package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class MatchingLawsTest {

    @Property(tries = 150)
    void theCostIsTheLowestOfAllAssignmentsThereAre(@ForAll("smallProblems") PairingProblem problem) {
        assertThat(Matching.solve(problem).cost()).isEqualTo(new BruteForce(problem).lowestCost());
    }

    @Property(tries = 150)
    void withAreasOfficesAndKinTooTheCostIsTheLowest(@ForAll("smallRuledProblems") PairingProblem problem) {
        assertThat(Matching.solve(problem).cost()).isEqualTo(new BruteForce(problem).lowestCost());
    }

    @Property(tries = 150)
    void withWaysInKilometresTheCostIsTheLowest(@ForAll("smallMeasuredProblems") PairingProblem problem) {
        assertThat(Matching.solve(problem).cost()).isEqualTo(new BruteForce(problem).lowestCost());
    }

    @Property(tries = 150)
    void theCertificateProvesWhatIsMeasured(@ForAll("measuredProblems") PairingProblem problem) {
        Certificate certificate = Certificate.check(problem, Matching.solve(problem));
        assertThat(certificate.faults()).isEmpty();
        assertThat(certificate.lowerBound()).isEqualTo(certificate.cost());
    }

    @Property(tries = 50)
    void theOrderOfTheListsDoesNotMatterToWhatIsMeasured(
            @ForAll("measuredProblems") PairingProblem problem, @ForAll Random random) {
        assertThat(Matching.solve(Problems.shuffled(problem, random))).isEqualTo(Matching.solve(problem));
    }

    @Property(tries = 150)
    void theCertificateProvesWhatTheRulesLeave(@ForAll("ruledProblems") PairingProblem problem) {
        Certificate certificate = Certificate.check(problem, Matching.solve(problem));
        assertThat(certificate.faults()).isEmpty();
        assertThat(certificate.lowerBound()).isEqualTo(certificate.cost());
    }

    @Property(tries = 100)
    void theCertificateProvesEveryResult(@ForAll("problems") PairingProblem problem) {
        Certificate certificate = Certificate.check(problem, Matching.solve(problem));
        assertThat(certificate.faults()).isEmpty();
        assertThat(certificate.lowerBound()).isEqualTo(certificate.cost());
        assertThat(certificate.proven()).isTrue();
    }

    @Property(tries = 100)
    void theOrderOfTheListsDoesNotMatter(@ForAll("problems") PairingProblem problem, @ForAll Random random) {
        List<HouseholdToPair> households = new ArrayList<>(problem.households());
        List<HelperToPair> helpers = new ArrayList<>(problem.helpers());
        Collections.shuffle(households, random);
        Collections.shuffle(helpers, random);
        assertThat(Matching.solve(new PairingProblem(households, helpers, problem.weights())))
                .isEqualTo(Matching.solve(problem));
    }

    @Property(tries = 50)
    void norDoesItMatterWhereRulesForbidPairs(@ForAll("ruledProblems") PairingProblem problem, @ForAll Random random) {
        List<HouseholdToPair> households = new ArrayList<>(problem.households());
        List<HelperToPair> helpers = new ArrayList<>(problem.helpers());
        Collections.shuffle(households, random);
        Collections.shuffle(helpers, random);
        assertThat(Matching.solve(new PairingProblem(households, helpers, problem.weights())))
                .isEqualTo(Matching.solve(problem));
    }

    @Property(tries = 100)
    void noQuotaIsExceededAndEveryHouseholdIsPairedOnceOrListedAsUnpaired(@ForAll("problems") PairingProblem problem) {
        PairingResult result = Matching.solve(problem);
        Map<UUID, Long> loads =
                result.pairs().stream().collect(Collectors.groupingBy(Pair::helper, Collectors.counting()));
        assertThat(problem.helpers()).allSatisfy(helper -> assertThat(loads.getOrDefault(helper.id(), 0L))
                .isLessThanOrEqualTo(helper.quota()));
        List<UUID> seen = new ArrayList<>(result.unpaired());
        result.pairs().forEach(pair -> seen.add(pair.household()));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        problem.households().stream().map(HouseholdToPair::id).toList());
    }

    @Property(tries = 100)
    void aHouseholdIsLeftUnpairedOnlyWhenTheQuotasAreShort(@ForAll("problems") PairingProblem problem) {
        int places = problem.helpers().stream().mapToInt(HelperToPair::quota).sum();
        assertThat(Matching.solve(problem).unpaired())
                .hasSize(Math.max(0, problem.households().size() - places));
    }

    @Property(tries = 100)
    void noExitedHouseholdHasAPlaceWhileAPoorOneHasNone(@ForAll("problems") PairingProblem problem) {
        PairingResult result = Matching.solve(problem);
        Set<UUID> poor = problem.households().stream()
                .filter(HouseholdToPair::poor)
                .map(HouseholdToPair::id)
                .collect(Collectors.toSet());
        boolean poorLeftOut = result.unpaired().stream().anyMatch(poor::contains);
        boolean exitedPaired = result.pairs().stream().anyMatch(pair -> !poor.contains(pair.household()));
        assertThat(poorLeftOut && exitedPaired).isFalse();
    }

    @Property(tries = 100)
    void aPlanMadeAgainKeepsEveryPairOfTheFirst(@ForAll("problems") PairingProblem problem) {
        Weights stability = new Weights(100, 20, 30, 20, 1, 10, 25, 40);
        PairingProblem unpaired = Problems.withStandingPairs(problem, Map.of(), stability);
        PairingResult first = Matching.solve(unpaired);
        Map<UUID, UUID> pairs = first.pairs().stream().collect(Collectors.toMap(Pair::household, Pair::helper));
        PairingResult again = Matching.solve(Problems.withStandingPairs(problem, pairs, stability));
        assertThat(again.cost()).isEqualTo(first.cost());
        assertThat(again.pairs().stream().collect(Collectors.toMap(Pair::household, Pair::helper)))
                .isEqualTo(pairs);
    }

    @Provide
    Arbitrary<PairingProblem> smallProblems() {
        return Problems.problems(5, 3, 3);
    }

    @Provide
    Arbitrary<PairingProblem> smallRuledProblems() {
        return Problems.ruledProblems(5, 3, 3);
    }

    @Provide
    Arbitrary<PairingProblem> smallMeasuredProblems() {
        return Problems.measuredProblems(5, 3, 3);
    }

    @Provide
    Arbitrary<PairingProblem> measuredProblems() {
        return Problems.measuredProblems(40, 14, 6);
    }

    @Provide
    Arbitrary<PairingProblem> ruledProblems() {
        return Problems.ruledProblems(40, 14, 6);
    }

    @Provide
    Arbitrary<PairingProblem> problems() {
        return Problems.problems(30, 12, 8);
    }
}
