package org.jingzhun.funding.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Two divisions side by side (方案比较): who gains and who loses by the other parameters.
 *
 * @param receivers ordered by the size of the change, the greatest first, equal changes by code
 * @param moved what the gainers gain together
 */
public record Comparison(
        Money amount, Money otherAmount, List<Change> receivers, int gainers, int losers, int unchanged, Money moved) {

    public Comparison {
        receivers = List.copyOf(receivers);
    }

    /** One receiver: what it gets by the plan, by the other parameters, and the difference. */
    public record Change(long division, String name, Money amount, Money otherAmount, Money difference) {}

    static Comparison of(Computation plan, Computation other) {
        var sides = new TreeMap<Long, Change>();
        plan.shares()
                .forEach(share -> sides.put(
                        share.division(),
                        new Change(
                                share.division(),
                                share.name(),
                                share.amount(),
                                Money.ZERO,
                                share.amount().negated())));
        other.shares()
                .forEach(share -> sides.merge(
                        share.division(),
                        new Change(share.division(), share.name(), Money.ZERO, share.amount(), share.amount()),
                        (before, after) -> new Change(
                                before.division(),
                                before.name(),
                                before.amount(),
                                after.otherAmount(),
                                after.otherAmount().minus(before.amount()))));
        List<Change> changes = new ArrayList<>(sides.values());
        changes.sort((a, b) -> Long.compare(
                Math.abs(b.difference().fen()), Math.abs(a.difference().fen())));
        int gainers =
                (int) changes.stream().filter(c -> c.difference().isPositive()).count();
        int losers =
                (int) changes.stream().filter(c -> c.difference().isNegative()).count();
        return new Comparison(
                sum(changes.stream().map(Change::amount).toList()),
                sum(changes.stream().map(Change::otherAmount).toList()),
                changes,
                gainers,
                losers,
                changes.size() - gainers - losers,
                sum(changes.stream()
                        .map(Change::difference)
                        .filter(Money::isPositive)
                        .toList()));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
