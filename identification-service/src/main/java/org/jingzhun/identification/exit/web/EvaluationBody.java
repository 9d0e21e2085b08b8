package org.jingzhun.identification.exit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.exit.Evaluation;

/** What an institution found that has no part in the exit, as it is sent. */
@Schema(name = "ExitEvaluationBody")
public record EvaluationBody(
        @Schema(description = "The year of the exit; a later year when those that left are sampled.")
        @NotNull
        @Min(2014)
        @Max(2100)
        Integer year,

        @NotBlank @Size(max = 200) String institution,
        @NotNull LocalDate evaluatedOn,

        @Schema(description = "Exited households that were visited, and those of them whose exit was wrong.")
        @NotNull
        @Valid
        Sample wrongExits,

        @Schema(description = "Households off the register that were visited, and those of them that are poor.")
        @NotNull
        @Valid
        Sample missed,

        @Schema(description = "People who were asked, and those of them who are satisfied.") @NotNull @Valid
        Sample satisfied,

        @Schema(description = "Reference of the report.") @NotBlank @Size(max = 200)
        String report) {

    /** @param found of those sampled */
    @Schema(name = "ExitEvaluationSample")
    public record Sample(
            @Min(1) @Max(10_000_000) int sampled,
            @Min(0) @Max(10_000_000) int found) {

        @AssertTrue(message = "{sample-plausible}")
        @Schema(hidden = true)
        boolean isPlausible() {
            return found <= sampled;
        }
    }

    Evaluation toEvaluation() {
        return new Evaluation(
                year,
                institution,
                evaluatedOn,
                wrongExits.sampled(),
                wrongExits.found(),
                missed.sampled(),
                missed.found(),
                satisfied.sampled(),
                satisfied.found(),
                report);
    }
}
