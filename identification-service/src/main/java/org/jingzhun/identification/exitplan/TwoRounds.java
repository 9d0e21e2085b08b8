package org.jingzhun.identification.exitplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.Officer;
import org.jspecify.annotations.Nullable;

/** Takes exit plans up and down until they are fixed (二上二下). */
@ApplicationScoped
public class TwoRounds {

    private static final String STAGE = "select stage from exit_plan where village_code = ?1 and year = ?2 for update";
    private static final String VILLAGE = "select exists (select from division where code = ?1 and level = 'VILLAGE')";
    private static final String BEGIN = """
            insert into exit_plan (village_code, year, stage) values (?1, ?2, ?3) on conflict do nothing
            """;
    private static final String MOVE =
            "update exit_plan set stage = ?3, revision = revision + 1 where village_code = ?1 and year = ?2";
    private static final String KEEP = """
            insert into exit_plan_step (village_code, year, seq, step, households, persons, taken_by, taken_name,
                                        taken_at, remark, signers, document_number)
            select p.village_code, p.year,
                   (select count(*) + 1 from exit_plan_step s where s.village_code = p.village_code and s.year = p.year),
                   :step, c.households, c.persons, :by, :name, :at, :remark, :signers, :document
            from exit_plan p cross join lateral {content} c
            where p.village_code = :village and p.year = :year
            """.replace("{content}", ExitPlans.CONTENT.replace("{p}", "p"));

    private final Session database;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    TwoRounds(Session database, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a step of the plan of a village and year; the first one begins it.
     *
     * @throws PlanException when the domain says no
     */
    @Transactional
    public void take(PlanRequest request) {
        Caller acting = caller.get();
        if (!isVillage(request.village()) || !acting.area().covers(request.village())) {
            throw new PlanRefusal.UnknownVillage().asException();
        }
        PlanStage stage = findStage(request);
        PlanRefusal refusal =
                refuse(stage, request, Officer.of(acting), LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
        if (refusal != null) {
            throw refusal.asException();
        }
        PlanStage to = request.step().to();
        int moved = database.createNativeMutationQuery(stage == null ? BEGIN : MOVE)
                .setParameter(1, request.village())
                .setParameter(2, request.year())
                .setParameter(3, to.name())
                .executeUpdate();
        if (moved == 0) {
            throw new PlanRefusal.StepNotOpen(request.step(), findStage(request)).asException();
        }
        keep(request, acting);
        audit.record(AuditEntry.of("exit-plan-step-taken", "exit-plan", request.village() + " " + request.year())
                .in(request.village())
                .because(request.remark())
                .with("step", request.step()));
    }

    /** What is wrong with a step; null when nothing is. */
    static @Nullable PlanRefusal refuse(
            @Nullable PlanStage stage, PlanRequest request, Officer officer, LocalDate today) {
        PlanStep step = request.step();
        if (!officer.levels().contains(step.takenBy())) {
            return new PlanRefusal.WrongLevel(step, step.takenBy());
        }
        if (step.from() != stage) {
            return new PlanRefusal.StepNotOpen(step, stage);
        }
        if (step.needsRemark() && request.remark() == null) {
            return new PlanRefusal.RemarkMissing(step);
        }
        if (step.needsDocument() && request.documentNumber() == null) {
            return new PlanRefusal.DocumentMissing();
        }
        return step.isTimely(request.year(), today) ? null : new PlanRefusal.NotSeptember(request.year());
    }

    private boolean isVillage(long code) {
        return database.createNativeQuery(VILLAGE, Boolean.class)
                .setParameter(1, code)
                .getSingleResult();
    }

    private @Nullable PlanStage findStage(PlanRequest request) {
        return database.createNativeQuery(STAGE, String.class)
                .setParameter(1, request.village())
                .setParameter(2, request.year())
                .getResultStream()
                .findFirst()
                .map(PlanStage::valueOf)
                .orElse(null);
    }

    private void keep(PlanRequest request, Caller acting) {
        database.createNativeMutationQuery(KEEP)
                .setParameter("step", request.step().name())
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .setParameter("remark", request.remark(), String.class)
                .setParameter("signers", request.signers().toArray(String[]::new))
                .setParameter("document", request.documentNumber(), String.class)
                .setParameter("village", request.village())
                .setParameter("year", request.year())
                .executeUpdate();
    }
}
