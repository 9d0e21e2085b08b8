package org.jingzhun.identification.exit;

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

/** Takes down objections to exits and decides them after a re-check (异议核查). */
@ApplicationScoped
public class Objecting {

    private static final String RAISE = """
            insert into exit_objection (id, exit_id, place_code, notice, raised_by, text, raised_on, recorded_by,
                                        recorded_name)
            select :id, x.id, x.place_code,
                   (select max(t.seq) from exit_step t where t.exit_id = x.id and t.step = 'NOTICE'),
                   :raisedBy, :text, :on, :by, :name
            from exit_case x where x.id = :exit
            """;
    private static final String RESOLVE = """
            update exit_objection set state = :state, finding = :finding, investigators = :investigators,
              resolved_by = :by, resolved_name = :name, resolved_at = :at, revision = revision + 1
            where id = :id
            """;
    private static final Set<Step> CHECKED = EnumSet.of(Step.PLAN, Step.APPRAISAL, Step.VERIFICATION);

    private final Session database;
    private final Exits exits;
    private final Findings findings;
    private final ExitObjections objections;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Objecting(
            Session database,
            Exits exits,
            Findings findings,
            ExitObjections objections,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.exits = exits;
        this.findings = findings;
        this.objections = objections;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes down what somebody holds against an exit.
     *
     * @throws ExitException when no notice is up
     */
    @Transactional
    public ExitObjection raise(UUID exitId, String raisedBy, String text) {
        Caller acting = caller.get();
        ExitCase exit = exits.getLocked(exitId, acting.subject()).exit();
        if (exit.stage() != Stage.NOTICED) {
            throw new ExitRefusal.NoNotice(exit.stage()).asException();
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.createNativeMutationQuery(RAISE)
                .setParameter("id", id)
                .setParameter("exit", exitId)
                .setParameter("raisedBy", raisedBy)
                .setParameter("text", text)
                .setParameter("on", LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .executeUpdate();
        audit.record(AuditEntry.of("exit-objection-raised", "exit-objection", id)
                .in(exit.placeCode())
                .with("exit", exitId));
        return objections.get(id);
    }

    /**
     * Decides an objection by what a re-check found. The findings take the place of the former ones, which are kept.
     *
     * @param rechecked what the investigators found of criteria, 1 or more
     * @param investigators two or more, none of whom had a part in the exit
     * @throws ExitException when the domain says no
     */
    @Transactional
    public ExitObjection resolve(
            UUID id, boolean upheld, String finding, List<String> investigators, List<Finding> rechecked) {
        Caller acting = caller.get();
        ExitObjection seen = objections.get(id);
        Exits.Standing standing = exits.getLocked(seen.exitId(), acting.subject());
        requireEntitled(objections.get(id), standing, investigators);
        findings.keep(standing.exit(), standing.exit().year(), rechecked);
        List<String> failing = exits.get(seen.subject(), seen.exitId(), acting.subject())
                .readiness()
                .failing();
        if (!upheld && !failing.isEmpty()) {
            throw new ExitRefusal.StandardNotMet(standing.exit().standard(), failing).asException();
        }
        database.createNativeMutationQuery(RESOLVE)
                .setParameter("state", (upheld ? State.UPHELD : State.REJECTED).name())
                .setParameter("finding", finding)
                .setParameter("investigators", investigators.toArray(String[]::new))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        audit.record(AuditEntry.of("exit-objection-resolved", "exit-objection", id)
                .in(seen.placeCode())
                .with("upheld", upheld)
                .with("criteria", rechecked.size()));
        return objections.get(id);
    }

    /** The objection is read again under the lock of its exit. */
    private void requireEntitled(ExitObjection objection, Exits.Standing standing, List<String> investigators) {
        Caller acting = caller.get();
        if (objection.state() != State.OPEN) {
            throw new ExitRefusal.ObjectionResolved().asException();
        }
        var level = Step.REVIEW.takenBy(objection.subject());
        if (!Officer.of(acting).levels().contains(level)) {
            throw new ExitRefusal.WrongLevelToResolve(level).asException();
        }
        boolean concerned = objection.recordedBy().equals(acting.subject())
                || !Collections.disjoint(standing.readiness().takenBefore(), CHECKED)
                || !Collections.disjoint(objections.listConcerned(objection.exitId()), investigators);
        if (concerned) {
            throw new ExitRefusal.InvestigatorConcerned().asException();
        }
    }
}
