package org.jingzhun.identification.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.Appraising.Explained;
import org.jingzhun.identification.assessment.ScoreChange;
import org.jingzhun.identification.scorecard.scoring.Difference.ItemChange;
import org.jspecify.annotations.Nullable;

/** A score that an appraisal changed, with what it was before and after, and why. */
@Schema(name = "ScoreChange")
public record ScoreChangeView(
        UUID roundId,
        String step,
        UUID householdId,
        UUID assessmentId,
        int before,
        int after,

        @Schema(description = "A documented adjustment; absent when categories were answered anew.") @Nullable
        Integer points,

        @Schema(description = "What was answered anew, item by item.")
        List<ItemChange> items,

        String reason,
        String takenBy,
        Instant takenAt) {

    public static ScoreChangeView of(Explained explained) {
        ScoreChange change = explained.change();
        return new ScoreChangeView(
                change.roundId(),
                change.gate(),
                change.householdId(),
                change.assessmentId(),
                change.before(),
                change.after(),
                change.points(),
                explained.items(),
                change.reason(),
                change.takenName(),
                change.takenAt());
    }
}
