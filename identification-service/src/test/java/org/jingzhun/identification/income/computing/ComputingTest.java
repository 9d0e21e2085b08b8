package org.jingzhun.identification.income.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jingzhun.identification.income.ShippedRules;
import org.junit.jupiter.api.Test;

class ComputingTest {

    private static final IncomeRules STATED = rules("GX-2017");
    private static final IncomeRules RATIO = rules("YN-RATIO");

    private static IncomeRules rules(String version) {
        return ShippedRules.list().stream()
                .map(published -> published.rules())
                .filter(rules -> rules.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatDoesNotCountIsShownAndLeftOut() {
        Computation income = Computing.compute(
                STATED,
                List.of(
                        new Line("A50-1", 1_200_000),
                        new Line("A50-2-3-3", 300_000),
                        new Line("A50-4-2", 110_000),
                        new Line("A50-4-4", 90_000),
                        new Line("A51-5", 100_001)),
                4);
        assertThat(income.gross()).isEqualTo(1_700_000);
        assertThat(income.counted()).isEqualTo(1_590_000);
        assertThat(income.costs()).isEqualTo(100_001);
        assertThat(income.net()).isEqualTo(1_489_999);
        assertThat(income.perHead()).as("rounded down").isEqualTo(372_499);
        assertThat(income.contributions().get(2).effect()).isEqualTo(Computation.Effect.DOES_NOT_COUNT);
        assertThat(income.contributions().get(4).effect()).isEqualTo(Computation.Effect.TAKES_AWAY);
    }

    @Test
    void costsByRatioAreTakenFromEachItemToTheFen() {
        Computation income = Computing.compute(RATIO, List.of(new Line("TOBACCO", 1_001), new Line("WAGE", 10)), 1);
        assertThat(income.contributions().getFirst().cost()).as("450.45 fen").isEqualTo(450);
        assertThat(income.net()).isEqualTo(561);
    }

    @Test
    void aLossIsALossPerHeadToo() {
        Computation income = Computing.compute(STATED, List.of(new Line("A51-1", 100)), 3);
        assertThat(income.net()).isEqualTo(-100);
        assertThat(income.perHead()).isEqualTo(-34);
    }

    @Test
    void everyFaultIsNamedWithItsLine() {
        List<Fault> faults = Computing.check(
                STATED,
                List.of(
                        new Line("A50-1", 1),
                        new Line("A50-1", 2),
                        new Line("A50-99", 3),
                        new Line("A51-1", -1),
                        new Line("A51-2", Computing.MOST_FEN + 1)));
        assertThat(faults)
                .containsExactly(
                        new Fault(Fault.Code.REPEATED_INCOME_ITEM, 1, "A50-1"),
                        new Fault(Fault.Code.UNKNOWN_INCOME_ITEM, 2, "A50-99"),
                        new Fault(Fault.Code.AMOUNT_OUT_OF_RANGE, 3, "A51-1"),
                        new Fault(Fault.Code.AMOUNT_OUT_OF_RANGE, 4, "A51-2"));
        assertThatThrownBy(() -> Computing.compute(STATED, List.of(new Line("A50-99", 3)), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Computing.compute(STATED, List.of(new Line("A50-1", 3)), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<Line>> statements() {
        return Arbitraries.of(STATED.items()).set().ofMaxSize(20).flatMap(items -> Arbitraries.longs()
                .between(0, Computing.MOST_FEN)
                .list()
                .ofSize(items.size())
                .map(amounts -> {
                    List<Line> lines = new ArrayList<>();
                    items.forEach(item -> lines.add(new Line(item.code(), amounts.get(lines.size()))));
                    return lines;
                }));
    }

    @Property(tries = 300)
    void netIsWhatCountsLessCostsWhateverTheOrder(
            @ForAll("statements") List<Line> lines,
            @ForAll @IntRange(min = 1, max = 20) int persons,
            @ForAll Random random) {
        Computation income = Computing.compute(STATED, lines, persons);
        assertThat(income.contributions().stream()
                        .mapToLong(each -> each.counted() - each.cost())
                        .sum())
                .isEqualTo(income.net());
        assertThat(income.net() - income.perHead() * persons).isBetween(0L, persons - 1L);
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        assertThat(Computing.compute(STATED, shuffled, persons).net()).isEqualTo(income.net());
    }

    @Property(tries = 300)
    void moreOfWhatCountsNeverMakesPoorerAndWhatDoesNotCountNothing(
            @ForAll("statements") List<Line> lines, @ForAll @IntRange(max = 1000) int more) {
        long net = Computing.compute(STATED, lines, 1).net();
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            if (line.fen() + more <= Computing.MOST_FEN) {
                List<Line> raised = new ArrayList<>(lines);
                raised.set(place, new Line(line.item(), line.fen() + more));
                Item item = STATED.find(line.item()).orElseThrow();
                long change = item.kind() == Kind.COST ? -more : item.counts() ? more : 0;
                assertThat(Computing.compute(STATED, raised, 1).net() - net).isEqualTo(change);
            }
        }
    }

    @Test
    void rulesThatContradictThemselvesAreRefused() {
        Item cost = new Item("C", Kind.COST, "成本", "Cost", true, null, "x");
        Item grain = new Item("G", Kind.BUSINESS, "粮食", "Grain", true, new BigDecimal("0.4"), "x");
        assertThatThrownBy(() -> new IncomeRules("R", Costs.RATIO, List.of(cost)))
                .hasMessageContaining("costs are RATIO");
        assertThatThrownBy(() -> new IncomeRules("R", Costs.STATED, List.of(grain)))
                .hasMessageContaining("costs are STATED");
        assertThatThrownBy(() -> new IncomeRules("R", Costs.RATIO, List.of(grain, grain)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new IncomeRules("R", Costs.RATIO, List.of())).hasMessageContaining("items");
        assertThatThrownBy(() -> new Item("G", Kind.BUSINESS, "粮食", "Grain", true, new BigDecimal("1.1"), "x"))
                .hasMessageContaining("0 to 1");
    }
}
