package org.jingzhun.identification.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jspecify.annotations.Nullable;

/**
 * A score that an appraisal changed (评议调分).
 *
 * @param gate name of the appraisal's gate
 * @param assessmentId the visit whose score was changed
 * @param before what counted until then
 * @param after what counts from then on, another than before
 * @param points a documented adjustment, up or down; null when categories were answered anew
 * @param answers the whole sheet with what was answered anew; null for an adjustment
 */
public record ScoreChange(
        UUID roundId,
        String gate,
        UUID householdId,
        UUID assessmentId,
        String scorecard,
        int before,
        int after,
        @Nullable Integer points,
        @Nullable AnswerSheet answers,
        String reason,
        String takenBy,
        String takenName,
        Instant takenAt) {

    /**
     * What the minutes of an appraisal say of a household: either answers or points.
     *
     * @param answers by category the items that hold, in place of those of the visit; empty for an adjustment
     * @param points up or down; null when categories are answered anew
     */
    public record Wanted(
            UUID householdId,
            Map<String, List<String>> answers,
            @Nullable Integer points,
            String reason) {

        public Wanted {
            answers = Map.copyOf(answers);
        }
    }
}
