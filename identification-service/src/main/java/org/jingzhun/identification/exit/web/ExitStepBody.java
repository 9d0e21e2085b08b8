package org.jingzhun.identification.exit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.exit.Recognition;
import org.jingzhun.identification.exit.Step;
import org.jingzhun.identification.exit.StepRequest;
import org.jspecify.annotations.Nullable;

/** The wish to take a step of an exit as clients send it. */
@Schema(name = "ExitStepBody")
public record ExitStepBody(
        @NotNull Step step,

        @Schema(description = "Needed for SEND_BACK and WITHDRAWAL.") @Size(min = 1, max = 1000) @Nullable
        String remark,

        @Schema(description = "Who signed on paper.") @NotNull @NotEmpty @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> signers,

        @Schema(description = "Of an appraisal meeting; needed for APPRAISAL.") @Valid @Nullable
        MinutesBody minutes,

        @Schema(description = "Of the approving document; needed for APPROVAL.") @Size(min = 1, max = 100) @Nullable
        String documentNumber,

        @Schema(description = "The double recognition; needed for RECOGNITION unless it was imported.") @Valid @Nullable
        RecognitionBody recognition) {

    /** @param votes in favour */
    @Schema(name = "ExitMinutes")
    public record MinutesBody(
            @Min(0) @Max(1_000_000) int present,
            @Min(1) @Max(1_000_000) int entitled,
            @Min(0) @Max(1_000_000) int votes) {

        @AssertTrue(message = "{minutes-plausible}")
        @Schema(hidden = true)
        boolean isPlausible() {
            return present <= entitled && votes <= present;
        }
    }

    /** Who signed for each side. */
    @Schema(name = "ExitRecognition")
    public record RecognitionBody(
            @Schema(description = "For the household, village or county itself.")
            @NotBlank
            @Size(max = Recognition.LONGEST_NAME)
            String recognisedBy,

            @Schema(description = "The team: two or more, none of them of the other side.")
            @NotNull
            @Size(max = Recognition.MOST_CERTIFIERS)
            List<@NotBlank @Size(max = Recognition.LONGEST_NAME) String> certifiedBy) {}

    /** The wish to take a step of all households that are ready for it. */
    @Schema(name = "ExitMassStepBody")
    public record Mass(
            @Schema(description = "Where: 2 to 12 digits.")
            @NotNull
            @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
            String division,

            @Schema(description = "Year of the exits.") @NotNull @Min(2014) @Max(2100)
            Integer year,

            @NotNull @Valid ExitStepBody request) {}

    StepRequest toRequest() {
        return new StepRequest(
                step,
                remark,
                signers,
                minutes == null ? null : new Minutes(minutes.present(), minutes.entitled(), minutes.votes()),
                documentNumber,
                recognition == null ? null : new Recognition(recognition.recognisedBy(), recognition.certifiedBy()));
    }
}
