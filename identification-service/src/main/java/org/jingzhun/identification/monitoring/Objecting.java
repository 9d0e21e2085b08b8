package org.jingzhun.identification.monitoring;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.Objection.State;
import org.jingzhun.identification.campaign.Officer;

/** Takes down objections to cases of monitoring and decides them by what others found (异议核查). */
@ApplicationScoped
public class Objecting {

    /** The step that put up the notice of the case that is up. */
    static final String LAST_NOTICE =
            "(select max(s.seq) from monitoring_step s where s.case_id = :case and s.step in ('NOTICE', 'CLOSURE_NOTICE'))";

    private static final String RAISE = """
            insert into monitoring_objection (id, case_id, village_code, notice, raised_by, text, raised_on, recorded_by,
                                              recorded_name)
            select :id, c.id, c.village_code, {notice}, :raisedBy, :text, :on, :by, :name
            from monitoring_case c where c.id = :case
            """.replace("{notice}", LAST_NOTICE);
    private static final String RESOLVE = """
            update monitoring_objection set state = :state, finding = :finding, investigators = :investigators,
              resolved_by = :by, resolved_name = :name, resolved_at = :at
            where id = :id
            """;
    private static final Set<Step> CHECKED = EnumSet.of(
            Step.VERIFICATION, Step.APPRAISAL, Step.MEASURE_DONE, Step.CLOSURE_VISIT, Step.CLOSURE_APPRAISAL);

    private final Session database;
    private final MonitoringCases cases;
    private final MonitoringObjections objections;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Objecting(
            Session database,
            MonitoringCases cases,
            MonitoringObjections objections,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.cases = cases;
        this.objections = objections;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes down what somebody holds against a case.
     *
     * @throws MonitoringException when no notice is up
     */
    @Transactional
    public MonitoringObjection raise(UUID caseId, String raisedBy, String text) {
        Caller acting = caller.get();
        MonitoringCase monitored = cases.getLocked(caseId, acting.subject());
        if (monitored.stage() != Stage.NOTICED && monitored.stage() != Stage.CLOSURE_NOTICED) {
            throw new MonitoringRefusal.NoNotice(monitored.stage()).asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.createNativeMutationQuery(RAISE)
                .setParameter("id", id)
                .setParameter("case", caseId)
                .setParameter("raisedBy", raisedBy)
                .setParameter("text", text)
                .setParameter("on", LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .executeUpdate();
        audit.record(AuditEntry.of("monitoring-objection-raised", "household", monitored.householdId())
                .in(monitored.villageCode())
                .with("case", caseId)
                .with("objection", id));
        return objections.get(id);
    }

    /**
     * Decides an objection.
     *
     * @param investigators two or more, none of whom had a part in the case
     * @throws MonitoringException when the domain says no
     */
    @Transactional
    public MonitoringObjection resolve(UUID id, boolean upheld, String finding, List<String> investigators) {
        Caller acting = caller.get();
        MonitoringObjection seen = objections.get(id);
        MonitoringCase monitored = cases.getLocked(seen.caseId(), acting.subject());
        requireEntitled(objections.get(id), monitored, investigators);
        database.createNativeMutationQuery(RESOLVE)
                .setParameter("state", (upheld ? State.UPHELD : State.REJECTED).name())
                .setParameter("finding", finding)
                .setParameter("investigators", investigators.toArray(String[]::new))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        audit.record(AuditEntry.of("monitoring-objection-resolved", "household", monitored.householdId())
                .in(monitored.villageCode())
                .with("case", monitored.id())
                .with("objection", id)
                .with("upheld", upheld));
        return objections.get(id);
    }

    /** The objection is read again under the lock of its case. */
    private void requireEntitled(MonitoringObjection objection, MonitoringCase monitored, List<String> investigators) {
        Caller acting = caller.get();
        if (objection.state() != State.OPEN) {
            throw new MonitoringRefusal.ObjectionResolved().asException();
        }
        if (Collections.disjoint(Officer.of(acting).levels(), Step.REVIEW.takenBy())) {
            throw new MonitoringRefusal.WrongLevel(
                            Step.REVIEW, Step.REVIEW.takenBy().stream().sorted().toList())
                    .asException();
        }
        boolean concerned = objection.recordedBy().equals(acting.subject())
                || !Collections.disjoint(monitored.takenBefore(), CHECKED)
                || !Collections.disjoint(objections.listConcerned(monitored.id()), investigators);
        if (concerned) {
            throw new MonitoringRefusal.InvestigatorConcerned().asException();
        }
    }
}
