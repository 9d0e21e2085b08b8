package org.jingzhun.identification.monitoring.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.money.Yuan;
import org.jingzhun.identification.monitoring.Clearance;
import org.jingzhun.identification.monitoring.Findings;
import org.jingzhun.identification.monitoring.MeasureKind;
import org.jingzhun.identification.monitoring.MonitoringClass;
import org.jingzhun.identification.monitoring.NewMeasure;
import org.jingzhun.identification.monitoring.Risk;
import org.jingzhun.identification.monitoring.Step;
import org.jingzhun.identification.monitoring.StepRequest;
import org.jspecify.annotations.Nullable;

/** The wish to take a step as clients send it. */
@Schema(name = "MonitoringStepBody")
public record MonitoringStepBody(
        @NotNull Step step,

        @Schema(description = "Why; some steps need it.") @Size(min = 1, max = 1000) @Nullable
        String remark,

        @Schema(description = "Who signed on paper.") @NotNull @NotEmpty @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> signers,

        @Schema(description = "References of photos and documents; some steps need one.") @Size(max = 20) @Nullable
        List<@NotBlank @Size(max = 200) String> evidence,

        @Schema(description = "Of an appraisal meeting.") @Valid @Nullable
        MinutesBody minutes,

        @Schema(description = "Of the county's decision.") @Size(min = 1, max = 100) @Nullable
        String documentNumber,

        @Schema(description = "For VERIFICATION: what the home check found.") @Valid @Nullable
        FindingsBody findings,

        @Schema(description = "For MEASURE_PLANNED.") @Valid @Nullable
        MeasureBody measure,

        @Schema(description = "For MEASURE_DONE and MEASURE_DROPPED.") @Nullable
        UUID measureId,

        @Schema(description = "For CLOSURE_VISIT: all three must be so.") @Valid @Nullable
        ClearanceBody clearance) {

    /** @param votes in favour */
    @Schema(name = "MonitoringMinutes")
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

    /** What the home check found. */
    @Schema(name = "MonitoringFindingsBody")
    public record FindingsBody(
            @Schema(description = "Absent for the class that the figures point to; another one needs a remark.")
            @Nullable
            MonitoringClass monitoringClass,

            @NotNull @NotEmpty @Size(max = 12) Set<@NotNull Risk> risks,

            @Schema(description = "Compliant own payments of the last twelve months, yuan; absent for none.")
            @Pattern(regexp = Yuan.PATTERN)
            @Nullable
            String ownPayments,

            @Schema(description = "Whether the household can get over it by itself.") @NotNull
            Boolean copes) {}

    /** A measure to be planned. */
    @Schema(name = "MonitoringMeasureBody")
    public record MeasureBody(
            @NotNull MeasureKind kind,
            @NotBlank @Size(max = 500) String content,

            @Schema(description = "Who sees to it.") @NotBlank @Size(max = 100)
            String responsible,

            @Schema(description = "Last day, today or later.") @NotNull
            LocalDate dueOn) {}

    /** What the closing visit found. */
    @Schema(name = "MonitoringClearance")
    public record ClearanceBody(
            @NotNull Boolean riskGone,

            @Schema(description = "Schooling, medical care, housing and drinking water.") @NotNull
            Boolean guaranteesKept,

            @NotNull Boolean noNewRisk) {}

    StepRequest request() {
        return new StepRequest(
                step,
                remark,
                signers,
                evidence == null ? List.of() : evidence,
                minutes == null ? null : new Minutes(minutes.present(), minutes.entitled(), minutes.votes()),
                documentNumber,
                findings == null
                        ? null
                        : new Findings(
                                findings.monitoringClass(),
                                findings.risks(),
                                findings.ownPayments() == null ? 0 : Yuan.toFen(findings.ownPayments()),
                                findings.copes()),
                measure == null
                        ? null
                        : new NewMeasure(measure.kind(), measure.content(), measure.responsible(), measure.dueOn()),
                measureId,
                clearance == null
                        ? null
                        : new Clearance(clearance.riskGone(), clearance.guaranteesKept(), clearance.noNewRisk()));
    }
}
