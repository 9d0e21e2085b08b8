package org.jingzhun.identification.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jspecify.annotations.Nullable;

/**
 * A score of a visit by one scoring of its campaign (重新计分).
 *
 * @param answers that were scored, as a sheet of the scoring's card
 * @param score as it is stored; of the scoring in force with what appraisals made of it
 * @param reason why it was scored anew; null for the scoring by which it came in
 */
public record StandingScore(
        UUID scoringId,
        int number,
        AnswerSheet answers,
        int score,
        @Nullable String reason,
        @Nullable String documentNumber,
        @Nullable String orderedBy,
        Instant inForceSince,
        boolean isInForce) {}
