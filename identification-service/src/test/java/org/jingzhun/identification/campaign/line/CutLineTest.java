package org.jingzhun.identification.campaign.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.junit.jupiter.api.Test;

class CutLineTest {

    private record Household(UUID id, int score, int persons) {}

    @Test
    void theLineIsTheHighestScoreAtWhichThePersonsStayWithinTheQuota() {
        Candidates candidates =
                candidates(List.of(household(1, 40, 3), household(2, 45, 4), household(3, 45, 2), household(4, 50, 5)));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, 10))
                .isEqualTo(new Line.Drawn(45, 3, 9, 10, new Line.Tie(50, 1, 5)));
    }

    @Test
    void aQuotaThatIsMetExactlyIsUsedUp() {
        Candidates candidates = candidates(List.of(household(1, 40, 3), household(2, 45, 4), household(3, 50, 1)));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, 7))
                .isEqualTo(new Line.Drawn(45, 2, 7, 7, new Line.Tie(50, 1, 1)));
    }

    @Test
    void householdsWithEqualScoresAreAllBeyondWhenOneOfThemWouldGoOverTheQuota() {
        Candidates candidates = candidates(List.of(household(1, 40, 3), household(2, 45, 1), household(3, 45, 9)));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, 10))
                .isEqualTo(new Line.Drawn(40, 1, 3, 10, new Line.Tie(45, 2, 10)));
    }

    @Test
    void aSmallerTieBeyondTheLineDoesNotOvertakeTheOneThatDidNotFit() {
        Candidates candidates = candidates(List.of(household(1, 40, 3), household(2, 45, 9), household(3, 46, 1)));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, 10))
                .isEqualTo(new Line.Drawn(40, 1, 3, 10, new Line.Tie(45, 1, 9)));
    }

    @Test
    void aScorecardThatScoresHighForPoorIsCutFromAbove() {
        Candidates candidates = candidates(List.of(household(1, 40, 3), household(2, 45, 4), household(3, 50, 5)));
        assertThat(CutLine.draw(candidates, Direction.HIGH_IS_POOR, 9))
                .isEqualTo(new Line.Drawn(45, 2, 9, 9, new Line.Tie(40, 1, 3)));
    }

    @Test
    void everybodyIsWithinAQuotaThatIsLargeEnough() {
        Candidates candidates = candidates(List.of(household(1, 0, 3), household(2, CutLine.HIGHEST_SCORE, 4)));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, Long.MAX_VALUE))
                .isEqualTo(new Line.Drawn(CutLine.HIGHEST_SCORE, 2, 7, Long.MAX_VALUE, null));
    }

    @Test
    void nobodyIsWithinAQuotaBelowThePoorestTie() {
        Candidates candidates = candidates(List.of(household(1, 40, 3), household(2, 40, 4)));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, 6))
                .isEqualTo(new Line.NobodyWithin(6, new Line.Tie(40, 2, 7)));
        assertThat(CutLine.draw(candidates(List.of()), Direction.LOW_IS_POOR, 6))
                .isEqualTo(new Line.NobodyWithin(6, null));
    }

    @Test
    void aQuotaOfNobodyIsRefused() {
        Candidates candidates = candidates(List.of(household(1, 40, 3)));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, 0)).isEqualTo(new Line.QuotaRefused(0));
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, -5)).isEqualTo(new Line.QuotaRefused(-5));
    }

    @Test
    void aCandidateWithoutPersonsOrWithAnImpossibleScoreIsAnError() {
        Candidates.Builder builder = Candidates.builder();
        assertThatThrownBy(() -> builder.add(new UUID(0, 1), 40, 0)).hasMessageContaining("1 or more");
        assertThatThrownBy(() -> builder.add(new UUID(0, 1), -1, 1)).hasMessageContaining("score -1");
        assertThatThrownBy(() -> builder.add(new UUID(0, 1), CutLine.HIGHEST_SCORE + 1, 1))
                .hasMessageContaining("must be 0 to");
    }

    @Property(tries = 500)
    void theLineNeverGoesOverTheQuotaAndTheNextTieAlwaysWould(
            @ForAll long seed,
            @ForAll @IntRange(max = 200) int size,
            @ForAll @LongRange(min = 1, max = 400) long quota,
            @ForAll Direction direction) {
        List<Household> households = randomHouseholds(new Random(seed), size);
        switch (CutLine.draw(candidates(households), direction, quota)) {
            case Line.Drawn drawn -> {
                List<Household> within = households.stream()
                        .filter(household -> isWithin(household, drawn.score(), direction))
                        .toList();
                assertThat(drawn.persons()).isEqualTo(persons(within)).isLessThanOrEqualTo(quota);
                assertThat(drawn.households()).isEqualTo(within.size()).isPositive();
                if (drawn.next() == null) {
                    assertThat(within).hasSameSizeAs(households);
                } else {
                    int next = drawn.next().score();
                    List<Household> more = households.stream()
                            .filter(household -> isWithin(household, next, direction))
                            .toList();
                    assertThat(persons(more)).isGreaterThan(quota);
                    assertThat(more).hasSize(within.size() + drawn.next().households());
                }
            }
            case Line.NobodyWithin nobody -> {
                if (nobody.poorest() == null) {
                    assertThat(households).isEmpty();
                } else {
                    assertThat(nobody.poorest().persons()).isGreaterThan(quota);
                }
            }
            case Line.QuotaRefused refused -> throw new AssertionError(refused.toString());
        }
    }

    @Property(tries = 200)
    void theOrderInWhichCandidatesComeChangesNeitherLineNorRanking(
            @ForAll long seed, @ForAll @IntRange(max = 100) int size, @ForAll Direction direction) {
        List<Household> households = randomHouseholds(new Random(seed), size);
        List<Household> shuffled = new ArrayList<>(households);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(CutLine.draw(candidates(shuffled), direction, 100))
                .isEqualTo(CutLine.draw(candidates(households), direction, 100));
        assertThat(ranked(candidates(shuffled), direction)).isEqualTo(ranked(candidates(households), direction));
    }

    @Property(tries = 300)
    void aLargerQuotaNeverTakesAnybodyOut(
            @ForAll long seed, @ForAll @Size(2) List<@IntRange(min = 1, max = 300) Integer> quotas) {
        Candidates candidates = candidates(randomHouseholds(new Random(seed), 80));
        long smaller = Collections.min(quotas);
        long larger = Collections.max(quotas);
        assertThat(personsWithin(CutLine.draw(candidates, Direction.LOW_IS_POOR, smaller)))
                .isLessThanOrEqualTo(personsWithin(CutLine.draw(candidates, Direction.LOW_IS_POOR, larger)));
    }

    @Property(tries = 200)
    void theRankingIsTheOrderByScoreAndThenByIdAsTheDatabaseOrdersIt(
            @ForAll long seed, @ForAll @IntRange(max = 150) int size, @ForAll Direction direction) {
        List<Household> households = randomHouseholds(new Random(seed), size);
        Comparator<Household> byScore = Comparator.comparingInt(Household::score);
        List<UUID> expected = households.stream()
                .sorted((direction == Direction.LOW_IS_POOR ? byScore : byScore.reversed())
                        .thenComparing(household -> household.id().toString()))
                .map(Household::id)
                .toList();
        assertThat(ranked(candidates(households), direction)).isEqualTo(expected);
    }

    @Test
    void allHouseholdsOfARegionAreRankedAndCut() {
        Random random = new Random(45);
        Candidates.Builder builder = Candidates.builder();
        for (int i = 0; i < 1_300_000; i++) {
            builder.add(new UUID(random.nextLong(), random.nextLong()), random.nextInt(101), 1 + random.nextInt(8));
        }
        Candidates candidates = builder.build();

        int[] order = Ranking.rank(candidates, Direction.LOW_IS_POOR);

        assertThat(IntStream.range(1, order.length)
                        .allMatch(rank -> candidates.score(order[rank - 1]) <= candidates.score(order[rank])))
                .isTrue();
        int[] places = order.clone();
        Arrays.sort(places);
        assertThat(places).isEqualTo(IntStream.range(0, order.length).toArray());
        assertThat(CutLine.draw(candidates, Direction.LOW_IS_POOR, 1_000_000))
                .isInstanceOfSatisfying(
                        Line.Drawn.class, drawn -> assertThat(drawn.persons()).isLessThanOrEqualTo(1_000_000));
    }

    private static boolean isWithin(Household household, int line, Direction direction) {
        return direction == Direction.LOW_IS_POOR ? household.score() <= line : household.score() >= line;
    }

    private static long personsWithin(Line line) {
        return line instanceof Line.Drawn drawn ? drawn.persons() : 0;
    }

    private static long persons(List<Household> households) {
        return households.stream().mapToLong(Household::persons).sum();
    }

    private static List<UUID> ranked(Candidates candidates, Direction direction) {
        return Arrays.stream(Ranking.rank(candidates, direction))
                .mapToObj(candidates::household)
                .toList();
    }

    private static List<Household> randomHouseholds(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Household(
                        new UUID(random.nextLong(), random.nextLong()), random.nextInt(20), 1 + random.nextInt(6)))
                .toList();
    }

    private static Household household(long id, int score, int persons) {
        return new Household(new UUID(0, id), score, persons);
    }

    private static Candidates candidates(List<Household> households) {
        Candidates.Builder builder = Candidates.builder();
        households.forEach(household -> builder.add(household.id(), household.score(), household.persons()));
        return builder.build();
    }
}
