package org.jingzhun.pairing.responsibility.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.responsibility.Measure;
import org.jingzhun.pairing.responsibility.Target;
import org.jspecify.annotations.Nullable;

/** A target as seen from outside. */
@Schema(name = "Target")
public record TargetView(
        UUID id,

        @Schema(description = "The target of which it is a share.") @Nullable
        UUID parent,

        String division,
        Measure measure,
        int firstYear,
        int finalYear,

        @Schema(description = "Until the end of the final year.")
        int total,

        @Schema(description = "A year, while anything is left.")
        int atLeast,

        String document,
        List<YearView> years) {

    /** A year of it. */
    @Schema(name = "TargetYear")
    public record YearView(
            int year,
            @Schema(description = "Number that was set.") int due,

            @Schema(description = "That left poverty in this year.")
            int gross,

            @Schema(description = "Number of these that have not returned since.")
            int net,

            @Schema(
                    description =
                            "So that the total is reached: what is left, laid over the years left. Null when over.")
            @Nullable
            Integer needed) {}

    static TargetView of(Target target) {
        return new TargetView(
                target.id(),
                target.parent(),
                Divisions.text(target.division()),
                target.measure(),
                target.firstYear(),
                target.finalYear(),
                target.total(),
                target.atLeast(),
                target.document(),
                target.years().stream()
                        .map(year -> new YearView(year.year(), year.due(), year.gross(), year.net(), year.needed()))
                        .toList());
    }
}
