package org.jingzhun.identification.scorecard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.scorecard.Edition;
import org.jingzhun.identification.scorecard.Mark;
import org.jingzhun.identification.scorecard.Stage;
import org.jingzhun.identification.scorecard.Step;
import org.jingzhun.identification.scorecard.StepTaken;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;
import org.jspecify.annotations.Nullable;

/** A scorecard with its categories and items, and with the signatures that made it what it is. */
@Schema(name = "Scorecard")
public record ScorecardView(
        String version,
        Stage stage,
        Direction direction,

        @Schema(description = "Whose households are scored with it; absent for everywhere.") @Nullable
        String division,

        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        Mark mark,

        @Schema(description = "The version that it varies.") @Nullable
        String basedOn,

        int items,
        int maxPoints,

        @Schema(description = "Digest of categories and items; it never changes after the check.")
        String contentSha256,

        List<DraftCategory> categories,
        List<ScorecardStepView> steps,
        long revision) {

    /** A scorecard without its categories. */
    @Schema(name = "ScorecardSummary")
    public record Summary(
            String version,
            Stage stage,
            Direction direction,
            @Nullable String division,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            Mark mark,
            @Nullable String basedOn,
            int items,
            int maxPoints) {

        static Summary of(Edition edition, List<DraftCategory> categories) {
            return new Summary(
                    edition.version(),
                    edition.stage(),
                    edition.direction(),
                    divisionOf(edition),
                    edition.validFrom(),
                    edition.validTo(),
                    edition.source(),
                    edition.mark(),
                    edition.basedOn(),
                    itemCount(categories),
                    edition.maxPoints());
        }
    }

    /** A step with its signature. */
    @Schema(name = "ScorecardStepTaken")
    public record ScorecardStepView(
            Step step,
            String takenBy,
            Instant takenAt,
            @Nullable String remark,
            @Nullable String documentNumber,
            String contentSha256) {

        private static ScorecardStepView of(StepTaken taken) {
            return new ScorecardStepView(
                    taken.step(),
                    taken.takenName(),
                    taken.takenAt(),
                    taken.remark(),
                    taken.documentNumber(),
                    taken.contentSha256());
        }
    }

    static ScorecardView of(Edition edition, List<DraftCategory> categories, List<StepTaken> steps) {
        return new ScorecardView(
                edition.version(),
                edition.stage(),
                edition.direction(),
                divisionOf(edition),
                edition.validFrom(),
                edition.validTo(),
                edition.source(),
                edition.mark(),
                edition.basedOn(),
                itemCount(categories),
                edition.maxPoints(),
                edition.contentSha256(),
                categories,
                steps.stream().map(ScorecardStepView::of).toList(),
                edition.revision());
    }

    private static int itemCount(List<DraftCategory> categories) {
        return categories.stream().mapToInt(category -> category.items().size()).sum();
    }

    private static @Nullable String divisionOf(Edition edition) {
        return edition.division().equals(Area.EVERYWHERE)
                ? null
                : Long.toString(edition.division().from());
    }
}
