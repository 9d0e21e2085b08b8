package org.jingzhun.identification.exit.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.exit.DropOuts;
import org.jingzhun.identification.exit.ExitCase;
import org.jingzhun.identification.exit.Exits;
import org.jingzhun.identification.exit.JudgedFinding;
import org.jingzhun.identification.exit.Readiness;
import org.jingzhun.identification.exit.Stage;
import org.jingzhun.identification.exit.Step;
import org.jingzhun.identification.exit.StepTaken;
import org.jingzhun.identification.exit.Subject;
import org.jingzhun.identification.exit.Weight;
import org.jspecify.annotations.Nullable;

/** An exit with what was done and found, and what it lacks. */
@Schema(name = "Exit")
public record ExitView(
        ExitRow exit,
        @Nullable String recognisedBy,
        List<String> certifiedBy,

        @Schema(description = "Criteria that nobody has checked.")
        List<String> missing,

        @Schema(description = "Criteria that are said to be met without evidence.")
        List<String> unproven,

        @Schema(description = "Decisive criteria that are not met.")
        List<String> failing,

        @Schema(description = "Criteria that an evaluation by others has still to find out.")
        List<String> unevaluated,

        @Schema(description = "Decisive criteria of the evaluation that are not met.")
        List<String> missed,

        @Schema(description = "Objections that nobody has decided; they hold the exit.")
        int openObjections,

        @Schema(description = "Objections that held good against the notice that is up; the exit goes back.")
        int upheldObjections,

        List<StepView> steps,

        @Schema(description = "Of the year of the exit, and of re-checks in later years.")
        List<FindingView> findings,

        @Schema(description = "What was found before of criteria of which something else was found later.")
        List<FindingView> formerFindings,

        @Schema(
                description =
                        "Members who left compulsory schooling by the special register; they stand against EDUCATION"
                                + " unless the finding names the reason with evidence, and always when they left for poverty.")
        List<DropOuts.DropOut> dropOuts) {

    /** A slice of exits. */
    @Schema(name = "ExitSlice")
    public record ExitSlice(
            List<ExitRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** An exit in a list. */
    @Schema(name = "ExitRow")
    public record ExitRow(
            UUID id,
            Subject subject,
            @Nullable UUID householdId,

            @Schema(description = "The village of the household, the village, or the county; 12 digits.")
            String division,

            int year,
            String standard,
            Stage stage,
            @Nullable LocalDate noticeSince,

            @Schema(description = "The last day on which the notice stands.") @Nullable
            LocalDate noticeUntil,

            @Nullable String documentNumber,
            @Nullable LocalDate exitedOn,
            long revision) {

        static ExitRow of(ExitCase exit) {
            return new ExitRow(
                    exit.id(),
                    exit.subject(),
                    exit.householdId(),
                    Long.toString(exit.placeCode()),
                    exit.year(),
                    exit.standard(),
                    exit.stage(),
                    exit.noticeSince(),
                    exit.lastNoticeDay(),
                    exit.documentNumber(),
                    exit.exitedOn(),
                    exit.revision());
        }
    }

    /** A step that was taken. */
    @Schema(name = "ExitStep")
    public record StepView(
            Step step,
            String takenBy,
            Instant takenAt,
            @Nullable String remark,
            List<String> signers,
            ExitStepBody.@Nullable MinutesBody minutes,
            @Nullable String documentNumber,

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
                    minutes == null
                            ? null
                            : new ExitStepBody.MinutesBody(minutes.present(), minutes.entitled(), minutes.votes()),
                    taken.documentNumber(),
                    taken.quorumPolicy(),
                    taken.majorityPolicy());
        }
    }

    /** What was found of a criterion. */
    @Schema(name = "ExitFinding")
    public record FindingView(
            int year,
            String criterion,
            Weight weight,
            boolean met,
            @Nullable Boolean stated,
            @Nullable String value,

            @Schema(description = "What the value was compared with: of the criterion, or the line of that year.")
            @Nullable
            String threshold,

            List<String> evidence,
            @Nullable String note,
            String recordedBy,
            Instant recordedAt) {

        static FindingView of(JudgedFinding finding) {
            return new FindingView(
                    finding.year(),
                    finding.criterion(),
                    finding.weight(),
                    finding.met(),
                    finding.stated(),
                    text(finding.value()),
                    text(finding.threshold()),
                    finding.evidence(),
                    finding.note(),
                    finding.recordedBy(),
                    finding.recordedAt());
        }

        private static @Nullable String text(@Nullable BigDecimal value) {
            return value == null ? null : value.toPlainString();
        }
    }

    static ExitView of(
            Exits.Standing standing,
            List<StepTaken> steps,
            List<JudgedFinding> findings,
            List<JudgedFinding> formerFindings,
            List<DropOuts.DropOut> dropOuts) {
        ExitCase exit = standing.exit();
        Readiness readiness = standing.readiness();
        return new ExitView(
                ExitRow.of(exit),
                exit.recognisedBy(),
                exit.certifiedBy(),
                readiness.missing(),
                readiness.unproven(),
                readiness.failing(),
                readiness.unevaluated(),
                readiness.missed(),
                readiness.openObjections(),
                readiness.upheldObjections(),
                steps.stream().map(StepView::of).toList(),
                findings.stream().map(FindingView::of).toList(),
                formerFindings.stream().map(FindingView::of).toList(),
                dropOuts);
    }
}
