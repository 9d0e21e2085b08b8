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
 * @param duty version of the rule on absence; null of evaluations from before they asked for it
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
        @Nullable String duty,
        LocalDate countedTo,
        EvaluationStage stage,
        int results,
        long revision) {

    /**
     * Of one subject.
     *
     * @param subject id of the unit or helper; code of the county, or of the village of a team
     * @param score hundredths of a point, after the deduction; null when nothing was due
     * @param vetoes what failed it whatever its points: GRAVE_ENTRY, TARGETS_BELOW
     * @param absence what found absence did to score and grade
     */
    public record Result(
            String subject,
            long division,
            List<Scoring.Figure> figures,
            @Nullable Integer score,
            Grade grade,
            List<String> vetoes,
            Absence absence) {

        public Result {
            figures = List.copyOf(figures);
            vetoes = List.copyOf(vetoes);
        }
    }

    /**
     * What found absence (脱岗) did.
     *
     * @param found in the year; of a team, of the member with the most; of a unit, of those it sent, and of a township's
     *     government, of all who were to be in its villages
     * @param limit the best grade that is left to a helper or team; null where there is no limit
     * @param deduction hundredths of a point that a unit loses
     */
    public record Absence(int found, @Nullable Grade limit, int deduction) {}
}
