package org.jingzhun.identification.campaign.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Gate;
import org.jingzhun.identification.campaign.Objection;
import org.jingzhun.identification.campaign.Round;
import org.jingzhun.identification.campaign.Stage;
import org.jingzhun.identification.campaign.StepTaken;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** A round with what was done in it. */
@Schema(name = "Round")
public record RoundView(
        UUID id,
        UUID campaignId,
        String villageCode,
        Stage stage,

        @Schema(description = "The day on which the last notice was put up.") @Nullable
        LocalDate noticeSince,

        @Schema(description = "The last day on which it stands.") @Nullable
        LocalDate noticeUntil,

        @Nullable String documentNumber,
        List<StepView> steps,
        List<ObjectionView> objections,
        long revision) {

    /** What a meeting recorded; the scores that it changed stand beside the candidates. */
    @Schema(name = "MinutesTaken")
    public record MinutesView(int present, int entitled, int votes) {}

    /** A gate that was opened. */
    @Schema(name = "RoundStep")
    public record StepView(
            Gate step,
            String takenBy,
            Instant takenAt,
            @Nullable String remark,
            List<String> signers,
            @Nullable MinutesView minutes) {

        static StepView of(StepTaken step) {
            var minutes = step.minutes();
            return new StepView(
                    step.gate(),
                    step.takenName(),
                    step.takenAt(),
                    step.remark(),
                    step.signers(),
                    minutes == null ? null : new MinutesView(minutes.present(), minutes.entitled(), minutes.votes()));
        }
    }

    static RoundView of(Round round, int noticeDays, List<StepTaken> steps, List<Objection> objections) {
        return new RoundView(
                round.id(),
                round.campaignId(),
                DivisionCode.text(round.villageCode()),
                round.stage(),
                round.noticeSince(),
                round.lastNoticeDay(noticeDays),
                round.documentNumber(),
                steps.stream().map(StepView::of).toList(),
                objections.stream().map(ObjectionView::of).toList(),
                round.revision());
    }
}
