package org.jingzhun.funding.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Divided;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Indivisible;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Reason;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

class FactorFormulaTest {

    private static final Factor PERSONS = new Factor("POOR_PERSONS", 10_000, Direction.DIRECT);
    private static final List<Factor> BY_PERSONS = List.of(PERSONS);

    @Test
    void anAmountIsDividedInProportionToTheFactor() {
        var shares = divided(Money.ofYuan(100), persons(50, 30, 20));
        assertThat(amounts(shares)).containsExactly("50.00", "30.00", "20.00");
    }

    @Test
    void leftOverFenGoToTheLargestRemaindersAndTiesToTheSmallerCode() {
        assertThat(amounts(divided(Money.ofFen(100), persons(1, 1, 1)))).containsExactly("0.34", "0.33", "0.33");
        assertThat(amounts(divided(Money.ofFen(10), persons(6, 6, 2)))).containsExactly("0.04", "0.04", "0.02");
    }

    @Test
    void oneMoreFenInAllMayCostAReceiverOneFen() {
        assertThat(amounts(divided(Money.ofFen(10), persons(6, 6, 2)))).containsExactly("0.04", "0.04", "0.02");
        assertThat(amounts(divided(Money.ofFen(11), persons(6, 6, 2)))).containsExactly("0.05", "0.05", "0.01");
    }

    @Test
    void severalFactorsAddUpByWeightAndEachIsShown() {
        var factors = List.of(
                new Factor("POOR_PERSONS", 6_000, Direction.DIRECT),
                new Factor("RURAL_PERSONS", 4_000, Direction.INVERSE));
        var receivers = receivers(factors)
                .add(1, Money.ZERO, null, 10, 300)
                .add(2, Money.ZERO, null, 30, 100)
                .build();
        var shares = divided(Money.ofYuan(1000), factors, receivers);
        assertThat(amounts(shares)).containsExactly("250.00", "750.00");
        var first = shares.explain(0);
        assertThat(first.parts()).extracting(p -> p.amount().toString()).containsExactly("150.00", "100.00");
        assertThat(first.parts().getLast().value()).isEqualTo(300);
        assertThat(first.parts().getLast().counted()).isEqualTo(100);
        assertThat(first.parts().getLast().total()).isEqualTo(400);
        assertThat(first.adjustment()).isEqualTo(Money.ZERO);
        assertThat(first.rounding()).isEqualTo(Money.ZERO);
        assertThat(first.remainder()).isEqualTo("0");
    }

    @Test
    void aFloorIsPaidForByTheOthersInProportion() {
        var receivers = receivers(BY_PERSONS)
                .add(1, Money.ofYuan(20), null, 10)
                .add(2, Money.ZERO, null, 30)
                .add(3, Money.ZERO, null, 60)
                .build();
        var shares = divided(Money.ofYuan(100), BY_PERSONS, receivers);
        assertThat(amounts(shares)).containsExactly("20.00", "26.67", "53.33");
        assertThat(shares.explain(0).bound()).isEqualTo(Bound.FLOOR);
        assertThat(shares.explain(0).adjustment()).isEqualTo(Money.ofYuan(10));
        var second = shares.explain(1);
        assertThat(second.adjustment()).isEqualTo(Money.parse("-3.34"));
        assertThat(second.rounding()).isEqualTo(Money.ofFen(1));
        assertThat(second.remainder()).isEqualTo("0.666666666666");
    }

    @Test
    void whatACapCutsOffGoesToTheOthersInProportion() {
        var receivers = receivers(BY_PERSONS)
                .add(1, Money.ZERO, null, 10)
                .add(2, Money.ZERO, null, 30)
                .add(3, Money.ZERO, Money.ofYuan(40), 60)
                .build();
        var shares = divided(Money.ofYuan(100), BY_PERSONS, receivers);
        assertThat(amounts(shares)).containsExactly("15.00", "45.00", "40.00");
        assertThat(shares.explain(2).bound()).isEqualTo(Bound.CAP);
    }

