package org.jingzhun.identification.monitoring;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.identification.campaign.MeetingRule;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.NoticePolicies;
import org.jingzhun.identification.published.IdentificationEvent;
import org.jspecify.annotations.Nullable;

/** Writes what a step does to a case, what is due next, and what others are told. */
@ApplicationScoped
class CaseWriting {

    private static final String MOVE = """
            update monitoring_case set stage = :to,
              class = coalesce(cast(:class as text), class),
              risks = coalesce(cast(:risks as text[]), risks),
              notice_since = case when :to in ('NOTICED', 'CLOSURE_NOTICED') then cast(:today as date)
                                  else notice_since end,
              notice_days = coalesce(cast(:days as integer), notice_days),
              notice_policy = coalesce(cast(:policy as bigint), notice_policy),
              monitored_on = case :step when 'CONFIRMATION' then cast(:today as date) else monitored_on end,
              document_number = case :step when 'CONFIRMATION' then cast(:document as text) else document_number end,
              closure_since = case :step when 'CLOSURE_VISIT' then cast(:today as date) else closure_since end,
              closure_document = case :step when 'CLOSURE_APPROVAL' then cast(:document as text)
                                            else closure_document end,
              ended_on = case when :to in ('CLOSED', 'DISMISSED', 'HANDED_OVER') then cast(:today as date) end,
              return_case = coalesce(cast(:returned as uuid), return_case),
              due_step = null, due_on = null, due_rule = null,
              revision = revision + 1
            where id = :id
            """;
    private static final String PLAN = """
            insert into monitoring_measure (id, case_id, village_code, kind, content, responsible, due_on, planned_on)
            values (:measure, :id, :village, :kind, :content, :responsible, :due, :today)
            """;
    private static final String FINISH =
            "update monitoring_measure set state = :state, done_on = :today where id = :measure and case_id = :id";
    private static final String COUNT = """
            update monitoring_case c set measures = m.planned, open_measures = m.open
            from (select count(*) filter (where state <> 'DROPPED') as planned,
                         count(*) filter (where state = 'OPEN') as open,
                         min(due_on) filter (where state = 'OPEN') as next
                  from monitoring_measure where case_id = :id) m
            where c.id = :id
            returning c.measures, c.open_measures, m.next
            """;
    private static final String DUE =
            "update monitoring_case set due_step = :step, due_on = :on, due_rule = :rule where id = :id";
    private static final String KEEP_STEP = """
            insert into monitoring_step (case_id, seq, village_code, step, taken_by, taken_name, taken_at, remark, signers,
                                         evidence, present, entitled, votes, document_number, measure_id,
                                         quorum_policy, majority_policy)
            select c.id, (select count(*) + 1 from monitoring_step s where s.case_id = c.id), c.village_code, :step, :by,
                   :name, :at, :remark, :signers, :evidence, :present, :entitled, :votes, :document, :measure,
                   :quorum, :majority
            from monitoring_case c where c.id = :id
            """;
    private static final long COUNTY_SPAN = 1_000_000;

    private final Session database;
    private final NoticePolicies notices;
    private final MonitoringRules rules;
    private final MonitoringCases cases;
    private final TellingAgain tellingAgain;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Clock clock;

    CaseWriting(
            Session database,
            NoticePolicies notices,
            MonitoringRules rules,
            MonitoringCases cases,
            TellingAgain tellingAgain,
            Outbox outbox,
            CurrentCaller caller,
            Clock clock) {
        this.database = database;
        this.notices = notices;
        this.rules = rules;
        this.cases = cases;
        this.tellingAgain = tellingAgain;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param decided class that the step decides; null where it decides none
     * @param returned transition of the register that the step proposed
     * @param meeting by which a meeting of the step was held
     */
    void write(
            MonitoringCase before,
            StepRequest request,
            @Nullable MonitoringClass decided,
            @Nullable UUID returned,
            LocalDate today,
            MeetingRule meeting) {
        move(before, request, decided, returned, today);
        UUID measure = writeMeasure(before, request, today);
        writeDue(before, request.step(), today);
        keep(before.id(), request, measure, meeting);
        tell(before, request.step());
    }

    private void move(
            MonitoringCase before,
            StepRequest request,
            @Nullable MonitoringClass decided,
            @Nullable UUID returned,
            LocalDate today) {
        Step step = request.step();
        NoticePolicies.NoticePolicy notice = step == Step.NOTICE || step == Step.CLOSURE_NOTICE
                ? notices.inForce(before.villageCode() / COUNTY_SPAN * COUNTY_SPAN, today.getYear())
                : null;
        Findings findings = step == Step.VERIFICATION ? request.findings() : null;
        database.createNativeMutationQuery(MOVE)
                .setParameter("to", step.to().name())
                .setParameter("step", step.name())
                .setParameter("class", decided == null ? null : decided.name(), String.class)
                .setParameter(
                        "risks",
                        findings == null
                                ? null
                                : findings.risks().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new),
                        String[].class)
                .setParameter("today", today)
                .setParameter("days", notice == null ? null : notice.days(), Integer.class)
                .setParameter("policy", notice == null ? null : notice.id(), Long.class)
                .setParameter("document", request.documentNumber(), String.class)
                .setParameter("returned", returned, UUID.class)
                .setParameter("id", before.id())
                .executeUpdate();
    }

