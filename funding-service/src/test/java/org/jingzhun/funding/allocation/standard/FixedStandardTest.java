package org.jingzhun.funding.allocation.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jingzhun.funding.allocation.standard.FixedStandard.Counted;
import org.jingzhun.funding.allocation.standard.FixedStandard.Grant;
import org.jingzhun.funding.allocation.standard.FixedStandard.Granted;
import org.jingzhun.funding.allocation.standard.FixedStandard.Nobody;
import org.jingzhun.funding.allocation.standard.FixedStandard.Shortage;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

class FixedStandardTest {

    private static final Money START = Money.ofYuan(500_000);

    @Test
    void everyPoorVillageGetsTheStartUpMoneyAndTheRestStays() {
        var result = FixedStandard.allocate(
                Money.ofYuan(1_200_000), START, List.of(new Counted(9, 1), new Counted(7, 0), new Counted(3, 1)));
        assertThat(result)
                .isEqualTo(new Granted(
                        List.of(new Grant(3, 1, START), new Grant(9, 1, START)), 2, Money.ofYuan(1_000_000)));
    }

    @Test
    void tooLittleMoneyIsNamedWithItsShortfall() {
        assertThat(FixedStandard.allocate(
                        Money.ofFen(99_999_999), START, List.of(new Counted(1, 1), new Counted(2, 1))))
                .isEqualTo(new Shortage("1000000.00", Money.ofFen(99_999_999), "0.01"));
        assertThat(FixedStandard.allocate(Money.ofYuan(1), START, List.of(new Counted(1, Long.MAX_VALUE))))
                .isInstanceOf(Shortage.class);
    }

    @Test
    void whereNothingIsCountedThereIsNobodyToGiveTo() {
        assertThat(FixedStandard.allocate(START, START, List.of(new Counted(1, 0))))
                .isEqualTo(new Nobody());
        assertThatThrownBy(() -> new Counted(1, -1)).hasMessageContaining("negative");
    }

    @Property(tries = 100)
    void everyUnitCountsTheSameAndTheSharesAddUp(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 500) Long> units,
            @ForAll @LongRange(min = 1, max = 10_000_000) long rate) {
        var counted = units.stream().map(u -> u).toList();
        var receivers = new java.util.ArrayList<Counted>();
        for (int r = 0; r < counted.size(); r++) {
            receivers.add(new Counted(r, counted.get(r)));
        }
        long all = units.stream().mapToLong(Long::longValue).sum();
        var result = FixedStandard.allocate(Money.ofFen(Math.max(1, all * rate)), Money.ofFen(rate), receivers);
        if (all == 0) {
            assertThat(result).isEqualTo(new Nobody());
            return;
        }
        var granted = (Granted) result;
        assertThat(granted.grants().stream().mapToLong(g -> g.amount().fen()).sum())
                .isEqualTo(granted.total().fen())
                .isEqualTo(all * rate);
        assertThat(granted.grants())
                .allSatisfy(g -> assertThat(g.amount().fen()).isEqualTo(g.units() * rate));
    }
}
