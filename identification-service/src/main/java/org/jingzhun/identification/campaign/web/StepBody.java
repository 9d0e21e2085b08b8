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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.ScoreChange;
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
            @Min(0) @Max(MinutesBody.MOST_PEOPLE) int votes,

            @Schema(description = "Scores that the meeting changed, each household once.") @Size(max = 300) @Nullable
            List<@NotNull @Valid ChangeBody> changes) {

        private static final int MOST_PEOPLE = 1_000_000;

        @AssertTrue(message = "{minutes-plausible}")
        @Schema(hidden = true)
        boolean isPlausible() {
            return present <= entitled && votes <= present;
        }
    }

    /** A score that is changed: by answers in place of those of the visit, or by points. */
    @Schema(name = "ScoreChangeBody")
    public record ChangeBody(
            @NotNull UUID householdId,

            @Schema(
                    description = "By category the items that hold, in place of those of the visit.",
                    maxProperties = 100)
            @Size(max = 100)
            @Nullable
            Map<@Size(max = 40) String, @NotNull @Size(max = 128) List<@NotNull @Size(max = 40) String>> answers,

            @Schema(description = "A documented adjustment, up or down.") @Min(-10_000) @Max(10_000) @Nullable
            Integer points,

            @NotBlank @Size(max = 1000) String reason) {

        @AssertTrue(message = "{answers-or-points}")
        @Schema(hidden = true)
        boolean isEither() {
            return (answers == null || answers.isEmpty()) == (points != null);
        }

        ScoreChange.Wanted wanted() {
            return new ScoreChange.Wanted(householdId, answers == null ? Map.of() : answers, points, reason);
        }
    }

    private List<ScoreChange.Wanted> changes() {
        return minutes == null || minutes.changes() == null
                ? List.of()
                : minutes.changes().stream().map(ChangeBody::wanted).toList();
    }

    StepRequest request() {
        return new StepRequest(
                step,
                remark,
                signers,
                minutes == null ? null : new Minutes(minutes.present(), minutes.entitled(), minutes.votes()),
                changes(),
                documentNumber);
    }
}
