package org.jingzhun.identification.transition;

import java.time.LocalDate;
import java.util.Objects;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.register.Status;
import org.jspecify.annotations.Nullable;

/** Asks the table whether a gate opens. */
final class Gates {

    private Gates() {}

    /**
     * Why it does not; null when it opens.
     *
     * @param meeting what its meeting needs to decide; null for a gate without one
     */
    static @Nullable TransitionRefusal refuse(
            TransitionCase transition,
            GateRequest request,
            Officer officer,
            LocalDate today,
            @Nullable MeetingRule meeting) {
        Gate gate = request.gate();
        if (!gate.isOpen(transition.kind(), transition.stage())) {
            return new TransitionRefusal.GateNotOpen(gate, transition.stage());
        }
        if (!officer.levels().contains(gate.takenBy())) {
            return new TransitionRefusal.WrongLevel(gate, gate.takenBy());
        }
        for (Gate earlier : transition.takenBefore()) {
            if (gate.mustDifferFrom().contains(earlier)) {
                return new TransitionRefusal.SamePerson(gate, earlier);
            }
        }
        for (Need need : Need.values()) {
            TransitionRefusal refusal = gate.needs(need) ? refuse(need, transition, request, today, meeting) : null;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable TransitionRefusal refuse(
            Need need, TransitionCase transition, GateRequest request, LocalDate today, @Nullable MeetingRule meeting) {
        return switch (need) {
            case STATUS -> otherStatus(transition.kind(), transition.registerStatus());
            case EVIDENCE ->
                transition.evidence().isEmpty() && request.evidence().isEmpty()
                        ? new TransitionRefusal.EvidenceMissing()
                        : null;
            case MINUTES -> refuse(request.gate(), request.minutes(), Objects.requireNonNull(meeting, "meeting"));
            case NOTICE_OVER -> {
                LocalDate lastDay = transition.lastNoticeDay();
                Integer days = transition.noticeDays();
                yield lastDay == null || days == null || days == 0 || today.isAfter(lastDay)
                        ? null
                        : new TransitionRefusal.NoticeRunning(lastDay);
            }
            case NOT_THE_APPROVER_OF_THE_EXIT ->
                transition.approvedTheExit() ? new TransitionRefusal.ApprovedTheExit(request.gate()) : null;
            case DOCUMENT -> request.documentNumber() == null ? new TransitionRefusal.DocumentMissing() : null;
            case REMARK -> request.remark() == null ? new TransitionRefusal.RemarkMissing(request.gate()) : null;
        };
    }

    /** Null when the kind leads on from the status. */
    static @Nullable TransitionRefusal otherStatus(Kind kind, String status) {
        return kind.mark().from().contains(Status.valueOf(status))
                ? null
                : new TransitionRefusal.OtherStatus(kind, status);
    }

    private static @Nullable TransitionRefusal refuse(Gate gate, @Nullable Minutes minutes, MeetingRule meeting) {
        if (minutes == null) {
            return new TransitionRefusal.MinutesMissing(gate);
        }
        if (!meeting.isQuorate(minutes)) {
            return new TransitionRefusal.NoQuorum(minutes.present(), minutes.entitled(), meeting.quorum());
        }
        return meeting.isCarried(minutes)
                ? null
                : new TransitionRefusal.NotCarried(minutes.votes(), minutes.present(), meeting.majority());
    }
}
