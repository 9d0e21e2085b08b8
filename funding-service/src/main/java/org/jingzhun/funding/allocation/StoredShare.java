package org.jingzhun.funding.allocation;

import java.util.List;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A village's share (份额) with its inputs as they were at the computation. Lists are in the order of the plan's
 * factors. {@code amount = sum of the parts + adjustment + rounding}.
 *
 * @param division village code
 * @param name of the village at the computation
 * @param counted values after turning inverse factors round
 * @param totals sum of the counted values over all villages
 * @param remainder fraction of a fen that stood to be rounded
 */
public record StoredShare(
        long division,
        String name,
        List<Long> values,
        List<Long> counted,
        List<Long> totals,
        Money floor,
        @Nullable Money cap,
        List<Money> parts,
        Bound bound,
        Money adjustment,
        Money rounding,
        String remainder,
        Money amount) {

    public StoredShare {
        values = List.copyOf(values);
        counted = List.copyOf(counted);
        totals = List.copyOf(totals);
        parts = List.copyOf(parts);
    }
}
