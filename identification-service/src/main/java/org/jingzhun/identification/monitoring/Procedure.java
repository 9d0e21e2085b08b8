package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.monitoring.judging.Stability;
import org.jingzhun.identification.objection.Objection;
import org.jspecify.annotations.Nullable;

/** Asks the table whether a step can be taken. */
final class Procedure {

    private Procedure() {}

    /**
     * What the service looked up for the step.
     *
     * @param line whether the line of the year of the first lead is loaded
     * @param measure whether the measure that is named is one of the case and open
     * @param meeting what a meeting needs to decide
     * @param objections that hold the case
     * @param stability null where the step does not ask for it
     */
    record Known(
            boolean line,
            boolean measure,
            MeetingRule meeting,
            Objection.Held objections,
            @Nullable Stability stability) {}

    /** Why it cannot; null when it can. */
    static @Nullable MonitoringRefusal refuse(
            MonitoringCase monitored, StepRequest request, Officer officer, LocalDate today, Known known) {
        Step step = request.step();
        if (!step.from().contains(monitored.stage())) {
            return new MonitoringRefusal.StepNotOpen(step, monitored.stage());
        }
        if (Collections.disjoint(officer.levels(), step.takenBy())) {
            return new MonitoringRefusal.WrongLevel(
                    step, step.takenBy().stream().sorted().toList());
        }
        for (Step earlier : Step.values()) {
            if (step.mustDifferFrom().contains(earlier)
                    && monitored.takenBefore().contains(earlier)) {
                return new MonitoringRefusal.SamePerson(step, earlier);
            }
        }
        for (Need need : Need.values()) {
            MonitoringRefusal refusal = step.needs(need) ? refuse(need, monitored, request, today, known) : null;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable MonitoringRefusal refuse(
            Need need, MonitoringCase monitored, StepRequest request, LocalDate today, Known known) {
        String status = monitored.registerStatus();
        return switch (need) {
            case NOT_POOR -> unless(!monitored.poor(), new MonitoringRefusal.IsPoor(String.valueOf(status)));
            case FINDINGS -> unless(request.findings() != null, new MonitoringRefusal.FindingsMissing());
            case LINE ->
                unless(
                        known.line(),
                        new MonitoringRefusal.LineMissing(monitored.raisedOn().getYear()));
            case EVIDENCE -> unless(!request.evidence().isEmpty(), new MonitoringRefusal.EvidenceMissing());
            case MINUTES -> refuse(request.step(), request.minutes(), known.meeting());
            case NOTICE_OVER -> noticeRunning(monitored, today);
            case NO_OBJECTION ->
                known.objections().open() > 0
                        ? new MonitoringRefusal.OpenObjection(known.objections().open())
                        : unless(known.objections().upheld() == 0, new MonitoringRefusal.UpheldObjection());
            case DOCUMENT -> unless(request.documentNumber() != null, new MonitoringRefusal.DocumentMissing());
            case REMARK -> unless(request.remark() != null, new MonitoringRefusal.RemarkMissing(request.step()));
            case MEASURE -> refuse(request.measure(), today);
            case OPEN_MEASURE -> unless(known.measure(), new MonitoringRefusal.NoSuchOpenMeasure(request.measureId()));
            case MEASURES_DONE ->
                unless(
                        monitored.measures() > 0 && monitored.openMeasures() == 0,
                        new MonitoringRefusal.MeasuresNotDone(monitored.measures(), monitored.openMeasures()));
            case CLEARANCE -> {
                Clearance clearance = request.clearance();
                yield unless(clearance != null && clearance.complete(), new MonitoringRefusal.RiskRemains());
            }
            case STABLE_INCOME -> unstable(known.stability());
            case CAUTION ->
                unless(
                        monitored.labourers() > 0 || (monitored.secured() && request.remark() != null),
                        new MonitoringRefusal.NoLabour());
            case NO_NEW_LEAD -> unless(!monitored.newLead(), new MonitoringRefusal.NewLead());
            case EXITED -> unless("EXITED".equals(status), new MonitoringRefusal.NotExited(status));
            case POOR -> unless(monitored.poor(), new MonitoringRefusal.NotPoor(status));
        };
    }

    private static @Nullable MonitoringRefusal unless(boolean holds, MonitoringRefusal refusal) {
        return holds ? null : refusal;
    }

    private static @Nullable MonitoringRefusal noticeRunning(MonitoringCase monitored, LocalDate today) {
        LocalDate lastDay = monitored.lastNoticeDay();
        return lastDay == null || Objects.equals(monitored.noticeDays(), 0) || today.isAfter(lastDay)
                ? null
                : new MonitoringRefusal.NoticeRunning(lastDay);
    }

    private static @Nullable MonitoringRefusal unstable(@Nullable Stability stability) {
        Stability.Point broken = Objects.requireNonNull(stability, "stability").broken();
        if (broken == null) {
            return null;
        }
        return broken.line() == null
                ? new MonitoringRefusal.LineMissing(broken.day().getYear())
                : new MonitoringRefusal.IncomeNotStable(
                        broken.day(), broken.income().coveredDays());
    }

    private static @Nullable MonitoringRefusal refuse(@Nullable NewMeasure measure, LocalDate today) {
        if (measure == null) {
            return new MonitoringRefusal.MeasureMissing();
        }
        return unless(!measure.dueOn().isBefore(today), new MonitoringRefusal.MeasureDueInPast(measure.dueOn()));
    }

    private static @Nullable MonitoringRefusal refuse(Step step, @Nullable Minutes minutes, MeetingRule meeting) {
        if (minutes == null) {
            return new MonitoringRefusal.MinutesMissing(step);
        }
        if (!meeting.isQuorate(minutes)) {
            return new MonitoringRefusal.NoQuorum(minutes.present(), minutes.entitled(), meeting.quorum());
        }
        return unless(
                meeting.isCarried(minutes),
                new MonitoringRefusal.NotCarried(minutes.votes(), minutes.present(), meeting.majority()));
    }
}