    @Test
    void aReceiverWithoutPoorGetsItsFloorOrNothing() {
        var receivers = receivers(BY_PERSONS)
                .add(1, Money.ofYuan(5), null, 0)
                .add(2, Money.ZERO, null, 0)
                .add(3, Money.ZERO, null, 7)
                .build();
        assertThat(amounts(divided(Money.ofYuan(100), BY_PERSONS, receivers))).containsExactly("5.00", "0.00", "95.00");
    }

    @Test
    void floorsThatTakeTheWholeAmountAreDividedExactlyAsFloors() {
        var receivers = receivers(BY_PERSONS)
                .add(1, Money.ofYuan(60), null, 1)
                .add(2, Money.ofYuan(40), null, 99)
                .build();
        assertThat(amounts(divided(Money.ofYuan(100), BY_PERSONS, receivers))).containsExactly("60.00", "40.00");
    }

    @Test
    void aSingleFenAmongManyGoesToTheLargest() {
        var shares = divided(Money.ofFen(1), persons(3, 4, 2));
        assertThat(amounts(shares)).containsExactly("0.00", "0.01", "0.00");
    }

    @Test
    void aShareIsFoundByItsCode() {
        var shares = divided(Money.ofYuan(100), persons(50, 30, 20));
        assertThat(shares.findByCode(2).orElseThrow().amount()).isEqualTo(Money.ofYuan(30));
        assertThat(shares.findByCode(99)).isEmpty();
    }