    /** @return the measure that the step is about; null for other steps */
    private @Nullable UUID writeMeasure(MonitoringCase before, StepRequest request, LocalDate today) {
        Step step = request.step();
        if (step == Step.MEASURE_PLANNED) {
            NewMeasure measure = Objects.requireNonNull(request.measure(), "measure");
            UUID id = UuidCreator.getTimeOrderedEpoch();
            database.createNativeMutationQuery(PLAN)
                    .setParameter("measure", id)
                    .setParameter("id", before.id())
                    .setParameter("village", before.villageCode())
                    .setParameter("kind", measure.kind().name())
                    .setParameter("content", measure.content())
                    .setParameter("responsible", measure.responsible())
                    .setParameter("due", measure.dueOn())
                    .setParameter("today", today)
                    .executeUpdate();
            return id;
        }
        if (!step.needs(Need.OPEN_MEASURE)) {
            return null;
        }
        database.createNativeMutationQuery(FINISH)
                .setParameter("state", (step == Step.MEASURE_DONE ? MeasureState.DONE : MeasureState.DROPPED).name())
                .setParameter("today", today)
                .setParameter("measure", request.measureId())
                .setParameter("id", before.id())
                .executeUpdate();
        return request.measureId();
    }

    private void writeDue(MonitoringCase before, Step taken, LocalDate today) {
        Tuple counted = database.createNativeQuery(COUNT, Tuple.class)
                .setParameter("id", before.id())
                .getSingleResult();
        Step due = Step.dueAt(
                taken.to(), counted.get("measures", Integer.class), counted.get("open_measures", Integer.class));
        if (due == null) {
            return;
        }
        RuleName term = due.term();
        MonitoringRule rule = term == null ? null : rules.inForce(term, before.villageCode(), today);
        database.createNativeMutationQuery(DUE)
                .setParameter("step", due.name())
                .setParameter(
                        "on",
                        rule == null
                                ? counted.get("next", LocalDate.class)
                                : rules.lastDay(rule, begin(rule.name(), before, taken, today)))
                .setParameter("rule", rule == null ? null : rule.id(), Long.class)
                .setParameter("id", before.id())
                .executeUpdate();
    }

    /** The day from which a term runs. */
    private static LocalDate begin(RuleName term, MonitoringCase before, Step taken, LocalDate today) {
        return switch (term) {
            case IDENTIFICATION_TERM -> before.raisedOn();
            case CLOSURE_TERM -> taken == Step.CLOSURE_VISIT ? today : orToday(before.closureSince(), today);
            case PLANNING_TERM -> taken == Step.CONFIRMATION ? today : orToday(before.monitoredOn(), today);
            case VERIFICATION_TERM,
                    STABLE_MONTHS,
                    STABLE_MONTHS_WITHOUT_LABOUR,
                    LEAST_COVERED_DAYS,
                    HOSPITAL_COST_THRESHOLD,
                    DROP_OUT_THRESHOLD,
                    DISASTER_LOSS_THRESHOLD,
                    JOB_LOSS_THRESHOLD -> today;
        };
    }

    private static LocalDate orToday(@Nullable LocalDate day, LocalDate today) {
        return day == null ? today : day;
    }

    private void keep(UUID id, StepRequest request, @Nullable UUID measure, MeetingRule meeting) {
        Caller acting = caller.get();
        Minutes minutes = request.step().needs(Need.MINUTES) ? request.minutes() : null;
        database.createNativeMutationQuery(KEEP_STEP)
                .setParameter("step", request.step().name())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .setParameter("remark", request.remark(), String.class)
                .setParameter("signers", request.signers().toArray(String[]::new))
                .setParameter("evidence", request.evidence().toArray(String[]::new))
                .setParameter("present", minutes == null ? null : minutes.present(), Integer.class)
                .setParameter("entitled", minutes == null ? null : minutes.entitled(), Integer.class)
                .setParameter("votes", minutes == null ? null : minutes.votes(), Integer.class)
                .setParameter("document", request.documentNumber(), String.class)
                .setParameter("measure", measure, UUID.class)
                .setParameter("quorum", minutes == null ? null : meeting.quorumPolicy(), Long.class)
                .setParameter("majority", minutes == null ? null : meeting.majorityPolicy(), Long.class)
                .setParameter("id", id)
                .executeUpdate();
    }

    private void tell(MonitoringCase before, Step taken) {
        boolean begins = taken == Step.CONFIRMATION;
        if (!begins && (before.monitoredOn() == null || !taken.to().isLast())) {
            return;
        }
        if (begins) {
            tellingAgain.remember(before.id());
        }
        MonitoringCase after = cases.get(before.id(), caller.get().subject());
        IdentificationEvent event = begins ? MonitoringEvents.monitored(after) : MonitoringEvents.closed(after);
        outbox.publish(new OutboxEvent(event.topic(), event.key(), event.type(), event));
    }
}
