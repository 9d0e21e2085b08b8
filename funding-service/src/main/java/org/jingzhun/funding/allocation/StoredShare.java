package org.jingzhun.funding.allocation;

import java.util.List;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.allocation.formula.Receivers.Conditions;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A division's share (份额) with its inputs as they were at the computation. Lists are in the order of the plan's
 * factors. {@code amount = sum of the parts + adjustment + rounding - deduction + reward + redistribution}. Of a fixed
 * standard the one part is rate x units, of a competition the cost of the funded proposals.
 *
 * @param division its code
 * @param name of the division at the computation
 * @param counted values after turning inverse factors round
 * @param totals sum of the counted values over all receivers
 * @param conditions floor, cap and incentives as they held for it
 * @param heads by which the cap was made, null if it does not depend on them
 * @param why its incentive: a grade, or the reason that the plan gives; empty without one
 * @param remainder fraction of a fen that stood to be rounded
 */
public record StoredShare(
        long division,
        String name,
        List<Long> values,
        List<Long> counted,
        List<Long> totals,
        Conditions conditions,
        @Nullable Long heads,
        String why,
        List<Money> parts,
        Bound bound,
        Money adjustment,
        Money rounding,
        Money deduction,
        Money reward,
        Money redistribution,
        String remainder,
        Money amount) {

    public StoredShare {
        values = List.copyOf(values);
        counted = List.copyOf(counted);
        totals = List.copyOf(totals);
        parts = List.copyOf(parts);
    }

    /** A share that is one part and nothing else: so many units, so much money. */
    static StoredShare plain(long division, String name, long units, long total, Money amount) {
        return new StoredShare(
                division,
                name,
                List.of(units),
                List.of(units),
                List.of(total),
                Conditions.NONE,
                null,
                "",
                List.of(amount),
                Bound.NONE,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                "0",
                amount);
    }
}
