package org.jingzhun.funding.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Divided;
import org.jingzhun.funding.ledger.money.Money;

/** What holds for every allocation, whatever the numbers. */
class FactorFormulaLawsTest {

    record Place(long code, long[] values, long floor, long room) {}

    record Case(List<Factor> factors, List<Place> places, long amount) {

        Receivers receivers(List<Place> inThisOrder) {
            var builder = Receivers.of(factors.stream().map(Factor::code).toList());
            for (var place : inThisOrder) {
                var cap = place.room < 0 ? null : Money.ofFen(place.floor + place.room);
                builder.add(place.code, Money.ofFen(place.floor), cap, place.values);
            }
            return builder.build();
        }

        Shares shares() {
            return shares(amount, places);
        }

        Shares shares(long fen, List<Place> inThisOrder) {
            var result = FactorFormula.allocate(Money.ofFen(fen), factors, receivers(inThisOrder));
            Assume.that(result instanceof Divided);
            return ((Divided) result).shares();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers().between(1, 4).flatMap(this::casesOf);
    }

    private Arbitrary<Case> casesOf(int factorCount) {
        var values = Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 9), Arbitraries.longs().between(0, Receivers.VALUE_LIMIT))
                .array(long[].class)
                .ofSize(factorCount);
        var floors = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.longs().between(0, 3_000)));
        var rooms = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(-1L)),
                Tuple.of(1, Arbitraries.longs().between(0, 50_000)));
        var places = Combinators.combine(values, floors, rooms)
                .as((v, floor, room) -> new Place(0, v, floor, room))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(FactorFormulaLawsTest::coded);
        var amounts = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 500_000), Arbitraries.longs().between(1, Money.LIMIT_FEN));
        var directions = Arbitraries.of(Direction.class).list().ofSize(factorCount);
        return Combinators.combine(directions, weights(factorCount), places, amounts)
                .as((d, w, p, amount) -> new Case(factors(d, w), p, amount));
    }

    private static Arbitrary<List<Integer>> weights(int count) {
        return Arbitraries.integers()
                .between(1, Factor.WHOLE / count)
                .list()
                .ofSize(count)
                .map(list -> {
                    int others = list.subList(1, list.size()).stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    var whole = new ArrayList<>(list);
                    whole.set(0, Factor.WHOLE - others);
                    return whole;
                });
    }

    private static List<Factor> factors(List<Direction> directions, List<Integer> weights) {
        return IntStream.range(0, weights.size())
                .mapToObj(f -> new Factor("F" + f, weights.get(f), directions.get(f)))
                .toList();
    }

    private static List<Place> coded(List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(p ->
                        new Place(451031100201L + p, places.get(p).values, places.get(p).floor, places.get(p).room))
                .toList();
    }

    @Property
    void theSharesAddUpToTheAmountToTheFen(@ForAll("cases") Case c) {
        var shares = c.shares();
        assertThat(IntStream.range(0, shares.size())
                        .mapToLong(r -> shares.amount(r).fen())
                        .sum())
                .isEqualTo(c.amount);
    }

    @Property
    void everyShareIsTheSumOfItsExplainedParts(@ForAll("cases") Case c) {
        var shares = c.shares();
        for (int r = 0; r < shares.size(); r++) {
            var share = shares.explain(r);
            var sum = share.adjustment().plus(share.rounding());
            for (var part : share.parts()) {
                assertThat(part.amount().isNegative()).isFalse();
                sum = sum.plus(part.amount());
            }
            assertThat(sum).isEqualTo(share.amount()).isEqualTo(shares.amount(r));
            assertThat(share.rounding().fen()).isBetween(0L, (long) c.factors.size());
            assertThat(new BigDecimal(share.remainder())).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @Property
    void theOrderOfTheReceiversDoesNotMatter(@ForAll("cases") Case c, @ForAll long seed) {
        var shuffled = new ArrayList<>(c.places);
        Collections.shuffle(shuffled, new Random(seed));
        var expected = c.shares();
        var actual = c.shares(c.amount, shuffled);
        for (int r = 0; r < expected.size(); r++) {
            assertThat(actual.explain(r)).isEqualTo(expected.explain(r));
        }
    }

    @Property
    void floorsAndCapsAreKept(@ForAll("cases") Case c) {
        var shares = c.shares();
        for (int r = 0; r < shares.size(); r++) {
            var place = c.places.get(r);
            long fen = shares.amount(r).fen();
            assertThat(fen).isGreaterThanOrEqualTo(place.floor);
            if (place.room >= 0) {
                assertThat(fen).isLessThanOrEqualTo(place.floor + place.room);
            }
            switch (shares.explain(r).bound()) {
                case FLOOR -> assertThat(fen).isEqualTo(place.floor);
                case CAP -> assertThat(fen).isEqualTo(place.floor + place.room);
                case NONE -> assertThat(fen).isNotNegative();
            }
        }
    }

    /** All free shares have one scale, held ones would leave their bounds at it: that makes the filling unique. */
    @Property
    void oneScaleFitsAllFreeSharesAndBoundsHoldOnlyWhereItWouldBreakThem(@ForAll("cases") Case c) {
        var shares = c.shares();
        var lowest = new BigDecimal("1E+40");
        var highest = BigDecimal.ZERO;
        for (int r = 0; r < shares.size(); r++) {
            var quota = quota(c, shares, r);
            if (shares.explain(r).bound() == Bound.NONE && quota.signum() > 0) {
                var fen = BigDecimal.valueOf(shares.amount(r).fen());
                lowest = lowest.min(fen.add(BigDecimal.ONE).divide(quota, MathContext.DECIMAL128));
                highest = highest.max(fen.subtract(BigDecimal.ONE).divide(quota, MathContext.DECIMAL128));
            }
        }
        assertThat(highest).isLessThan(lowest);
        for (int r = 0; r < shares.size(); r++) {
            var quota = quota(c, shares, r);
            var fen = BigDecimal.valueOf(shares.amount(r).fen());
            switch (shares.explain(r).bound()) {
                case FLOOR -> assertThat(highest.multiply(quota)).isLessThanOrEqualTo(fen);
                case CAP ->
                    assertThat(lowest.multiply(quota).add(BigDecimal.ONE)).isGreaterThanOrEqualTo(fen);
                case NONE -> assertThat(fen.signum()).isNotNegative();
            }
        }
    }

    private static BigDecimal quota(Case c, Shares shares, int receiver) {
        var quota = BigDecimal.ZERO;
        for (var part : shares.explain(receiver).parts()) {
            quota = quota.add(BigDecimal.valueOf(c.amount)
                    .multiply(BigDecimal.valueOf(part.factor().weight()))
                    .multiply(BigDecimal.valueOf(part.counted()))
                    .divide(
                            BigDecimal.valueOf(part.total()).multiply(BigDecimal.valueOf(Factor.WHOLE)),
                            new MathContext(60)));
        }
        return quota;
    }

    @Property
    void withoutBoundsEveryShareIsWithinAFenOfItsExactQuota(@ForAll("cases") Case c) {
        var free = new Case(
                c.factors,
                c.places.stream().map(p -> new Place(p.code, p.values, 0, -1)).toList(),
                c.amount);
        var shares = free.shares();
        for (int r = 0; r < shares.size(); r++) {
            var distance = quota(free, shares, r)
                    .subtract(BigDecimal.valueOf(shares.amount(r).fen()))
                    .abs();
            assertThat(distance).isLessThan(BigDecimal.ONE);
            assertThat(shares.explain(r).adjustment()).isEqualTo(Money.ZERO);
        }
    }

    @Property
    void noShareFallsByMoreThanOneFenWhenTheAmountRises(
            @ForAll("cases") Case c, @ForAll @LongRange(min = 1, max = 100_000) long more) {
        Assume.that(c.amount + more <= Money.LIMIT_FEN);
        var before = c.shares();
        var after = c.shares(c.amount + more, c.places);
        for (int r = 0; r < before.size(); r++) {
            assertThat(after.amount(r).fen())
                    .isGreaterThanOrEqualTo(before.amount(r).fen() - 1);
        }
    }

    @Property
    void equalReceiversDifferByAtMostOneFenAndTheSmallerCodeIsNotWorseOff(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @LongRange(min = 1, max = 100_000) long amount) {
        var places = IntStream.range(0, size)
                .mapToObj(p -> new Place(p, new long[] {7}, 0, -1))
                .toList();
        var c = new Case(List.of(new Factor("F0", Factor.WHOLE, Direction.DIRECT)), places, amount);
        var shares = c.shares();
        for (int r = 1; r < size; r++) {
            assertThat(shares.amount(r - 1).fen() - shares.amount(r).fen()).isBetween(0L, 1L);
        }
        assertThat(shares.amount(0).fen() - shares.amount(size - 1).fen()).isBetween(0L, 1L);
    }

    @Property
    void theReceiverWithMoreNeverGetsLessByADirectFactorNorMoreByAnInverseOne(
            @ForAll("cases") Case c, @ForAll Direction direction) {
        var plain = new Case(
                List.of(new Factor("F0", Factor.WHOLE, direction)),
                c.places.stream()
                        .map(p -> new Place(p.code, new long[] {p.values[0]}, 0, -1))
                        .toList(),
                c.amount);
        var shares = plain.shares();
        for (int a = 0; a < shares.size(); a++) {
            for (int b = 0; b < shares.size(); b++) {
                long more = plain.places.get(a).values[0];
                long less = plain.places.get(b).values[0];
                long difference = shares.amount(a).fen() - shares.amount(b).fen();
                if (more > less) {
                    assertThat(direction == Direction.DIRECT ? difference : -difference)
                            .isNotNegative();
                }
            }
        }
    }
}
