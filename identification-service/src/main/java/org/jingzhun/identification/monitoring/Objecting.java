package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.objection.Objected;
import org.jingzhun.identification.objection.Objection;
import org.jingzhun.identification.objection.ObjectionState;
import org.jingzhun.identification.objection.Objections;

/** Takes down objections to cases of monitoring and decides them by what others found (异议核查). */
@ApplicationScoped
public class Objecting {

    /** Names of all who had a part in what the notice is about. */
    private static final String CONCERNED = """
            select unnest(signers || taken_name) from monitoring_step
            where case_id = ? and step in ('VERIFICATION', 'APPRAISAL', 'MEASURE_DONE', 'CLOSURE_VISIT', 'CLOSURE_APPRAISAL')
            """;

    private static final Set<Step> CHECKED = EnumSet.of(
            Step.VERIFICATION, Step.APPRAISAL, Step.MEASURE_DONE, Step.CLOSURE_VISIT, Step.CLOSURE_APPRAISAL);

    private final Database database;
    private final MonitoringCases cases;
    private final Objections objections;
    private final CurrentCaller caller;
    private final Audit audit;

    Objecting(Database database, MonitoringCases cases, Objections objections, CurrentCaller caller, Audit audit) {
        this.database = database;
        this.cases = cases;
        this.objections = objections;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Takes down what somebody holds against a case.
     *
     * @throws MonitoringException when no notice is up
     */
    @Transactional
    public Objection raise(UUID caseId, String raisedBy, String text) {
        Caller acting = caller.get();
        MonitoringCase monitored = cases.getLocked(caseId, acting.subject());
        if (monitored.stage() != Stage.NOTICED && monitored.stage() != Stage.CLOSURE_NOTICED) {
            throw new MonitoringRefusal.NoNotice(monitored.stage()).asException();
        }
        Objection raised = objections.raise(Objected.MONITORING, caseId, raisedBy, text);
        audit.record(AuditEntry.of("monitoring-objection-raised", "household", monitored.householdId())
                .in(monitored.villageCode())
                .with("case", caseId)
                .with("objection", raised.id()));
        return raised;
    }

    /**
     * Decides an objection.
     *
     * @throws MonitoringException when the domain says no
     */
    @Transactional
    public Objection resolve(UUID id, Objection.Verdict verdict) {
        UUID caseId = objections.get(Objected.MONITORING, id).caseId();
        MonitoringCase monitored = cases.getLocked(caseId, caller.get().subject());
        Objection objection = objections.get(Objected.MONITORING, id);
        requireEntitled(objection, monitored, verdict.investigators());
        Objection decided = objections.decide(objection, verdict);
        audit.record(AuditEntry.of("monitoring-objection-resolved", "household", monitored.householdId())
                .in(monitored.villageCode())
                .with("case", monitored.id())
                .with("objection", id)
                .with("upheld", verdict.upheld()));
        return decided;
    }

    /** The objection is read again under the lock of its case. */
    private void requireEntitled(Objection objection, MonitoringCase monitored, List<String> investigators) {
        Caller acting = caller.get();
        if (objection.state() != ObjectionState.OPEN) {
            throw new MonitoringRefusal.ObjectionResolved().asException();
        }
        if (Collections.disjoint(Officer.of(acting).levels(), Step.REVIEW.takenBy())) {
            throw new MonitoringRefusal.WrongLevel(
                            Step.REVIEW, Step.REVIEW.takenBy().stream().sorted().toList())
                    .asException();
        }
        boolean concerned = objection.recordedBy().equals(acting.subject())
                || !Collections.disjoint(monitored.takenBefore(), CHECKED)
                || !Collections.disjoint(listConcerned(monitored.id()), investigators);
        if (concerned) {
            throw new MonitoringRefusal.InvestigatorConcerned().asException();
        }
    }

    private List<String> listConcerned(UUID monitoringCase) {
        return database.list(CONCERNED, row -> row.getString(1), monitoringCase);
    }
}
