package org.jingzhun.identification.exit;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.Officer;
import org.jspecify.annotations.Nullable;

/** Asks the table of steps whether a step may be taken. The same rules hold for one exit and for thousands at once. */
final class Procedure {

    private static final String INCIDENCE = "INCIDENCE";
    private static final Set<String> POOR = Set.of("POOR", "RETURNED");

    private Procedure() {}

    /** What is wrong with the request itself, whichever exit it is for; null when nothing is. */
    static @Nullable ExitRefusal refuse(Subject subject, StepRequest request, Officer officer) {
        Step step = request.step();
        if (!officer.levels().contains(step.takenBy(subject))) {
            return new ExitRefusal.WrongLevel(step, step.takenBy(subject));
        }
        if (step.needs(Need.MINUTES) && request.minutes() == null) {
            return new ExitRefusal.MinutesMissing(step);
        }
        if (step.needs(Need.DOCUMENT) && request.documentNumber() == null) {
            return new ExitRefusal.DocumentMissing();
        }
        return step.needs(Need.REASON) && request.remark() == null ? new ExitRefusal.ReasonMissing(step) : null;
    }

    private static @Nullable ExitRefusal refuse(Minutes minutes, MeetingRule meeting) {
        if (!meeting.isQuorate(minutes)) {
            return new ExitRefusal.NoQuorum(minutes.present(), minutes.entitled(), meeting.quorum());
        }
        return meeting.isCarried(minutes)
                ? null
                : new ExitRefusal.NotCarried(minutes.votes(), minutes.present(), meeting.majority());
    }

    /**
     * What is wrong with one exit; null when nothing is.
     *
     * @param meeting what a meeting about it needs to decide; null for a step without one
     */
    static @Nullable ExitRefusal refuse(
            ExitCase exit, Readiness readiness, StepRequest request, LocalDate today, @Nullable MeetingRule meeting) {
        Step step = request.step();
        if (!step.from().contains(exit.stage())) {
            return new ExitRefusal.StepNotOpen(step, exit.stage());
        }
        for (Step earlier : readiness.takenBefore()) {
            if (step.mustDifferFrom().contains(earlier)) {
                return new ExitRefusal.SamePerson(step, earlier);
            }
        }
        for (Need need : Need.values()) {
            ExitRefusal refusal = step.needs(need) ? refuse(need, exit, readiness, request, today, meeting) : null;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable ExitRefusal refuse(
            Need need,
            ExitCase exit,
            Readiness readiness,
            StepRequest request,
            LocalDate today,
            @Nullable MeetingRule meeting) {
        return switch (need) {
            case DOCUMENT, REASON -> null; // of the request
            case MINUTES ->
                refuse(
                        Objects.requireNonNull(request.minutes(), "minutes"),
                        Objects.requireNonNull(meeting, "meeting"));
            case PLAN_FIXED -> readiness.planUnderWay() ? new ExitRefusal.PlanUnderWay(exit.year()) : null;
            case POOR_BEFORE_THE_YEAR -> notPoorBefore(exit, readiness);
            case FINDINGS ->
                !readiness.missing().isEmpty()
                        ? new ExitRefusal.FindingsMissing(readiness.missing())
                        : readiness.unproven().isEmpty() ? null : new ExitRefusal.EvidenceMissing(readiness.unproven());
            case STANDARD_MET ->
                readiness.failing().isEmpty()
                        ? null
                        : readiness.failing().equals(List.of(INCIDENCE))
                                ? new ExitRefusal.IncidenceTooHigh(exit.standard())
                                : new ExitRefusal.StandardNotMet(exit.standard(), readiness.failing());
            case BOTH_SIGNATURES -> notRecognised(exit, request.recognition());
            case NOTICE_OVER -> {
                LocalDate lastDay = exit.lastNoticeDay();
                Integer days = exit.noticeDays();
                yield lastDay == null || days == null || days == 0 || today.isAfter(lastDay)
                        ? null
                        : new ExitRefusal.NoticeRunning(lastDay);
            }
            case NO_OBJECTION ->
                readiness.openObjections() > 0
                        ? new ExitRefusal.OpenObjection(readiness.openObjections())
                        : readiness.upheldObjections() > 0 ? new ExitRefusal.UpheldObjection() : null;
            case EVALUATED ->
                !readiness.unevaluated().isEmpty()
                        ? new ExitRefusal.Unevaluated(readiness.unevaluated())
                        : readiness.missed().isEmpty()
                                ? null
                                : new ExitRefusal.EvaluationMissed(exit.standard(), readiness.missed());
        };
    }

    private static @Nullable ExitRefusal notPoorBefore(ExitCase exit, Readiness readiness) {
        String status = readiness.registerStatus();
        if (status != null && !POOR.contains(status)) {
            return new ExitRefusal.NotPoor(status);
        }
        Integer entry = readiness.entryYear();
        return entry != null && entry >= exit.year() ? new ExitRefusal.YearOfEntry(entry, exit.year()) : null;
    }

    private static @Nullable ExitRefusal notRecognised(ExitCase exit, @Nullable Recognition sent) {
        if (sent == null) {
            return exit.recognisedBy() == null ? new ExitRefusal.NotRecognised() : null;
        }
        if (sent.certifiedBy().size() < Recognition.FEWEST_CERTIFIERS) {
            return new ExitRefusal.NotRecognised();
        }
        return sent.certifiedBy().contains(sent.recognisedBy()) ? new ExitRefusal.SignedForBoth() : null;
    }
}
