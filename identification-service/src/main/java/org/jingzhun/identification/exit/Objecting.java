package org.jingzhun.identification.exit;

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

/** Takes down objections to exits and decides them after a re-check (异议核查). */
@ApplicationScoped
public class Objecting {

    /** Names of all who had a part in what the objection is about: checked, certified or signed. */
    private static final String CONCERNED = """
            with x as (select ?::uuid as id)
            select c.recognised_by from exit_case c join x on x.id = c.id where c.recognised_by is not null
            union select unnest(c.certified_by) from exit_case c join x on x.id = c.id
            union select f.recorded_name from exit_finding f join x on x.id = f.exit_id
            union select unnest(s.signers || s.taken_name) from exit_step s join x on x.id = s.exit_id
                  where s.step in ('APPRAISAL', 'VERIFICATION', 'RECOGNITION')
            """;

    private static final Set<Step> CHECKED = EnumSet.of(Step.PLAN, Step.APPRAISAL, Step.VERIFICATION);

    private final Database database;
    private final Exits exits;
    private final Findings findings;
    private final Objections objections;
    private final CurrentCaller caller;
    private final Audit audit;

    Objecting(
            Database database,
            Exits exits,
            Findings findings,
            Objections objections,
            CurrentCaller caller,
            Audit audit) {
        this.database = database;
        this.exits = exits;
        this.findings = findings;
        this.objections = objections;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Takes down what somebody holds against an exit.
     *
     * @throws ExitException when no notice is up
     */
    @Transactional
    public Objection raise(UUID exitId, String raisedBy, String text) {
        Caller acting = caller.get();
        ExitCase exit = exits.getLocked(exitId, acting.subject()).exit();
        if (exit.stage() != Stage.NOTICED) {
            throw new ExitRefusal.NoNotice(exit.stage()).asException();
        }
        Objection raised = objections.raise(Objected.EXIT, exitId, raisedBy, text);
        audit.record(AuditEntry.of("exit-objection-raised", "exit-objection", raised.id())
                .in(exit.placeCode())
                .about(exit.householdId())
                .with("exit", exitId));
        return raised;
    }

    /**
     * Decides an objection by what a re-check found. The findings take the place of the former ones, which are kept.
     *
     * @param rechecked what the investigators found of criteria, 1 or more
     * @throws ExitException when the domain says no
     */
    @Transactional
    public Objection resolve(UUID id, Objection.Verdict verdict, List<Finding> rechecked) {
        Caller acting = caller.get();
        UUID exitId = objections.get(Objected.EXIT, id).caseId();
        Exits.Standing standing = exits.getLocked(exitId, acting.subject());
        Objection objection = objections.get(Objected.EXIT, id);
        Subject subject = standing.exit().subject();
        requireEntitled(objection, standing, verdict.investigators());
        findings.keep(standing.exit(), standing.exit().year(), rechecked);
        List<String> failing =
                exits.get(subject, exitId, acting.subject()).readiness().failing();
        if (!verdict.upheld() && !failing.isEmpty()) {
            throw new ExitRefusal.StandardNotMet(standing.exit().standard(), failing).asException();
        }
        Objection decided = objections.decide(objection, verdict);
        audit.record(AuditEntry.of("exit-objection-resolved", "exit-objection", id)
                .in(objection.place())
                .about(standing.exit().householdId())
                .with("upheld", verdict.upheld())
                .with("criteria", rechecked.size()));
        return decided;
    }

    /** The objection is read again under the lock of its exit. */
    private void requireEntitled(Objection objection, Exits.Standing standing, List<String> investigators) {
        Caller acting = caller.get();
        if (objection.state() != ObjectionState.OPEN) {
            throw new ExitRefusal.ObjectionResolved().asException();
        }
        var level = Step.REVIEW.takenBy(standing.exit().subject());
        if (!Officer.of(acting).levels().contains(level)) {
            throw new ExitRefusal.WrongLevelToResolve(level).asException();
        }
        boolean concerned = objection.recordedBy().equals(acting.subject())
                || !Collections.disjoint(standing.readiness().takenBefore(), CHECKED)
                || !Collections.disjoint(listConcerned(objection.caseId()), investigators);
        if (concerned) {
            throw new ExitRefusal.InvestigatorConcerned().asException();
        }
    }

    private List<String> listConcerned(UUID exit) {
        return database.list(CONCERNED, row -> row.getString(1), exit);
    }
}
