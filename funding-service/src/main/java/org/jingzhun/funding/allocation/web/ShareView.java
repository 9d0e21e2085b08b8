package org.jingzhun.funding.allocation.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.FactorCode;
import org.jingzhun.funding.allocation.StoredShare;
import org.jingzhun.funding.allocation.WeightedFactor;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A share as a row of the list. */
@Schema(name = "Share")
record ShareView(
        String division,
        String name,
        Money amount,
        Bound bound,

        @Schema(description = "By which floors and caps, its own or others', raise or lower the share.")
        Money adjustment,

        @Schema(description = "Fen that fractions made up.") Money rounding,

        @Schema(description = "Taken away for poor performance.")
        Money deduction,

        @Schema(description = "Added for good performance or an early exit.")
        Money reward,

        @Schema(description = "Its part of what deductions and the reserve left over.")
        Money redistribution) {

    static ShareView of(StoredShare share) {
        return new ShareView(
                Long.toString(share.division()),
                share.name(),
                share.amount(),
                share.bound(),
                share.adjustment(),
                share.rounding(),
                share.deduction(),
                share.reward(),
                share.redistribution());
    }

    /** A slice of shares. */
    @Schema(name = "ShareSlice")
    record ShareSlice(
            List<ShareView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What one factor brings to a receiver. */
    @Schema(name = "FactorPart")
    record PartView(
            @Schema(description = "Absent in a competition, where the value is the number of funded proposals.")
            @Nullable
            FactorCode factor,

            String weight,
            boolean inverse,

            @Schema(description = "The factor table that had the value.") @Nullable
            UUID table,

            @Schema(description = "The receiver's own value at the computation.")
            long value,

            @Schema(description = "The value after turning an inverse factor round.")
            long counted,

            @Schema(description = "Sum of the counted values of all receivers.")
            long total,

            @Schema(
                    description =
                            "FACTOR: amount without the reserve x weight x counted / total, rounded down to the fen;"
                                    + " FIXED_STANDARD: rate x value; COMPETITIVE: cost of the funded proposals.")
            Money amount) {}

    /**
     * A share with everything that makes it up: amount = sum of the parts + adjustment + rounding -
     * deduction + reward + redistribution.
     */
    @Schema(name = "ExplainedShare")
    record Explained(
            String division,
            String name,
            Money amount,
            List<PartView> parts,
            Bound bound,
            Money floor,
            @Nullable Money cap,

            @Schema(description = "Heads by which a cap for each head made the cap.") @Nullable
            Long heads,

            Money adjustment,
            Money rounding,

            @Schema(description = "Fraction of the share that is taken away.")
            String deductionRate,

            @Schema(description = "Fraction of the share that may come on top.")
            String rewardRate,

            @Schema(description = "Grade or reason of the deduction or reward; empty without.")
            String incentive,

            Money deduction,
            Money reward,
            Money redistribution,

            @Schema(description = "The fraction of a fen that stood to be rounded; the largest remainders got a fen.")
            String remainder) {

        static Explained of(StoredShare share, List<WeightedFactor> factors) {
            var conditions = share.conditions();
            var parts = IntStream.range(0, share.parts().size())
                    .mapToObj(f -> part(share, f, f < factors.size() ? factors.get(f) : null))
                    .toList();
            return new Explained(
                    Long.toString(share.division()),
                    share.name(),
                    share.amount(),
                    parts,
                    share.bound(),
                    conditions.floor(),
                    conditions.cap(),
                    share.heads(),
                    share.adjustment(),
                    share.rounding(),
                    Fractions.text(conditions.deduction()),
                    Fractions.text(conditions.reward()),
                    share.why(),
                    share.deduction(),
                    share.reward(),
                    share.redistribution(),
                    share.remainder());
        }

        private static PartView part(StoredShare share, int f, @Nullable WeightedFactor factor) {
            return new PartView(
                    factor == null ? null : factor.factor(),
                    factor == null ? "1" : factor.fraction(),
                    factor != null && factor.inverse(),
                    factor == null ? null : factor.tableId(),
                    share.values().get(f),
                    share.counted().get(f),
                    share.totals().get(f),
                    share.parts().get(f));
        }
    }
}
