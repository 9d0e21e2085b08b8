package org.jingzhun.pairing.evaluation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.evaluation.Evaluating;
import org.jingzhun.pairing.evaluation.Evaluation;
import org.jingzhun.pairing.evaluation.EvaluationStage;
import org.jingzhun.pairing.evaluation.SubjectKind;
import org.jingzhun.pairing.evaluation.scoring.Criterion;
import org.jingzhun.pairing.evaluation.scoring.Grade;
import org.jspecify.annotations.Nullable;

/** An evaluation as seen from outside. */
@Schema(name = "Evaluation")
public record EvaluationView(
        UUID id,
        int year,
        String division,
        SubjectKind subjectKind,

        @Schema(description = "Version of the criteria and their points.")
        String criteria,

        @Schema(description = "Version of the thresholds.") String grades,
        @Schema(description = "Version of the vetoes.") String vetoes,

        @Schema(
                description =
                        "Version of the rule on found absence; null of evaluations from before they asked for it.")
        @Nullable
        String duty,

        @Schema(description = "Last day that counts.") LocalDate countedTo,
        EvaluationStage stage,
        @Schema(description = "How many were evaluated.") int results,
        long revision) {

    static EvaluationView of(Evaluation evaluation) {
        return new EvaluationView(
                evaluation.id(),
                evaluation.year(),
                Divisions.text(evaluation.division()),
                evaluation.subjectKind(),
                evaluation.criteria(),
                evaluation.grades(),
                evaluation.vetoes(),
                evaluation.duty(),
                evaluation.countedTo(),
                evaluation.stage(),
                evaluation.results(),
                evaluation.revision());
    }

    /** An evaluation with its steps. */
    @Schema(name = "HandledEvaluation")
    public record HandledView(EvaluationView evaluation, List<SignatureView> steps) {

        static HandledView of(Evaluating.Handled handled) {
            return new HandledView(
                    EvaluationView.of(handled.evaluation()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }

    /** What one subject got, and why. */
    @Schema(name = "EvaluationResult")
    public record ResultView(
            @Schema(description = "Id of the unit or helper; code of the county, or of the village of a team.")
            String subject,

            String division,
            List<FigureView> figures,

            @Schema(description = "0 to 100 points, after the deduction; null when nothing was due.") @Nullable
            BigDecimal score,

            Grade grade,

            @Schema(description = "What failed it whatever its points: GRAVE_ENTRY, TARGETS_BELOW.")
            List<String> vetoes,

            @Schema(
                    description =
                            "Absences found in the year (脱岗): of a helper; of the member of a team with the most; of those whom a unit sent, and of a township's government, of all in its villages.")
            int absences,

            @Schema(
                    description =
                            "The best grade that they leave to a helper or team: once GOOD, twice PASSED, three times FAILED; null without a limit.")
            @Nullable
            Grade gradeLimit,

            @Schema(description = "Points that a unit loses by them, a tenth each time.")
            BigDecimal deduction) {

        static ResultView of(Evaluation.Result result) {
            var score = result.score();
            return new ResultView(
                    result.subject(),
                    Divisions.text(result.division()),
                    result.figures().stream()
                            .map(figure ->
                                    new FigureView(figure.criterion(), figure.points(), figure.reached(), figure.due()))
                            .toList(),
                    score == null ? null : BigDecimal.valueOf(score, 2),
                    result.grade(),
                    result.vetoes(),
                    result.absence().found(),
                    result.absence().limit(),
                    BigDecimal.valueOf(result.absence().deduction(), 2));
        }
    }

    /** One criterion. */
    @Schema(name = "EvaluationFigure")
    public record FigureView(
            Criterion criterion,
            @Schema(description = "Of it in the whole.") int points,
            long reached,

            @Schema(description = "0: it does not count, the others are scaled up.")
            long due) {}
}
