package org.jingzhun.identification.income.computing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Computes net income (人均纯收入) from what a household states. */
public final class Computing {

    /** Nobody poor has more; keeps every sum within a long. */
    public static final long MOST_FEN = 10_000_000_000L;

    private Computing() {}

    /** What is wrong with the lines; none when they can be computed. */
    public static List<Fault> check(IncomeRules rules, List<Line> lines) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            if (rules.find(line.item()).isEmpty()) {
                faults.add(new Fault(Fault.Code.UNKNOWN_INCOME_ITEM, place, line.item()));
            } else if (!seen.add(line.item())) {
                faults.add(new Fault(Fault.Code.REPEATED_INCOME_ITEM, place, line.item()));
            }
            if (line.fen() < 0 || line.fen() > MOST_FEN) {
                faults.add(new Fault(Fault.Code.AMOUNT_OUT_OF_RANGE, place, line.item()));
            }
        }
        return faults;
    }

    /**
     * The net income, as a whole and per head.
     *
     * @param persons 1 or more
     * @throws IllegalArgumentException when {@link #check} finds a fault, or for nobody
     */
    public static Computation compute(IncomeRules rules, List<Line> lines, int persons) {
        List<Fault> faults = check(rules, lines);
        if (!faults.isEmpty() || persons < 1) {
            throw new IllegalArgumentException(
                    "lines must be without fault and persons 1 or more, but there are %s and %d"
                            .formatted(faults, persons));
        }
        List<Computation.Contribution> contributions = new ArrayList<>();
        long gross = 0;
        long counted = 0;
        long costs = 0;
        for (Line line : lines) {
            Computation.Contribution each = contribution(rules.find(line.item()).orElseThrow(), line.fen());
            contributions.add(each);
            gross += each.kind() == Kind.COST ? 0 : each.stated();
            counted += each.counted();
            costs += each.cost();
        }
        long net = counted - costs;
        return new Computation(contributions, gross, counted, costs, net, persons, Math.floorDiv(net, persons));
    }

    private static Computation.Contribution contribution(Item item, long fen) {
        if (item.kind() == Kind.COST) {
            return new Computation.Contribution(item.code(), item.kind(), fen, 0, fen, Computation.Effect.TAKES_AWAY);
        }
        if (!item.counts()) {
            return new Computation.Contribution(item.code(), item.kind(), fen, 0, 0, Computation.Effect.DOES_NOT_COUNT);
        }
        BigDecimal ratio = item.costRatio();
        long cost = ratio == null
                ? 0
                : ratio.multiply(BigDecimal.valueOf(fen))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        return new Computation.Contribution(item.code(), item.kind(), fen, fen, cost, Computation.Effect.COUNTS);
    }
}
