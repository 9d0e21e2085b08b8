package org.jingzhun.identification.campaign.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Gate;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.StepRequest;
import org.jspecify.annotations.Nullable;

/** The wish to open a gate as clients send it. */
@Schema(name = "StepBody")
public record StepBody(
        @NotNull Gate step,
        @Size(max = 1000) @Nullable String remark,

        @Schema(description = "Who signed on paper.") @NotNull @NotEmpty @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> signers,

        @Schema(description = "Of an appraisal meeting; needed for appraisals.") @Valid @Nullable
        MinutesBody minutes,

        @Schema(description = "Of the announcing document; needed for ANNOUNCEMENT.")
        @Size(min = 1, max = 100)
        @Nullable
        String documentNumber) {

    /** @param votes in favour */
    @Schema(name = "Minutes")
    public record MinutesBody(
            @Min(0) @Max(MinutesBody.MOST_PEOPLE) int present,
            @Min(1) @Max(MinutesBody.MOST_PEOPLE) int entitled,
            @Min(0) @Max(MinutesBody.MOST_PEOPLE) int votes) {

        private static final int MOST_PEOPLE = 1_000_000;

        @AssertTrue(message = "must not have more present than entitled, nor more votes than present")
        @Schema(hidden = true)
        boolean isPlausible() {
            return present <= entitled && votes <= present;
        }
    }

    StepRequest request() {
        return new StepRequest(
                step,
                remark,
                signers,
                minutes == null ? null : new Minutes(minutes.present(), minutes.entitled(), minutes.votes()),
                documentNumber);
    }
}
