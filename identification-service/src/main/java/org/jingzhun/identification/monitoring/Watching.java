package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.MeetingRules;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.monitoring.judging.Facts;
import org.jingzhun.identification.monitoring.judging.Judgement;
import org.jingzhun.identification.monitoring.judging.Judging;
import org.jingzhun.identification.monitoring.judging.Stability;
import org.jingzhun.identification.monitoring.judging.Standing;
import org.jingzhun.identification.monitoring.judging.YearBefore;
import org.jingzhun.identification.monitoring.judging.YearLine;
import org.jingzhun.identification.objection.Objected;
import org.jingzhun.identification.objection.Objection;
import org.jingzhun.identification.objection.Objections;
import org.jingzhun.identification.povertyline.Purpose;
import org.jingzhun.identification.transition.Deciding;
import org.jingzhun.identification.transition.Kind;
import org.jspecify.annotations.Nullable;

/** Takes the steps of monitoring, and tells others who is monitored (监测). */
@ApplicationScoped
public class Watching {

    private final MonitoringCases cases;
    private final CaseWriting writing;
    private final YearsBefore years;
    private final MonitoringRules rules;
    private final MeetingRules meetings;
    private final Objections objections;
    private final Judgements judgements;
    private final Deciding deciding;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Watching(
            MonitoringCases cases,
            CaseWriting writing,
            YearsBefore years,
            MonitoringRules rules,
            MeetingRules meetings,
            Objections objections,
            Judgements judgements,
            Deciding deciding,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.cases = cases;
        this.writing = writing;
        this.years = years;
        this.rules = rules;
        this.meetings = meetings;
        this.objections = objections;
        this.judgements = judgements;
        this.deciding = deciding;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a step.
     *
     * @throws MonitoringException when the domain says no
     * @throws org.jingzhun.identification.transition.TransitionException when the register does not take the return
     */
    @Transactional
    public void take(UUID id, StepRequest request) {
        Caller acting = caller.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        MonitoringCase monitored = cases.getLocked(id, acting.subject());
        Step step = request.step();
        Stability stability = step.needs(Need.STABLE_INCOME) ? stability(monitored, today) : null;
        YearLine line = years.findLine(Purpose.MONITORING, monitored.raisedOn(), monitored.villageCode());
        Objection.Held held =
                step.needs(Need.NO_OBJECTION) ? objections.held(Objected.MONITORING, id) : Objection.Held.NONE;
        MeetingRule meeting = meetings.inForce(monitored.villageCode(), today.getYear());
        MonitoringRefusal refusal = Procedure.refuse(
                monitored,
                request,
                Officer.of(acting),
                today,
                new Procedure.Known(line != null, isOpenMeasure(monitored, request), meeting, held, stability));
        if (refusal != null) {
            throw refusal.asException();
        }
        MonitoringClass decided = step == Step.VERIFICATION ? judge(monitored, request, line) : null;
        if (stability != null) {
            judgements.keep(id, stability, clock.instant());
        }
        UUID returned = step == Step.RETURN_PROPOSED
                ? deciding.propose(
                        monitored.householdId(),
                        Kind.RETURN,
                        today.getYear(),
                        Objects.requireNonNull(request.remark()),
                        request.evidence())
                : null;
        writing.write(monitored, request, decided, returned, today, meeting);
        audit.record(AuditEntry.of("monitoring-step-taken", "household", monitored.householdId())
                .in(monitored.villageCode())
                .because(request.remark())
                .with("case", id)
                .with("step", step));
    }

    /** The class that the home check proposes; what the figures say is kept beside it. */
    private MonitoringClass judge(MonitoringCase monitored, StepRequest request, @Nullable YearLine line) {
        Findings findings = Objects.requireNonNull(request.findings(), "findings");
        YearBefore year = years.of(monitored.householdId(), Math.max(1, monitored.persons()), monitored.raisedOn());
        Judgement judgement = Judging.judge(new Facts(
                "EXITED".equals(monitored.registerStatus()) ? Standing.EXITED : Standing.ORDINARY,
                year,
                Objects.requireNonNull(line, "line"),
                value(RuleName.LEAST_COVERED_DAYS, monitored, monitored.raisedOn()),
                findings.paymentsFen(),
                findings.sudden(),
                findings.copes()));
        judgements.keep(monitored.id(), judgement, clock.instant());
        MonitoringClass pointedTo =
                switch (judgement.outcome()) {
                    case UNSTABLE_EXIT -> MonitoringClass.UNSTABLE_EXIT;
                    case EDGE -> MonitoringClass.EDGE;
                    case SUDDEN_HARDSHIP -> MonitoringClass.SUDDEN_HARDSHIP;
                    case NOT_AT_RISK, UNKNOWN -> null;
                };
        MonitoringClass proposed = findings.monitoringClass() == null ? pointedTo : findings.monitoringClass();
        if (proposed == null || (proposed != pointedTo && request.remark() == null)) {
            throw new MonitoringRefusal.ClassUnexplained(judgement.outcome()).asException();
        }
        return proposed;
    }

    private Stability stability(MonitoringCase monitored, LocalDate today) {
        RuleName months = monitored.labourers() > 0 ? RuleName.STABLE_MONTHS : RuleName.STABLE_MONTHS_WITHOUT_LABOUR;
        return years.stability(
                monitored,
                today,
                value(months, monitored, today),
                value(RuleName.LEAST_COVERED_DAYS, monitored, today));
    }

    private long value(RuleName name, MonitoringCase monitored, LocalDate day) {
        return rules.inForce(name, monitored.villageCode(), day).value();
    }

    private boolean isOpenMeasure(MonitoringCase monitored, StepRequest request) {
        return request.measureId() != null
                && cases.listMeasures(monitored.id()).stream()
                        .anyMatch(measure ->
                                measure.id().equals(request.measureId()) && measure.state() == MeasureState.OPEN);
    }
}
