package org.jingzhun.identification.screening.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.screening.Purpose;
import org.jingzhun.identification.screening.Screenings;
import org.jingzhun.identification.screening.coverage.Shortcoming;
import org.jingzhun.identification.veto.AssetSource;
import org.jspecify.annotations.Nullable;

/** A screening as it is shown, with the data that it had. */
@Schema(name = "Screening")
public record ScreeningView(
        UUID id,
        Purpose purpose,

        @Schema(description = "Absent for a check of the register.") @Nullable
        UUID campaignId,

        String county,
        String vetoList,

        @Schema(description = "On which the age of the data is judged.")
        LocalDate day,

        @Schema(description = "The row of /v1/screening-policies that judged them.")
        long policy,

        String orderedName,
        Instant orderedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Flags that it raised; absent while it runs.") @Nullable
        Long found,

        @Schema(description = "Flags whose id number was corrected meanwhile; absent while it runs.") @Nullable
        Long lapsed,

        List<SourceView> sources) {

    /** What a department had delivered. */
    @Schema(name = "ScreenedSource")
    public record SourceView(
            AssetSource source,
            List<UUID> datasets,

            @Schema(description = "Of the youngest delivery; absent when there is none.") @Nullable
            Integer ageDays,

            long persons,

            @Schema(description = "Covered by data that are young enough, in percent.") @Nullable
            BigDecimal coverage,

            List<Shortcoming> warnings) {

        static SourceView of(Screenings.SourceState state) {
            return new SourceView(
                    state.source(),
                    state.datasets(),
                    state.coverage().ageDays(),
                    state.coverage().persons(),
                    Share.percent(
                            state.coverage().personsFresh(), state.coverage().persons()),
                    state.warnings());
        }
    }

    static ScreeningView of(Screenings.ScreeningRun run) {
        return new ScreeningView(
                run.id(),
                run.campaignId() == null ? Purpose.REGISTER : Purpose.IDENTIFICATION,
                run.campaignId(),
                DivisionCode.text(run.county()),
                run.vetoList(),
                run.day(),
                run.policy(),
                run.orderedName(),
                run.orderedAt(),
                run.finishedAt(),
                run.found(),
                run.lapsed(),
                run.sources().stream().map(SourceView::of).toList());
    }
}
