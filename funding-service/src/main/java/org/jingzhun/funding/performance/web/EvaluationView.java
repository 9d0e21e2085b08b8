package org.jingzhun.funding.performance.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.performance.Evaluating;
import org.jingzhun.funding.performance.Evaluation;
import org.jingzhun.funding.performance.Mark;
import org.jingzhun.funding.performance.Stage;
import org.jingzhun.funding.performance.Step;
import org.jingzhun.funding.performance.grading.Grade;
import org.jspecify.annotations.Nullable;

/** A performance evaluation as seen from outside. */
@Schema(name = "PerformanceEvaluation")
record EvaluationView(
        UUID id,
        String division,
        int year,
        String criteria,
        Stage stage,

        @Schema(description = "Points of 100.") String total,
        Grade grade,
        String documentNumber,
        List<MarkBody> marks,
        List<StepView> steps,
        Instant createdAt,
        long revision) {

    private static final int POINT_DIGITS = 2;

    /** What an officer says of an evaluation. */
    @Schema(name = "PerformanceEvaluationRequest")
    record Request(
            @NotNull
            @Pattern(regexp = "[1-9]\\d{11}")
            @Schema(description = "The county, township or village that is evaluated, 12 digits.")
            String division,

            @Min(1986) @Max(2100) int year,

            @Size(max = 100) @Schema(description = "Set of criteria and grades; without it that of the year.") @Nullable
            String criteria,

            @NotBlank @Size(max = 100) String documentNumber,

            @NotNull @Size(min = 1, max = 50) @Schema(description = "One for each criterion of the set.")
            List<@Valid @NotNull MarkBody> marks) {

        Evaluating.Marks marksOf() {
            return new Evaluating.Marks(
                    Long.parseLong(division),
                    year,
                    criteria,
                    documentNumber,
                    marks.stream().map(MarkBody::mark).toList());
        }
    }

    /** Points for a criterion with their evidence. */
    @Schema(name = "PerformanceMark")
    record MarkBody(
            @NotBlank @Size(max = 50) String criterion,

            @NotNull
            @Pattern(regexp = "\\d{1,2}(\\.\\d{1,2})?|100(\\.0{1,2})?")
            @Schema(description = "At most the criterion's points; taken off if it deducts.", examples = "8.50")
            String points,

            @NotBlank @Size(max = 1000) String evidence) {

        Mark mark() {
            return new Mark(
                    criterion,
                    new BigDecimal(points).movePointRight(POINT_DIGITS).intValueExact(),
                    evidence);
        }

        static MarkBody of(Mark mark) {
            return new MarkBody(mark.criterion(), text(mark.points()), mark.evidence());
        }
    }

    /** A step to be taken. */
    @Schema(name = "PerformanceStepRequest")
    record StepRequest(
            @NotNull Step step, @Size(max = 1000) @Nullable String remark) {}

    /** A step with its signature. */
    @Schema(name = "PerformanceStepTaken")
    record StepView(Step step, String takenBy, String name, String role, String remark, Instant takenAt) {}

    /** A slice of evaluations. */
    @Schema(name = "PerformanceEvaluationSlice")
    record EvaluationSlice(
            List<EvaluationView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    static EvaluationView of(Evaluation evaluation) {
        return new EvaluationView(
                evaluation.id(),
                Long.toString(evaluation.division()),
                evaluation.year(),
                evaluation.criteria(),
                evaluation.stage(),
                text(evaluation.total()),
                evaluation.grade(),
                evaluation.documentNumber(),
                evaluation.marks().stream()
                        .sorted(Comparator.comparing(Mark::criterion))
                        .map(MarkBody::of)
                        .toList(),
                evaluation.steps().stream()
                        .map(s -> new StepView(s.step(), s.takenBy(), s.name(), s.role(), s.remark(), s.takenAt()))
                        .toList(),
                evaluation.createdAt(),
                evaluation.revision());
    }

    static String text(int hundredths) {
        return BigDecimal.valueOf(hundredths, POINT_DIGITS).toPlainString();
    }
}
