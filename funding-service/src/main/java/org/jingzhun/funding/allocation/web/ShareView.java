package org.jingzhun.funding.allocation.web;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.FactorCode;
import org.jingzhun.funding.allocation.StoredShare;
import org.jingzhun.funding.allocation.WeightedFactor;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A village's share as a row of the list. */
@Schema(name = "Share")
record ShareView(
        String division,
        String name,
        Money amount,
        Bound bound,

        @Schema(description = "By which floors and caps, its own or others', raise or lower the share.")
        Money adjustment,

        @Schema(description = "Fen that fractions made up.") Money rounding) {

    static ShareView of(StoredShare share) {
        return new ShareView(
                Long.toString(share.division()),
                share.name(),
                share.amount(),
                share.bound(),
                share.adjustment(),
                share.rounding());
    }

    /** A slice of shares. */
    @Schema(name = "ShareSlice")
    record ShareSlice(
            List<ShareView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What one factor brings to a village. */
    @Schema(name = "FactorPart")
    record PartView(
            FactorCode factor,
            String weight,
            boolean inverse,

            @Schema(description = "The village's own value at the computation.")
            long value,

            @Schema(description = "The value after turning an inverse factor round.")
            long counted,

            @Schema(description = "Sum of the counted values of all villages.")
            long total,

            @Schema(description = "amount x weight x counted / total, rounded down to the fen.")
            Money amount) {}

    /** A share with everything that makes it up: amount = sum of the parts + adjustment + rounding. */
    @Schema(name = "ExplainedShare")
    record Explained(
            String division,
            String name,
            Money amount,
            List<PartView> parts,
            Bound bound,
            Money floor,
            @Nullable Money cap,
            Money adjustment,
            Money rounding,

            @Schema(description = "The fraction of a fen that stood to be rounded; the largest remainders got a fen.")
            String remainder) {

        static Explained of(StoredShare share, List<WeightedFactor> factors) {
            var parts = IntStream.range(0, factors.size())
                    .mapToObj(f -> new PartView(
                            factors.get(f).factor(),
                            factors.get(f).fraction(),
                            factors.get(f).inverse(),
                            share.values().get(f),
                            share.counted().get(f),
                            share.totals().get(f),
                            share.parts().get(f)))
                    .toList();
            return new Explained(
                    Long.toString(share.division()),
                    share.name(),
                    share.amount(),
                    parts,
                    share.bound(),
                    share.floor(),
                    share.cap(),
                    share.adjustment(),
                    share.rounding(),
                    share.remainder());
        }
    }
}
