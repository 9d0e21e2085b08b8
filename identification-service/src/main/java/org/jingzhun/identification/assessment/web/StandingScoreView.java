package org.jingzhun.identification.assessment.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.StandingScore;
import org.jingzhun.identification.scorecard.scoring.Score;
import org.jspecify.annotations.Nullable;

/** The score of a visit by one scoring of its campaign, stored and made anew. */
@Schema(name = "StandingScore")
public record StandingScoreView(
        UUID scoringId,
        int number,
        String scorecard,

        @Schema(description = "Of the scoring in force with what appraisals made of it.")
        int stored,

        @Schema(description = "By the answers that were recorded then, without appraisals.")
        ScoreView recomputed,

        @Nullable String reason,
        @Nullable String documentNumber,
        @Nullable String orderedBy,
        Instant inForceSince,
        boolean inForce) {

    static StandingScoreView of(StandingScore standing, Score recomputed) {
        return new StandingScoreView(
                standing.scoringId(),
                standing.number(),
                standing.answers().scorecard(),
                standing.score(),
                ScoreView.of(recomputed),
                standing.reason(),
                standing.documentNumber(),
                standing.orderedBy(),
                standing.inForceSince(),
                standing.isInForce());
    }

    /** Whether what is stored follows from the answers; of the one in force the appraisals are asked for besides. */
    boolean agrees() {
        return inForce || stored == recomputed.total();
    }
}
