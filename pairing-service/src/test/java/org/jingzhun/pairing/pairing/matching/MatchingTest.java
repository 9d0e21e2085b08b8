package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingzhun.pairing.cause.Cause;
import org.junit.jupiter.api.Test;

final class MatchingTest {

    private static final Weights WEIGHTS = new Weights(100, 20, 30, 20, 50, 10, 25, 40);
    private static final long VILLAGE = 451031100201L;

    @Test
    void nobodyToPairIsAnEmptyPlan() {
        PairingResult result = Matching.solve(new PairingProblem(List.of(), List.of(helper(1, 4)), WEIGHTS));
        assertThat(result.pairs()).isEmpty();
        assertThat(result.unpaired()).isEmpty();
        assertThat(result.cost()).isZero();
    }

    @Test
    void withoutHelpersEveryHouseholdIsListedAsUnpaired() {
        PairingProblem problem = new PairingProblem(List.of(household(2, "B"), household(1, "A")), List.of(), WEIGHTS);
        PairingResult result = Matching.solve(problem);
        assertThat(result.unpaired()).containsExactly(id(1), id(2));
        assertThat(Certificate.check(problem, result).proven()).isTrue();
    }

    @Test
    void moreHouseholdsThanPlacesEndWithAListOfTheUnpaired() {
        List<HouseholdToPair> households =
                IntStream.range(0, 10).mapToObj(i -> household(i, "A")).toList();
        PairingProblem problem = new PairingProblem(households, List.of(helper(100, 4), helper(101, 3)), WEIGHTS);
        PairingResult result = Matching.solve(problem);
        assertThat(result.pairs()).hasSize(7);
        assertThat(result.unpaired()).hasSize(3);
        assertThat(Certificate.check(problem, result).proven()).isTrue();
    }

    @Test
    void alikeHelpersGetNeighboursAndEqualShares() {
        List<HouseholdToPair> households = IntStream.range(0, 8)
                .mapToObj(i -> household(i, i % 2 == 0 ? "East" : "West"))
                .toList();
        PairingResult result =
                Matching.solve(new PairingProblem(households, List.of(helper(100, 4), helper(101, 4)), WEIGHTS));
        Set<UUID> east = Set.of(id(0), id(2), id(4), id(6));
        assertThat(result.pairs().stream()
                        .filter(pair -> pair.helper().equals(id(100)))
                        .map(Pair::household)
                        .collect(Collectors.toSet()))
                .isEqualTo(east);
    }

    @Test
    void householdsAreSharedInProportionToTheQuotas() {
        List<HouseholdToPair> households =
                IntStream.range(0, 6).mapToObj(i -> household(i, "A")).toList();
        PairingResult result =
                Matching.solve(new PairingProblem(households, List.of(helper(100, 8), helper(101, 4)), WEIGHTS));
        assertThat(result.pairs().stream()
                        .filter(pair -> pair.helper().equals(id(100)))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aCountyIsSolvedAndProven() {
        PairingProblem problem = Problems.problem(new Random(7), 3_000, 900, 8, WEIGHTS);
        PairingResult result = Matching.solve(problem);
        assertThat(Certificate.check(problem, result).proven()).isTrue();
    }

    @Test
    void aHouseholdThatOccursTwiceIsRefused() {
        List<HouseholdToPair> twice = List.of(household(1, "A"), household(1, "B"));
        assertThatThrownBy(() -> Matching.solve(new PairingProblem(twice, List.of(), WEIGHTS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("household")
                .hasMessageContaining(id(1).toString());
    }

    @Test
    void aTownshipIsNoVillage() {
        assertThatThrownBy(() -> new HelperToPair(id(1), Set.of(451031100000L), null, Set.of(), 4, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("451031100000");
    }

    private static HouseholdToPair household(int id, String hamlet) {
        return new HouseholdToPair(id(id), VILLAGE, hamlet, Cause.ILLNESS, Set.of(), "01", true, null);
    }

    private static HelperToPair helper(int id, int quota) {
        return new HelperToPair(id(id), Set.of(VILLAGE), null, Set.of(), quota, null);
    }

    private static UUID id(int id) {
        return new UUID(0, id);
    }
}
