package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The certificate of a result that somebody has changed by hand. */
final class CertificateTest {

    private static final Weights WEIGHTS = new Weights(100, 20, 30, 20, 50, 10, 25, 40);

    private final PairingProblem problem = Problems.problem(new Random(42), 40, 12, 8, WEIGHTS);
    private final PairingResult result = Matching.solve(problem);
    private final Costs costs = new Costs(WEIGHTS);

    @Test
    void theUntouchedResultIsProven() {
        assertThat(result.pairs()).hasSizeGreaterThan(10);
        assertThat(Certificate.check(problem, result).proven()).isTrue();
    }

    @Test
    void twoHouseholdsThatSwapTheirHelpersForDearerOnesAreNotOptimal() {
        List<Pair> pairs = new ArrayList<>(result.pairs());
        long cost = result.cost();
        search:
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = 0; j < i; j++) {
                Pair one = pair(pairs.get(i).household(), pairs.get(j));
                Pair other = pair(pairs.get(j).household(), pairs.get(i));
                long change = one.terms().total()
                        + other.terms().total()
                        - pairs.get(i).terms().total()
                        - pairs.get(j).terms().total();
                if (change > 0) {
                    pairs.set(i, one);
                    pairs.set(j, other);
                    cost += change;
                    break search;
                }
            }
        }
        Certificate certificate = Certificate.check(problem, with(pairs, result.unpaired(), cost));
        assertThat(certificate.faults()).isEmpty();
        assertThat(certificate.cost()).isGreaterThan(certificate.lowerBound());
        assertThat(certificate.proven()).isFalse();
    }

    @Test
    void otherPotentialsProveNothing() {
        Map<UUID, Long> potentials = new HashMap<>(result.potentials());
        potentials.replaceAll((_, price) -> price + 1);
        assertThat(Certificate.check(
                                problem,
                                new PairingResult(result.pairs(), result.unpaired(), result.cost(), potentials))
                        .proven())
                .isFalse();
        assertThat(Certificate.check(
                                problem, new PairingResult(result.pairs(), result.unpaired(), result.cost(), Map.of()))
                        .proven())
                .isFalse();
    }

    @Test
    void aHouseholdThatIsMissingIsAFault() {
        List<Pair> pairs = result.pairs().subList(1, result.pairs().size());
        assertFault(with(pairs, result.unpaired(), result.cost()), "must be paired or unpaired");
    }

    @Test
    void aHouseholdThatIsPairedTwiceIsAFault() {
        List<Pair> pairs = new ArrayList<>(result.pairs());
        pairs.add(result.pairs().getFirst());
        assertFault(with(pairs, result.unpaired(), result.cost()), "in no other pair");
    }

    @Test
    void aPlaceBeyondTheQuotaIsAFault() {
        Pair first = result.pairs().getFirst();
        List<Pair> pairs = new ArrayList<>(result.pairs());
        pairs.set(0, new Pair(first.household(), first.helper(), 9, first.terms()));
        assertFault(with(pairs, result.unpaired(), result.cost()), "within the quota");
    }

    @Test
    void aHelperFromOutsideTheProblemIsAFault() {
        Pair first = result.pairs().getFirst();
        List<Pair> pairs = new ArrayList<>(result.pairs());
        pairs.set(0, new Pair(first.household(), new UUID(9, 9), first.place(), first.terms()));
        assertFault(with(pairs, result.unpaired(), result.cost()), "must join a helper");
    }

    @Test
    void aPairThatARuleForbidsIsAFault() {
        Pair first = result.pairs().getFirst();
        List<HouseholdToPair> households = problem.households().stream()
                .map(household -> household.id().equals(first.household())
                        ? Problems.excluding(household, first.helper())
                        : household)
                .toList();
        PairingProblem stricter = new PairingProblem(households, problem.helpers(), WEIGHTS);
        Certificate certificate = Certificate.check(stricter, result);
        assertThat(certificate.proven()).isFalse();
        assertThat(certificate.faults()).anyMatch(told -> told.contains("is kin to"));
    }

    @Test
    void termsThatAreNotThoseOfThePairAreAFault() {
        Pair first = result.pairs().getFirst();
        List<Pair> pairs = new ArrayList<>(result.pairs());
        pairs.set(
                0, new Pair(first.household(), first.helper(), first.place(), new CostTerms(-1, 0, 0, 0, 0, 0, 0, 0)));
        assertFault(with(pairs, result.unpaired(), result.cost()), "Terms of");
    }

    @Test
    void aCostThatIsNotTheSumIsAFault() {
        assertFault(with(result.pairs(), result.unpaired(), result.cost() - 1), "The cost must be");
    }

    private Pair pair(UUID household, Pair place) {
        HouseholdToPair newcomer = problem.households().stream()
                .filter(candidate -> candidate.id().equals(household))
                .findFirst()
                .orElseThrow();
        HelperToPair helper = problem.helpers().stream()
                .filter(candidate -> candidate.id().equals(place.helper()))
                .findFirst()
                .orElseThrow();
        return new Pair(household, place.helper(), place.place(), costs.terms(newcomer, helper, place.place()));
    }

    private PairingResult with(List<Pair> pairs, List<UUID> unpaired, long cost) {
        return new PairingResult(pairs, unpaired, cost, result.potentials());
    }

    private void assertFault(PairingResult tampered, String fault) {
        Certificate certificate = Certificate.check(problem, tampered);
        assertThat(certificate.proven()).isFalse();
        assertThat(certificate.faults()).anyMatch(told -> told.contains(fault));
    }
}
