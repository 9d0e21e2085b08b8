package org.jingzhun.funding.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Divided;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Indivisible;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Reason;
import org.jingzhun.funding.allocation.formula.Receivers.Conditions;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

/** What holds for every allocation with deductions and rewards, whatever the numbers. */
class IncentiveLawsTest {

    private static final List<Factor> BY_PERSONS = List.of(new Factor("PERSONS", Factor.WHOLE, Direction.DIRECT));

    record Place(long code, long persons, Conditions conditions) {}

    @Provide
    Arbitrary<List<Place>> places() {
        var incentives = Arbitraries.of(0, 0, 0, 200, 1_000, 10_000, -300, -1_500);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 200),
                        Arbitraries.of(0L, 0L, 50L),
                        Arbitraries.of(-1L, -1L, 5_000L),
                        incentives)
                .as((persons, floor, room, incentive) -> new Place(
                        0,
                        persons,
                        new Conditions(
                                Money.ofFen(floor),
                                room < 0 ? null : Money.ofFen(floor + room),
                                Math.max(0, incentive),
                                Math.max(0, -incentive))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(list -> {
                    var coded = new ArrayList<Place>();
                    for (var place : list) {
                        coded.add(new Place(coded.size() + 1L, place.persons, place.conditions));
                    }
                    return coded;
                });
    }

    @Property(tries = 200)
    void everyFenIsGivenOnceAndEveryShareAddsUpWithinItsBounds(
            @ForAll("places") List<Place> places,
            @ForAll @LongRange(min = 1, max = 1_000_000) long amount,
            @ForAll @IntRange(min = 0, max = 3_000) int reserve) {
        var shares = shares(places, amount, reserve);
        long sum = 0;
        for (int r = 0; r < shares.size(); r++) {
            var share = shares.explain(r);
            var conditions = places.get(r).conditions;
            sum += share.amount().fen();
            assertThat(share.parts()
                            .getFirst()
                            .amount()
                            .plus(share.adjustment())
                            .plus(share.rounding())
                            .minus(share.deduction())
                            .plus(share.reward())
                            .plus(share.redistribution()))
                    .isEqualTo(share.amount());
            assertThat(share.amount()).isGreaterThanOrEqualTo(conditions.floor());
            if (conditions.cap() != null) {
                assertThat(share.amount()).isLessThanOrEqualTo(conditions.cap());
            }
            assertThat(share.deduction().isPositive() && share.redistribution().isPositive())
                    .isFalse();
            assertThat(conditions.reward() > 0 || share.reward().isZero()).isTrue();
            assertThat(conditions.deduction() > 0 || share.deduction().isZero()).isTrue();
        }
        assertThat(sum).isEqualTo(amount);
    }

    @Property(tries = 100)
    void theOrderOfTheReceiversDoesNotMatter(
            @ForAll("places") List<Place> places,
            @ForAll @LongRange(min = 1, max = 1_000_000) long amount,
            @ForAll long seed) {
        var expected = shares(places, amount, 500);
        var shuffled = new ArrayList<>(places);
        Collections.shuffle(shuffled, new Random(seed));
        var actual = shares(shuffled, amount, 500);
        for (int r = 0; r < expected.size(); r++) {
            assertThat(actual.explain(r)).isEqualTo(expected.explain(r));
        }
    }

    /** Three fen: one for the quota's rounding, one for its deduction's or reward's, one for what is redistributed. */
    @Property(tries = 100)
    void whoeverHasMoreOfADirectFactorDoesNotGetLess(
            @ForAll @LongRange(min = 0, max = 200) long persons,
            @ForAll @LongRange(min = 1, max = 100) long more,
            @ForAll @IntRange(min = 0, max = 2_000) int deduction) {
        var before = new ArrayList<Place>();
        before.add(new Place(1, persons, new Conditions(Money.ZERO, null, deduction, 0)));
        before.add(new Place(2, 70, Conditions.NONE));
        before.add(new Place(3, 90, new Conditions(Money.ZERO, null, 0, 500)));
        var after = new ArrayList<>(before);
        after.set(0, new Place(1, persons + more, before.getFirst().conditions));
        assertThat(shares(after, 777_777, 0).amount(0).fen())
                .isGreaterThanOrEqualTo(shares(before, 777_777, 0).amount(0).fen() - 3);
    }

    @Test
    void whatGradeDLosesRewardsGradeAFirstAndThenGoesToTheOthers() {
        var places = List.of(
                new Place(1, 100, new Conditions(Money.ZERO, null, 2_000, 0)),
                new Place(2, 100, new Conditions(Money.ZERO, null, 0, 500)),
                new Place(3, 200, Conditions.NONE));
        var shares = shares(places, 40_000, 0);
        assertThat(shares.explain(0).deduction()).isEqualTo(Money.ofFen(2_000));
        assertThat(shares.explain(1).reward()).isEqualTo(Money.ofFen(500));
        assertThat(shares.explain(1).redistribution()).isEqualTo(Money.ofFen(500));
        assertThat(shares.explain(2).redistribution()).isEqualTo(Money.ofFen(1_000));
        assertThat(shares.amount(0).fen()
                        + shares.amount(1).fen()
                        + shares.amount(2).fen())
                .isEqualTo(40_000);
    }

    @Test
    void rewardsShrinkTogetherWhenTheDeductionsDoNotReach() {
        var places = List.of(
                new Place(1, 100, new Conditions(Money.ZERO, null, 100, 0)),
                new Place(2, 100, new Conditions(Money.ZERO, null, 0, 1_000)),
                new Place(3, 200, new Conditions(Money.ZERO, null, 0, 1_000)));
        var shares = shares(places, 40_000, 0);
        assertThat(shares.explain(0).deduction()).isEqualTo(Money.ofFen(100));
        assertThat(shares.explain(1).reward()).isEqualTo(Money.ofFen(33));
        assertThat(shares.explain(2).reward()).isEqualTo(Money.ofFen(67));
    }

    @Test
    void aReserveThatNobodyEarnsGoesBackToAll() {
        var places = List.of(new Place(1, 100, Conditions.NONE), new Place(2, 300, Conditions.NONE));
        var shares = shares(places, 40_000, 1_000);
        assertThat(shares.amount(0)).isEqualTo(Money.ofFen(10_000));
        assertThat(shares.explain(0).redistribution()).isEqualTo(Money.ofFen(1_000));
    }

    @Test
    void deductionsThatNobodyMayTakeAreRefused() {
        var places = List.of(
                new Place(1, 100, new Conditions(Money.ZERO, null, 1_000, 0)),
                new Place(2, 100, new Conditions(Money.ZERO, Money.ofFen(20_000), 0, 0)));
        assertThat(FactorFormula.allocate(Money.ofFen(40_000), 0, BY_PERSONS, receivers(places)))
                .isInstanceOfSatisfying(
                        Indivisible.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOBODY_TAKES_DEDUCTIONS));
        assertThatThrownBy(() -> new Conditions(Money.ZERO, null, 1, 1)).hasMessageContaining("at once");
        assertThatThrownBy(() -> new Conditions(Money.ZERO, null, 10_001, 0)).hasMessageContaining("basis points");
    }

    private static Receivers receivers(List<Place> places) {
        var builder = Receivers.of(List.of("PERSONS"));
        places.forEach(place -> builder.add(place.code, place.conditions, place.persons));
        return builder.build();
    }

    private static Shares shares(List<Place> places, long amount, int reserve) {
        var result = FactorFormula.allocate(Money.ofFen(amount), reserve, BY_PERSONS, receivers(places));
        Assume.that(result instanceof Divided);
        return ((Divided) result).shares();
    }
}
