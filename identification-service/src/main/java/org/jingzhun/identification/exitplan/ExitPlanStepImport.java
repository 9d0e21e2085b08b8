package org.jingzhun.identification.exitplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Officer;

/** Import of steps of exit plans, one row a village and year, by the same table as for single ones. */
@ApplicationScoped
public class ExitPlanStepImport implements ImportKind {

    private static final String STAGING = "staged_exit_plan_step";
    private static final Field<Long> VILLAGE = Field.division("village").stagedAs("village_code");
    private static final Field<Integer> YEAR = Field.integer("year", 2014, 2100);
    private static final Field<PlanStep> STEP = Field.enumeration("step", PlanStep.class);
    private static final Field<String> REMARK = Field.text("remark", 1000).optional();
    private static final Field<List<String>> SIGNERS = Field.texts("signers", 1, 50, 100);
    private static final Field<String> DOCUMENT =
            Field.text("documentNumber", 100).optional();

    private static final String PLAN = "left join exit_plan p on p.village_code = s.village_code and p.year = s.year";

    /** The row was taken already: it is the last step of its plan, word for word. */
    private static final String TAKEN = """
            exists (select from exit_plan_step t
              where t.village_code = s.village_code and t.year = s.year
                and t.seq = (select max(l.seq) from exit_plan_step l
                             where l.village_code = s.village_code and l.year = s.year)
                and (t.step, t.remark, t.signers, t.document_number)
                    is not distinct from (s.step, s.remark, s.signers, s.document_number))""";

    private static final String MERGE = """
            with begun as (
              insert into exit_plan (village_code, year, stage)
              select s.village_code, s.year, s.to_stage from staged_exit_plan_step s
              where %1$s and s.from_stage is null
              on conflict do nothing
              returning village_code, year),
            moved as (
              update exit_plan p set stage = s.to_stage, revision = p.revision + 1
              from staged_exit_plan_step s
              where %1$s and p.village_code = s.village_code and p.year = s.year and p.stage = s.from_stage and not %3$s
              returning p.village_code, p.year)
            insert into exit_plan_step (village_code, year, seq, step, households, persons, taken_by, taken_name, taken_at,
                                        remark, signers, document_number)
            select s.village_code, s.year,
                   (select count(*) + 1 from exit_plan_step t where t.village_code = s.village_code and t.year = s.year),
                   s.step, c.households, c.persons, ?, ?, ?, s.remark, s.signers, s.document_number
            from staged_exit_plan_step s cross join lateral %2$s c
            where %1$s and (s.village_code, s.year) in (select * from begun union all select * from moved)
            """.formatted(Lines.CONDITION, ExitPlans.CONTENT.replace("{p}", "s"), TAKEN);
    private static final String COUNT = "select count(*) from staged_exit_plan_step s where " + Lines.CONDITION;

    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ExitPlanStepImport(CurrentCaller caller, Audit audit, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "exit-plan-steps";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER);
    }

    @Override
    @SuppressWarnings("NullAway") // computed() permits absent values
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(VILLAGE, YEAR, STEP, REMARK, SIGNERS, DOCUMENT)
                .computed("from_stage", CellType.TEXT, row -> {
                    PlanStage from = row.get(STEP).from();
                    return from == null ? null : from.name();
                })
                .computed("to_stage", CellType.TEXT, row -> row.get(STEP).to().name())
                .within(VILLAGE)
                .ofYear(YEAR)
                .check(this::check)
                .build();
    }

    private void check(Row row, RowCheck.Verdict verdict) {
        PlanStep step = row.get(STEP);
        if (!Officer.of(caller.get()).levels().contains(step.takenBy())) {
            verdict.reject(STEP.pointer(), "wrong-level", step, step.takenBy());
        }
        if (step.needsRemark() && row.find(REMARK) == null) {
            verdict.reject(REMARK.pointer(), "reason-missing", step);
        }
        if (step.needsDocument() && row.find(DOCUMENT) == null) {
            verdict.reject(DOCUMENT.pointer(), "document-missing");
        }
        if (!step.isTimely(row.get(YEAR), LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI))) {
            verdict.reject(YEAR.pointer(), "plan-not-september", Integer.toString(row.get(YEAR)));
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/village", STAGING, "village_code", "year"),
                Check.that(
                        "/village",
                        "plan-unknown-village",
                        "not exists (select from division d where d.code = s.village_code and d.level = 'VILLAGE')"),
                new Check(
                        "/step",
                        "plan-step-not-open",
                        "p.stage is distinct from s.from_stage and not " + TAKEN,
                        List.of("s.step", "coalesce(p.stage, '-')"),
                        PLAN));
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        Caller acting = caller.get();
        int taken;
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            int next = lines.bind(merge, lines.bind(merge, 1));
            merge.setString(next, acting.subject());
            merge.setString(next + 1, acting.name());
            merge.setObject(next + 2, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, next + 3);
            taken = merge.executeUpdate();
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            lines.bind(count, 1);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Merged(0, taken, row.getLong(1) - taken);
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(
                AuditEntry.of("exit-plan-steps-taken", "import", all.importId()).with("villages", summary.updated()));
    }
}
