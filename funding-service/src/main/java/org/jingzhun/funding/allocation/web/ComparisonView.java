package org.jingzhun.funding.allocation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.Comparison;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** Two parameter sets side by side, as seen from outside. */
@Schema(name = "AllocationComparison")
record ComparisonView(
        @Schema(description = "What the plan gives in all, by its own parameters and the receivers as they stand now.")
        Money amount,

        @Schema(description = "What the other parameters give in all.")
        Money otherAmount,

        int gainers,
        int losers,
        int unchanged,

        @Schema(description = "What the gainers gain together.")
        Money moved,

        @Schema(description = "The greatest changes first; at most 5,000.")
        List<ChangeView> receivers) {

    private static final int MOST = 5_000;

    /** The parameters to compare with. */
    @Schema(name = "AllocationComparisonRequest")
    record Request(
            @NotNull @Valid PlanRequest.ParametersRequest parameters,

            @PositiveMoney @Schema(description = "Another amount; without it that of the plan.") @Nullable
            Money amount) {}

    /** One receiver by both. */
    @Schema(name = "AllocationChange")
    record ChangeView(String division, String name, Money amount, Money otherAmount, Money difference) {}

    static ComparisonView of(Comparison comparison) {
        return new ComparisonView(
                comparison.amount(),
                comparison.otherAmount(),
                comparison.gainers(),
                comparison.losers(),
                comparison.unchanged(),
                comparison.moved(),
                comparison.receivers().stream()
                        .limit(MOST)
                        .map(c -> new ChangeView(
                                Long.toString(c.division()), c.name(), c.amount(), c.otherAmount(), c.difference()))
                        .toList());
    }
}
