package org.jingzhun.identification.transition.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.transition.Gate;
import org.jingzhun.identification.transition.GateOpened;
import org.jingzhun.identification.transition.Kind;
import org.jingzhun.identification.transition.Stage;
import org.jingzhun.identification.transition.TransitionCase;
import org.jspecify.annotations.Nullable;

/** A transition with its gates. */
@Schema(name = "RegisterTransition")
public record TransitionView(TransitionRow transition, List<StepView> steps) {

    /** A transition in a list. */
    @Schema(name = "RegisterTransitionRow")
    public record TransitionRow(
            UUID id,
            UUID householdId,
            String villageCode,
            Kind kind,
            Stage stage,

            @Schema(description = "For which it holds.") int year,

            String reason,
            List<String> evidence,

            @Schema(description = "The campaign that found the household poor again; absent when an officer proposed.")
            @Nullable
            UUID campaignId,

            @Nullable LocalDate noticeSince,

            @Schema(description = "The last day on which the notice stands.") @Nullable
            LocalDate noticeUntil,

            @Nullable String documentNumber,
            @Nullable LocalDate appliedOn,
            long revision) {

        static TransitionRow of(TransitionCase transition) {
            return new TransitionRow(
                    transition.id(),
                    transition.householdId(),
                    DivisionCode.text(transition.villageCode()),
                    transition.kind(),
                    transition.stage(),
                    transition.year(),
                    transition.reason(),
                    transition.evidence(),
                    transition.campaignId(),
                    transition.noticeSince(),
                    transition.lastNoticeDay(),
                    transition.documentNumber(),
                    transition.appliedOn(),
                    transition.revision());
        }
    }

    /** A gate that was opened. */
    @Schema(name = "RegisterTransitionStep")
    public record StepView(
            Gate step,
            String takenBy,
            Instant takenAt,
            @Nullable String remark,
            List<String> signers,
            GateBody.@Nullable MinutesBody minutes,
            @Nullable String documentNumber,

            @Schema(
                    description =
                            "The row of the policies by which the meeting had its quorum; absent without a meeting.")
            @Nullable
            Long quorumPolicy,

            @Schema(description = "The row of the policies by which the meeting agreed; absent without a meeting.")
            @Nullable
            Long majorityPolicy) {

        static StepView of(GateOpened opened) {
            Minutes minutes = opened.minutes();
            return new StepView(
                    opened.gate(),
                    opened.takenBy(),
                    opened.takenAt(),
                    opened.remark(),
                    opened.signers(),
                    minutes == null
                            ? null
                            : new GateBody.MinutesBody(minutes.present(), minutes.entitled(), minutes.votes()),
                    opened.documentNumber(),
                    opened.quorumPolicy(),
                    opened.majorityPolicy());
        }
    }
}
