package org.jingzhun.pairing.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.pairing.evaluation.scoring.Grade;
import org.jingzhun.pairing.evaluation.scoring.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation of a year (年度考核).
 *
 * @param division whose counties, units, helpers or teams, 12 digits
 * @param criteria version of the policy that gives the points
 * @param grades version of the thresholds
 * @param vetoes version of the vetoes
 * @param countedTo last day that counts
 * @param results how many were evaluated
 */
public record Evaluation(
        UUID id,
        int year,
        long division,
        SubjectKind subjectKind,
        String criteria,
        String grades,
        String vetoes,
        LocalDate countedTo,
        EvaluationStage stage,
        int results,
        long revision) {

    /**
     * Of one subject.
     *
     * @param subject id of the unit or helper; code of the county, or of the village of a team
     * @param score hundredths of a point; null when nothing was due
     * @param vetoes what failed it whatever its points: GRAVE_ENTRY, TARGETS_BELOW
     */
    public record Result(
            String subject,
            long division,
            List<Scoring.Figure> figures,
            @Nullable Integer score,
            Grade grade,
            List<String> vetoes) {

        public Result {
            figures = List.copyOf(figures);
            vetoes = List.copyOf(vetoes);
        }
    }
}
