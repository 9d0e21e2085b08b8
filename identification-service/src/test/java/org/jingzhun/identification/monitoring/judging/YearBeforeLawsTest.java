package org.jingzhun.identification.monitoring.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for the income of the twelve months before, whatever is on record. */
class YearBeforeLawsTest {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

    @Provide
    Arbitrary<List<RecordedIncome>> incomes() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(-900, 60),
                        Arbitraries.integers().between(1, 366),
                        Arbitraries.longs().between(-1_000_000_00, 1_000_000_00))
                .as((id, first, days, net) ->
                        new RecordedIncome(new UUID(0, id), DAY.plusDays(first), DAY.plusDays(first + days - 1L), net))
                .list()
                .ofMaxSize(6)
                .uniqueElements(RecordedIncome::id);
    }

    @Property
    void noDayCountsTwiceAndTheSumIsThatOfTheShares(
            @ForAll("incomes") List<RecordedIncome> incomes, @ForAll @IntRange(min = 1, max = 12) int persons) {
        YearBefore year = YearBefore.of(DAY, incomes, persons);
        assertThat(year.shares().stream().mapToInt(YearBefore.Share::days).sum())
                .isEqualTo(year.coveredDays());
        assertThat(year.coveredDays()).isBetween(0, year.days());
        assertThat(year.shares().stream().mapToLong(YearBefore.Share::fen).sum())
                .isEqualTo(year.netFen());
        assertThat(year.perHeadFen()).isEqualTo(Math.floorDiv(year.netFen(), (long) persons));
        assertThat(year.shares()).allSatisfy(share -> {
            assertThat(share.from()).isAfterOrEqualTo(DAY.minusYears(1));
            assertThat(share.to()).isBefore(DAY);
            assertThat(share.days()).isBetween(1, share.daysOfPeriod());
        });
    }

    @Property
    void theOrderInWhichIncomesAreReadDoesNotMatter(
            @ForAll("incomes") List<RecordedIncome> incomes, @ForAll long seed) {
        List<RecordedIncome> shuffled = new ArrayList<>(incomes);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(YearBefore.of(DAY, shuffled, 3)).isEqualTo(YearBefore.of(DAY, incomes, 3));
    }

    @Property
    void whatContributedGivesTheSameAgain(@ForAll("incomes") List<RecordedIncome> incomes) {
        YearBefore year = YearBefore.of(DAY, incomes, 3);
        List<UUID> counted =
                year.shares().stream().map(YearBefore.Share::income).toList();
        List<RecordedIncome> again =
                incomes.stream().filter(income -> counted.contains(income.id())).toList();
        assertThat(YearBefore.of(DAY, again, 3)).isEqualTo(year);
    }

    @Property
    void anIncomeOfExactlyTheTwelveMonthsCountsWhole(
            @ForAll @LongRange(min = -100_000_00, max = 100_000_00) long net,
            @ForAll @LongRange(min = 1, max = 100_000_00) long line) {
        YearBefore year = YearBefore.of(
                DAY, List.of(new RecordedIncome(new UUID(0, 1), DAY.minusYears(1), DAY.minusDays(1), net)), 1);
        assertThat(year.netFen()).isEqualTo(net);
        assertThat(year.known(year.days())).isTrue();
        assertThat(year.below(line, 0)).isEqualTo(net < line);
    }

    @Property
    void aHigherLineOrMorePaymentsNeverLiftAnybodyOverIt(
            @ForAll("incomes") List<RecordedIncome> incomes,
            @ForAll @LongRange(min = 1, max = 100_000_00) long line,
            @ForAll @LongRange(min = 0, max = 100_000_00) long more) {
        YearBefore year = YearBefore.of(DAY, incomes, 2);
        if (year.below(line, 0)) {
            assertThat(year.below(line + more, 0)).isTrue();
            assertThat(year.below(line, more)).isTrue();
        }
    }
}
