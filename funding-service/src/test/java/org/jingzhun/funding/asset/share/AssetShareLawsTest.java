package org.jingzhun.funding.asset.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jingzhun.funding.asset.share.Apportionment.Weighted;
import org.jingzhun.funding.asset.share.Dividends.Holding;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What holds for every division of assets and income, whatever the numbers. */
class AssetShareLawsTest {

    private static final int TRIES = 200;
    private static final Period YEAR = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31));
    private static final long VILLAGE = 450521900201L;

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    @Provide
    Arbitrary<List<Weighted<Integer>>> weights() {
        return Arbitraries.longs()
                .between(1, 1_000_000_000_000L)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> new Weighted<>(i, BigInteger.valueOf(list.get(i))))
                        .toList());
    }

    @Property(tries = TRIES)
    void nothingIsLostAndNobodyIsMoreThanAFenFromHisQuota(
            @ForAll @LongRange(max = 1_000_000_000_000L) long fen, @ForAll("weights") List<Weighted<Integer>> weights) {
        var divided = Apportionment.divide(Money.ofFen(fen), weights);
        assertThat(sum(List.copyOf(divided.values()))).isEqualTo(Money.ofFen(fen));
        var total = weights.stream().map(Weighted::weight).reduce(BigInteger.ZERO, BigInteger::add);
        for (var weighted : weights) {
            var exact = BigInteger.valueOf(fen).multiply(weighted.weight());
            var given = BigInteger.valueOf(
                            divided.getOrDefault(weighted.key(), Money.ZERO).fen())
                    .multiply(total);
            assertThat(given.subtract(exact).abs()).isLessThan(total);
        }
    }

    @Property(tries = TRIES)
    void theOrderOfTheWeightsDoesNotMatter(
            @ForAll @LongRange(max = 1_000_000_000L) long fen,
            @ForAll("weights") List<Weighted<Integer>> weights,
            @ForAll long seed) {
        var shuffled = new ArrayList<>(weights);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Apportionment.divide(Money.ofFen(fen), shuffled))
                .isEqualTo(Apportionment.divide(Money.ofFen(fen), weights));
    }

    @Property(tries = TRIES)
    void whoWeighsMoreNeverGetsLess(
            @ForAll @LongRange(max = 1_000_000_000L) long fen, @ForAll("weights") List<Weighted<Integer>> weights) {
        var divided = Apportionment.divide(Money.ofFen(fen), weights);
        for (var a : weights) {
            for (var b : weights) {
                if (a.weight().compareTo(b.weight()) > 0) {
                    assertThat(divided.getOrDefault(a.key(), Money.ZERO))
                            .isGreaterThanOrEqualTo(divided.getOrDefault(b.key(), Money.ZERO));
                }
            }
        }
    }

    @Property(tries = TRIES)
    void anAssetIsTheSumOfItsSharesAndTheRemainder(
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long fen,
            @ForAll @IntRange(min = 1, max = 60) int candidates,
            @ForAll @LongRange(max = 1_000_000L) long minimum,
            @ForAll Quantification.Mode mode,
            @ForAll long seed) {
        var random = new Random(seed);
        var list = IntStream.range(0, candidates)
                .mapToObj(i -> new Candidate(
                        new Holder(VILLAGE, new UUID(i, random.nextLong())),
                        1 + random.nextInt(9),
                        random.nextBoolean()))
                .toList();
        var terms = new Quantification.Terms(mode, Money.ofFen(100), Money.ofFen(minimum));
        var divided = Quantification.divide(Money.ofFen(fen), list, terms);
        var given =
                sum(divided.shares().stream().map(Quantification.Share::amount).toList());
        assertThat(given.plus(divided.remainder())).isEqualTo(Money.ofFen(fen));
        assertThat(divided.remainder().isNegative()).isFalse();
        assertThat(divided.shares()).allMatch(share -> share.amount().fen() % 100 == 0);
        var waiting = list.stream()
                .filter(c -> divided.waiting().contains(c.holder()))
                .toList();
        var served = list.stream()
                .filter(c -> !divided.waiting().contains(c.holder()))
                .toList();
        if (waiting.stream().anyMatch(Candidate::withoutLabour)) {
            assertThat(served).allMatch(Candidate::withoutLabour);
        }
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        assertThat(Quantification.divide(Money.ofFen(fen), shuffled, terms)).isEqualTo(divided);
    }

    record Income(long profit, Dividends.Terms terms, List<Holding> holdings) {}

    @Provide
    Arbitrary<Income> incomes() {
        var terms = Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.of(DayCount.values()))
                .as(Dividends.Terms::new);
        var holdings = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.longs().between(1, 100_000_000L),
                        Arbitraries.integers().between(-400, 364),
                        Arbitraries.integers().between(1, 500).injectNull(0.3))
                .as(AssetShareLawsTest::holding)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
        return Combinators.combine(Arbitraries.longs().between(-1_000_000, 10_000_000_000L), terms, holdings)
                .as(Income::new);
    }

    private static Holding holding(int household, long fen, int since, @Nullable Integer days) {
        var first = YEAR.from().plusDays(since);
        var holder = household == 0 ? Holder.collective(VILLAGE) : new Holder(VILLAGE, new UUID(0, household));
        return new Holding(holder, Money.ofFen(fen), first, days == null ? null : first.plusDays(days));
    }

    @Property(tries = TRIES)
    void floorAndDividendAreWhatTheLinesAddUpTo(@ForAll("incomes") Income income, @ForAll long seed) {
        var declared = Dividends.declare(YEAR, Money.ofFen(income.profit()), income.terms(), income.holdings());
        assertThat(sum(declared.lines().stream().map(Dividends.Line::floor).toList()))
                .isEqualTo(declared.floor());
        assertThat(sum(declared.lines().stream().map(Dividends.Line::dividend).toList()))
                .isEqualTo(declared.dividend());
        var shuffled = new ArrayList<>(income.holdings());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Dividends.declare(YEAR, Money.ofFen(income.profit()), income.terms(), shuffled))
                .isEqualTo(declared);
    }

    @Property(tries = TRIES)
    void moreProfitTakesNoMoreThanARoundingFenFromAnybody(
            @ForAll("incomes") Income income, @ForAll @LongRange(max = 1_000_000_000L) long more) {
        var before = Dividends.declare(YEAR, Money.ofFen(income.profit()), income.terms(), income.holdings());
        var after = Dividends.declare(YEAR, Money.ofFen(income.profit() + more), income.terms(), income.holdings());
        assertThat(after.dividend()).isGreaterThanOrEqualTo(before.dividend());
        assertThat(after.floor()).isEqualTo(before.floor());
        for (int l = 0; l < before.lines().size(); l++) {
            assertThat(after.lines().get(l).amount().fen())
                    .isGreaterThanOrEqualTo(before.lines().get(l).amount().fen() - 1);
        }
    }

    @Property(tries = TRIES)
    void aShareThatChangesHandsEarnsTheSameInAll(
            @ForAll @LongRange(min = 1, max = 100_000_000L) long fen,
            @ForAll @IntRange(min = 1, max = 364) int day,
            @ForAll @IntRange(max = 10_000) int rate) {
        var terms = new Dividends.Terms(rate, 0, DayCount.ACTUAL);
        var change = YEAR.from().plusDays(day);
        var one = new Holder(VILLAGE, new UUID(0, 1));
        var other = Holder.collective(VILLAGE);
        var kept = List.of(new Holding(one, Money.ofFen(fen), YEAR.from(), null));
        var changed = List.of(
                new Holding(one, Money.ofFen(fen), YEAR.from(), change),
                new Holding(other, Money.ofFen(fen), change, null));
        assertThat(Dividends.declare(YEAR, Money.ZERO, terms, changed).floor())
                .isEqualTo(Dividends.declare(YEAR, Money.ZERO, terms, kept).floor());
    }
}