    @Test
    void amountsThatAreNoneAreNotDivided() {
        for (var none : List.of(Money.ZERO, Money.ofFen(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FactorFormula.allocate(none, BY_PERSONS, persons(1)))
                    .withMessageContaining("must be more than 0.00 yuan");
        }
    }

    @Test
    void nobodyToReceiveIsIndivisible() {
        assertThat(refused(Money.ofFen(1), BY_PERSONS, persons())).isEqualTo(Reason.NO_RECEIVERS);
    }

    @Test
    void weightsThatDoNotSumAreIndivisible() {
        for (int weight : new int[] {1, 4_999, 5_001, 10_000}) {
            var factors = List.of(new Factor("A", 5_000, Direction.DIRECT), new Factor("B", weight, Direction.DIRECT));
            var receivers = receivers(factors).add(1, Money.ZERO, null, 1, 1).build();
            assertThat(refused(Money.ofFen(1), factors, receivers)).isEqualTo(Reason.WEIGHTS_DO_NOT_SUM);
        }
        assertThat(refused(
                        Money.ofFen(1),
                        List.of(),
                        receivers(List.of()).add(1, Money.ZERO, null).build()))
                .isEqualTo(Reason.WEIGHTS_DO_NOT_SUM);
    }

    @Test
    void aFactorListedTwiceIsIndivisible() {
        var factors = List.of(new Factor("A", 5_000, Direction.DIRECT), new Factor("A", 5_000, Direction.DIRECT));
        var receivers = receivers(factors).add(1, Money.ZERO, null, 1, 1).build();
        assertThat(refused(Money.ofFen(1), factors, receivers)).isEqualTo(Reason.FACTOR_TWICE);
    }

    @Test
    void aFactorThatIsZeroEverywhereIsIndivisible() {
        assertThat(refused(Money.ofFen(1), BY_PERSONS, persons(0, 0))).isEqualTo(Reason.FACTOR_WITHOUT_VALUES);
    }

    @Test
    void floorsAboveTheAmountAreIndivisible() {
        var receivers = receivers(BY_PERSONS)
                .add(1, Money.ofFen(60), null, 1)
                .add(2, Money.ofFen(41), null, 1)
                .build();
        assertThat(refused(Money.ofFen(100), BY_PERSONS, receivers)).isEqualTo(Reason.FLOORS_ABOVE_AMOUNT);
    }

    @Test
    void capsBelowTheAmountAreIndivisible() {
        var receivers = receivers(BY_PERSONS)
                .add(1, Money.ZERO, Money.ofFen(60), 1)
                .add(2, Money.ZERO, Money.ofFen(39), 1)
                .build();
        assertThat(refused(Money.ofFen(100), BY_PERSONS, receivers)).isEqualTo(Reason.CAPS_BELOW_AMOUNT);
    }

    @Test
    void capsOfReceiversWithoutQuotaGiveNoRoom() {
        var receivers = receivers(BY_PERSONS)
                .add(1, Money.ZERO, Money.ofFen(60), 1)
                .add(2, Money.ZERO, null, 0)
                .build();
        assertThat(refused(Money.ofFen(100), BY_PERSONS, receivers)).isEqualTo(Reason.CAPS_BELOW_AMOUNT);
    }

    @Test
    void malformedInputIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> new Factor("A", 0, Direction.DIRECT)).hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> new Factor(" ", 1, Direction.DIRECT)).hasMessageContaining("blank");
        var builder = receivers(BY_PERSONS);
        assertThatThrownBy(() -> builder.add(1, Money.ZERO, null, -1)).hasMessageContaining("0 to 1000000000000");
        assertThatThrownBy(() -> builder.add(1, Money.ZERO, null, 1, 2)).hasMessageContaining("one value for each");
        assertThatThrownBy(() -> builder.add(1, Money.ofFen(-1), null, 1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> builder.add(1, Money.ofFen(2), Money.ofFen(1), 1))
                .hasMessageContaining("cap");
        var twice = receivers(BY_PERSONS).add(7, Money.ZERO, null, 1).add(7, Money.ZERO, null, 1);
        assertThatThrownBy(twice::build).hasMessageContaining("Receiver 7");
        assertThatThrownBy(() -> FactorFormula.allocate(
                        Money.ofFen(1), List.of(new Factor("OTHER", 10_000, Direction.DIRECT)), persons(1)))
                .hasMessageContaining("OTHER");
    }

    @Test
    void theGreatestValuesAndAmountsDoNotOverflow() {
        var factors = IntStream.range(0, 4)
                .mapToObj(f -> new Factor("F" + f, 2_500, f % 2 == 0 ? Direction.DIRECT : Direction.INVERSE))
                .toList();
        var builder = receivers(factors);
        for (int r = 0; r < 1_000; r++) {
            long odd = Receivers.VALUE_LIMIT - r * 7_919L;
            builder.add(r, Money.ofFen(r), Money.ofFen(Money.LIMIT_FEN / 900), odd, odd - 1, odd - 2, r);
        }
        var shares = divided(Money.ofFen(Money.LIMIT_FEN), factors, builder.build());
        assertThat(IntStream.range(0, shares.size())
                        .mapToLong(r -> shares.amount(r).fen())
                        .sum())
                .isEqualTo(Money.LIMIT_FEN);
    }

    private static Receivers.Builder receivers(List<Factor> factors) {
        return Receivers.of(factors.stream().map(Factor::code).toList());
    }

    private static Receivers persons(long... values) {
        var builder = receivers(BY_PERSONS);
        for (int r = 0; r < values.length; r++) {
            builder.add(r + 1L, Money.ZERO, null, values[r]);
        }
        return builder.build();
    }

    private static Shares divided(Money amount, Receivers receivers) {
        return divided(amount, BY_PERSONS, receivers);
    }

    private static Shares divided(Money amount, List<Factor> factors, Receivers receivers) {
        return ((Divided) FactorFormula.allocate(amount, factors, receivers)).shares();
    }

    private static Reason refused(Money amount, List<Factor> factors, Receivers receivers) {
        var refusal = (Indivisible) FactorFormula.allocate(amount, factors, receivers);
        assertThat(refusal.detail()).contains("must");
        return refusal.reason();
    }

    private static List<String> amounts(Shares shares) {
        return IntStream.range(0, shares.size())
                .mapToObj(r -> shares.amount(r).toString())
                .toList();
    }
}
