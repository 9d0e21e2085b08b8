package org.jingzhun.identification.simulation.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jingzhun.identification.scorecard.scoring.Direction;

class WhatIfTest {

    record Scored(int persons, int before, int after) {}

    @Provide
    Arbitrary<List<Scored>> households() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 100))
                .as(Scored::new)
                .list()
                .ofMaxSize(60);
    }

    private static Tally tally(List<Scored> households, Boundary before, Boundary after) {
        Tally tally = new Tally();
        for (Scored each : households) {
            Tally.Move move = tally.add(each.persons(), before.isWithin(each.before()), after.isWithin(each.after()));
            assertThat(move).isNotNull();
        }
        return tally;
    }

    @Property
    void whoIsPoorIsTheBaselineWithWhoMovesInAndWithoutWhoMovesOut(
            @ForAll("households") List<Scored> households,
            @ForAll Direction direction,
            @ForAll("line") int lineBefore,
            @ForAll("line") int lineAfter) {
        Tally tally = tally(households, new Boundary(direction, lineBefore), new Boundary(direction, lineAfter));
        assertThat(tally.simulated().households())
                .isEqualTo(tally.baseline().households()
                        + tally.in().households()
                        - tally.out().households());
        assertThat(tally.simulated().persons())
                .isEqualTo(tally.baseline().persons()
                        + tally.in().persons()
                        - tally.out().persons());
        assertThat(tally.all().households()).isEqualTo(households.size());
    }

    @Provide
    Arbitrary<Integer> line() {
        return Arbitraries.integers().between(0, 100);
    }

    @Property
    void theSameCardAndLineMoveNobody(@ForAll("households") List<Scored> households, @ForAll("line") int line) {
        Boundary boundary = new Boundary(Direction.LOW_IS_POOR, line);
        List<Scored> same = households.stream()
                .map(each -> new Scored(each.persons(), each.before(), each.before()))
                .toList();
        Tally tally = tally(same, boundary, boundary);
        assertThat(tally.in().households() + tally.out().households()).isZero();
    }

    @Property
    void theLineOfAQuotaKeepsWithinItAndTheNextTieWouldNot(
            @ForAll("households") List<Scored> households, @ForAll Direction direction, @ForAll("line") int quota) {
        Histogram histogram = new Histogram();
        households.forEach(each -> histogram.add(each.before(), each.persons()));
        Integer line = histogram.lineWithin(direction, quota + 1L);
        Boundary boundary = new Boundary(direction, line);
        long within = histogram.bars().stream()
                .filter(bar -> boundary.isWithin(bar.score()))
                .mapToLong(Histogram.Bar::persons)
                .sum();
        assertThat(within).isLessThanOrEqualTo(quota + 1L);
        var beyond = histogram.bars().stream().filter(bar -> !boundary.isWithin(bar.score()));
        var next = direction == Direction.LOW_IS_POOR ? beyond.findFirst() : beyond.reduce((a, b) -> b);
        next.ifPresent(tie -> assertThat(within + tie.persons()).isGreaterThan(quota + 1L));
    }

    @Property
    void partsOfAHistogramMakeTheWhole(@ForAll("households") List<Scored> households) {
        Histogram whole = new Histogram();
        Histogram left = new Histogram();
        Histogram right = new Histogram();
        IntStream.range(0, households.size()).forEach(i -> {
            Scored each = households.get(i);
            whole.add(each.before(), each.persons());
            (i % 2 == 0 ? left : right).add(each.before(), each.persons());
        });
        left.add(right);
        assertThat(left.bars()).isEqualTo(whole.bars());
    }

    @Example
    void withoutALineNobodyIsWithin() {
        assertThat(new Boundary(Direction.LOW_IS_POOR, null).isWithin(0)).isFalse();
        assertThat(new Boundary(Direction.HIGH_IS_POOR, 60).isWithin(60)).isTrue();
        assertThat(new Boundary(Direction.HIGH_IS_POOR, 60).isWithin(59)).isFalse();
    }
}
