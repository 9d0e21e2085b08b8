package org.jingzhun.funding.riskpool.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.rule.Proportions.Weight;
import org.junit.jupiter.api.Test;

/** Splits are exact, whatever the numbers; lending stops just above its thresholds. */
class RuleTest {

    private static List<Weight<Integer>> weights(List<Long> fen) {
        var weights = new ArrayList<Weight<Integer>>();
        for (int w = 0; w < fen.size(); w++) {
            weights.add(new Weight<>(w, Money.ofFen(fen.get(w))));
        }
        return weights;
    }

    @Property(tries = 300)
    void partsSumToTheAmountWithinAFenOfTheirQuotaInWhateverOrder(
            @ForAll @LongRange(max = 1_000_000_000_000L) long amount,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 1_000_000_000L) Long> fen,
            @ForAll Random random) {
        var weights = weights(fen);
        var parts = Proportions.split(Money.ofFen(amount), weights);
        assertThat(parts.values().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(Money.ofFen(amount));
        double total = fen.stream().mapToLong(Long::longValue).sum();
        parts.forEach((key, part) ->
                assertThat(part.fen() - amount * (fen.get(key) / total)).isBetween(-1.01, 1.01));
        Collections.shuffle(weights, random);
        assertThat(Proportions.split(Money.ofFen(amount), weights)).isEqualTo(parts);
    }

    /** So that no account gives more than it holds, and gets back no more than it gave. */
    @Property(tries = 300)
    void noPartIsLargerThanItsWeightIfTheAmountIsNot(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 1_000_000L) Long> fen,
            @ForAll @IntRange(max = 100) int percent) {
        long total = fen.stream().mapToLong(Long::longValue).sum();
        var parts = Proportions.split(Money.ofFen(total * percent / 100), weights(fen));
        parts.forEach((key, part) -> assertThat(part.fen()).isLessThanOrEqualTo(fen.get(key)));
    }

    @Property(tries = 200)
    void poolAndLenderBearTheWholeLoss(
            @ForAll @LongRange(max = 1_000_000_000_000L) long loss, @ForAll @IntRange(max = 10_000) int share) {
        var shared = LossSharing.share(Money.ofFen(loss), share);
        assertThat(shared.pool().plus(shared.lender())).isEqualTo(Money.ofFen(loss));
        assertThat(shared.pool().isNegative() || shared.lender().isNegative()).isFalse();
    }

    @Test
    void aThirdOfThreeFenAndOneLeftGoesToTheFirst() {
        assertThat(Proportions.split(Money.ofFen(100), weights(List.of(1L, 1L, 1L)))
                        .values())
                .extracting(Money::fen)
                .containsExactly(34L, 33L, 33L);
        assertThat(LossSharing.share(Money.ofFen(99), 8_000))
                .isEqualTo(new LossSharing.Shared(Money.ofFen(79), Money.ofFen(20)));
    }

    private static PoolFigures figures(long outstanding, long overdue, long contributed, long compensated) {
        return new PoolFigures(
                Money.ofFen(outstanding),
                Money.ZERO,
                Money.ofFen(overdue),
                Money.ofFen(contributed),
                Money.ofFen(contributed - compensated),
                Money.ofFen(compensated));
    }

    @Test
    void lendingStopsAboveTheThresholdsAndNotAtThem() {
        var rule = new LendingRule(10, 500, 5_000);
        var one = Money.ofFen(1);
        assertThat(rule.judge(figures(10_000, 500, 100_000, 0), one))
                .isEqualTo(new LendingRule.Open(Money.ofFen(990_000)));
        assertThat(rule.judge(figures(10_000, 501, 100_000, 0), one))
                .isEqualTo(new LendingRule.Stopped(
                        LendingRule.Reason.OVERDUE_RATE, Money.ofFen(501), Money.ofFen(10_000), 501, 500));
        assertThat(rule.judge(figures(0, 0, 100, 50), one)).isEqualTo(new LendingRule.Open(Money.ofFen(500)));
        assertThat(rule.judge(figures(0, 0, 100, 51), one))
                .isInstanceOfSatisfying(LendingRule.Stopped.class, stopped -> assertThat(stopped.reason())
                        .isEqualTo(LendingRule.Reason.COMPENSATION_RATE));
    }

    @Test
    void aPoolStandsForItsBalanceTimesTheLeverageAndNotAFenMore() {
        var rule = new LendingRule(10, 500, 5_000);
        var figures = figures(900, 0, 100, 0);
        assertThat(rule.judge(figures, Money.ofFen(100))).isEqualTo(new LendingRule.Open(Money.ofFen(100)));
        assertThat(rule.judge(figures, Money.ofFen(101)))
                .isEqualTo(new LendingRule.Exhausted(Money.ofFen(900), Money.ofFen(1_000)));
        assertThat(rule.judge(figures(0, 0, 0, 0), Money.ofFen(1))).isInstanceOf(LendingRule.Exhausted.class);
    }
}
