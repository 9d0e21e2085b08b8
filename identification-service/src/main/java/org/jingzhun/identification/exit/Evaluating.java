package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;

/** Keeps what evaluations by others found, judged by the standard of the exit (专项评估). */
@ApplicationScoped
public class Evaluating {

    private static final String KEEP = """
            insert into exit_evaluation (exit_id, year, place_code, institution, evaluated_on, exited_sampled,
              wrong_exits, others_sampled, missed, asked, satisfied, report, recorded_by, recorded_name, recorded_at)
            values (:exit, :year, :place, :institution, :on, :exitedSampled, :wrongExits, :othersSampled, :missed, :asked,
              :satisfied, :report, :by, :name, :at)
            """;
    private static final String JUDGE = """
            insert into exit_finding (exit_id, year, criterion, standard, place_code, value, threshold, met, evidence,
              recorded_by, recorded_name, recorded_at)
            values (:exit, :year, :criterion, :standard, :place, :value, :threshold, :met, :evidence, :by, :name, :at)
            on conflict (exit_id, year, criterion) do update set
              value = excluded.value, met = excluded.met, evidence = excluded.evidence,
              recorded_by = excluded.recorded_by, recorded_name = excluded.recorded_name,
              recorded_at = excluded.recorded_at
            """;

    private final Session database;
    private final Exits exits;
    private final ExitStandards standards;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Evaluating(Session database, Exits exits, ExitStandards standards, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.exits = exits;
        this.standards = standards;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps an evaluation: of the year of the exit between its notice and its approval, of a later year after it.
     *
     * @throws ExitException when the domain says no
     */
    @Transactional
    public void evaluate(Subject subject, UUID id, Evaluation evaluation) {
        Caller acting = caller.get();
        Exits.Standing standing = exits.getLocked(subject, id, acting.subject());
        ExitCase exit = standing.exit();
        boolean before =
                evaluation.year() == exit.year() && (exit.stage() == Stage.NOTICED || exit.stage() == Stage.REVIEWED);
        boolean after = evaluation.year() > exit.year() && exit.stage() == Stage.EXITED;
        if (!before && !after) {
            throw new ExitRefusal.EvaluationClosed(exit.stage(), evaluation.year()).asException();
        }
        if (!standing.readiness().takenBefore().isEmpty()) {
            throw new ExitRefusal.EvaluatorConcerned().asException();
        }
        keep(exit, evaluation, acting);
        standards.find(exit.standard()).orElseThrow().criteria().stream()
                .filter(criterion -> criterion.measuredBy() == Measurer.EVALUATION)
                .forEach(criterion -> judge(exit, evaluation, criterion, acting));
        audit.record(AuditEntry.of("exit-evaluated", "exit", id)
                .in(exit.placeCode())
                .about(exit.householdId())
                .with("year", evaluation.year())
                .with("institution", evaluation.institution()));
    }

    private void keep(ExitCase exit, Evaluation evaluation, Caller acting) {
        database.createNativeMutationQuery(KEEP)
                .setParameter("exit", exit.id())
                .setParameter("year", evaluation.year())
                .setParameter("place", exit.placeCode())
                .setParameter("institution", evaluation.institution())
                .setParameter("on", evaluation.evaluatedOn())
                .setParameter("exitedSampled", evaluation.exitedSampled())
                .setParameter("wrongExits", evaluation.wrongExits())
                .setParameter("othersSampled", evaluation.othersSampled())
                .setParameter("missed", evaluation.missed())
                .setParameter("asked", evaluation.asked())
                .setParameter("satisfied", evaluation.satisfied())
                .setParameter("report", evaluation.report())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    private void judge(ExitCase exit, Evaluation evaluation, Criterion criterion, Caller acting) {
        Evaluation.Judged judged = evaluation.judge(criterion);
        database.createNativeMutationQuery(JUDGE)
                .setParameter("exit", exit.id())
                .setParameter("year", evaluation.year())
                .setParameter("criterion", criterion.code())
                .setParameter("standard", exit.standard())
                .setParameter("place", exit.placeCode())
                .setParameter("value", judged.percent())
                .setParameter("threshold", criterion.value(), BigDecimal.class)
                .setParameter("met", judged.met())
                .setParameter("evidence", new String[] {evaluation.report()})
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }
}
