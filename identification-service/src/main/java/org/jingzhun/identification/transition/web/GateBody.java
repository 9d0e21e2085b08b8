package org.jingzhun.identification.transition.web;

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
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.transition.Gate;
import org.jingzhun.identification.transition.GateRequest;
import org.jspecify.annotations.Nullable;

/** The wish to open a gate of a transition as clients send it. */
@Schema(name = "TransitionStepBody")
public record GateBody(
        @NotNull Gate step,

        @Schema(description = "What was found, said or wrong; some gates need it.") @Size(min = 1, max = 1000) @Nullable
        String remark,

        @Schema(description = "Who signed on paper.") @NotNull @NotEmpty @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> signers,

        @Schema(description = "References of photos and documents, added to those of the proposal.")
        @Size(max = 20)
        @Nullable
        List<@NotBlank @Size(max = 200) String> evidence,

        @Schema(description = "Of an appraisal meeting; needed for appraisals.") @Valid @Nullable
        MinutesBody minutes,

        @Schema(description = "Of the deciding document; needed for approvals.") @Size(min = 1, max = 100) @Nullable
        String documentNumber) {

    /** @param votes in favour */
    @Schema(name = "TransitionMinutes")
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

    GateRequest request() {
        return new GateRequest(
                step,
                remark,
                signers,
                evidence == null ? List.of() : evidence,
                minutes == null ? null : new Minutes(minutes.present(), minutes.entitled(), minutes.votes()),
                documentNumber);
    }
}
