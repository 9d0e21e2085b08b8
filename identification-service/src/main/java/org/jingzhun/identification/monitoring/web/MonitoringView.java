package org.jingzhun.identification.monitoring.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.monitoring.Colour;
import org.jingzhun.identification.monitoring.ColourReason;
import org.jingzhun.identification.monitoring.Measure;
import org.jingzhun.identification.monitoring.MonitoringCase;
import org.jingzhun.identification.monitoring.MonitoringClass;
import org.jingzhun.identification.monitoring.Risk;
import org.jingzhun.identification.monitoring.Stage;
import org.jingzhun.identification.monitoring.Step;
import org.jingzhun.identification.monitoring.StepTaken;
import org.jspecify.annotations.Nullable;

/** The monitoring of a household with its leads, measures and steps. */
@Schema(name = "Monitoring")
public record MonitoringView(
        MonitoringRow monitoring, List<LeadView> leads, List<Measure> measures, List<StepView> steps) {

    /** A case in a list. */
    @Schema(name = "MonitoringRow")
    public record MonitoringRow(
            UUID id,
            UUID householdId,
            String villageCode,
            String hamlet,
            String householder,
            int persons,

            @Schema(description = "Of the household now; absent when it is not on the register.") @Nullable
            String registerStatus,

            Stage stage,

            @Schema(description = "Absent until the home check.") @Nullable
            MonitoringClass monitoringClass,

            List<Risk> risks,

            @Schema(description = "Absent when the case has ended.") @Nullable
            Colour colour,

            @Schema(description = "Why it has this colour.") @Nullable
            ColourReason colourReason,

            LocalDate raisedOn,

            @Schema(description = "What is due next; absent when nothing is.") @Nullable
            Step dueStep,

            @Schema(description = "The last day for it.") @Nullable
            LocalDate dueOn,

            @Schema(description = "The rule of its term; absent where a measure names its own day.") @Nullable
            Long dueRuleId,

            @Nullable LocalDate noticeSince,

            @Schema(description = "The last day on which the notice stands.") @Nullable
            LocalDate noticeUntil,

            @Nullable LocalDate monitoredOn,
            @Nullable String documentNumber,

            @Schema(description = "Day of the closing visit.") @Nullable
            LocalDate closureSince,

            @Nullable String closureDocument,
            @Nullable LocalDate endedOn,

            @Schema(description = "Planned and not dropped.")
            int measures,

            @Schema(description = "Of them not carried out yet.")
            int openMeasures,

            @Schema(description = "The transition of the register by which the household falls back.") @Nullable
            UUID returnTransitionId,

            long revision) {

        static MonitoringRow of(MonitoringCase monitored) {
            MonitoringCase.Due due = monitored.due();
            ColourReason reason = monitored.colourReason();
            return new MonitoringRow(
                    monitored.id(),
                    monitored.householdId(),
                    DivisionCode.text(monitored.villageCode()),
                    monitored.hamlet(),
                    monitored.householder(),
                    monitored.persons(),
                    monitored.registerStatus(),
                    monitored.stage(),
                    monitored.monitoringClass(),
                    monitored.risks(),
                    reason == null ? null : reason.colour(),
                    reason,
                    monitored.raisedOn(),
                    due == null ? null : due.step(),
                    due == null ? null : due.on(),
                    due == null ? null : due.rule(),
                    monitored.noticeSince(),
                    monitored.lastNoticeDay(),
                    monitored.monitoredOn(),
                    monitored.documentNumber(),
                    monitored.closureSince(),
                    monitored.closureDocument(),
                    monitored.endedOn(),
                    monitored.measures(),
                    monitored.openMeasures(),
                    monitored.returnCase(),
                    monitored.revision());
        }
    }

    /** A step that was taken. */
    @Schema(name = "MonitoringStepTaken")
    public record StepView(
            Step step,
            String takenBy,
            Instant takenAt,
            @Nullable String remark,
            List<String> signers,
            List<String> evidence,
            MonitoringStepBody.@Nullable MinutesBody minutes,
            @Nullable String documentNumber,
            @Nullable UUID measureId,

            @Schema(
                    description =
                            "The row of the policies by which the meeting had its quorum; absent without a meeting.")
            @Nullable
            Long quorumPolicy,

            @Schema(description = "The row of the policies by which the meeting agreed; absent without a meeting.")
            @Nullable
            Long majorityPolicy) {

        static StepView of(StepTaken taken) {
            Minutes minutes = taken.minutes();
            return new StepView(
                    taken.step(),
                    taken.takenBy(),
                    taken.takenAt(),
                    taken.remark(),
                    taken.signers(),
                    taken.evidence(),
                    minutes == null
                            ? null
                            : new MonitoringStepBody.MinutesBody(
                                    minutes.present(), minutes.entitled(), minutes.votes()),
                    taken.documentNumber(),
                    taken.measureId(),
                    taken.quorumPolicy(),
                    taken.majorityPolicy());
        }
    }
}
