package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.special.facts.Student;

/**
 * Import of steps of special records, by the same table as single ones. Students are promoted by the roll-over of their
 * county.
 */
@ApplicationScoped
public class SpecialStepImport implements ImportKind {

    private static final String STAGING = "staged_special_step";
    private static final Field<UUID> RECORD_ID = Field.uuid("recordId");
    private static final Field<Step> STEP = Field.enumeration("step", Step.class);
    private static final Field<LocalDate> ON = Field.date("on").stagedAs("happened_on");
    private static final Field<DropOutCause> CAUSE =
            Field.enumeration("cause", DropOutCause.class).optional();
    private static final Field<String> REMARK = Field.text("remark", 1000).optional();
    private static final Field<String> SCHOOL =
            Field.text("school", Student.LONGEST_SCHOOL).optional();
    private static final Field<List<String>> EVIDENCE =
            Field.texts("evidence", 0, 20, 200).optional();

    private static final String RECORD = "left join special_record r on r.id = s.record_id";

    /** The row was taken already. */
    private static final String TAKEN = "exists (select from special_step t where t.record_id = s.record_id"
            + " and t.step = s.step and t.\"on\" = s.happened_on and t.remark is not distinct from s.remark)";

    private static final String MERGE = """
            with changed as (
              update special_record r set
                stage = coalesce(s.to_stage, r.stage), stage_on = s.happened_on,
                cause = case s.to_stage when 'DROPPED_OUT' then s.cause end,
                ended_on = case when s.is_final then s.happened_on end,
                facts = r.facts
                  || case when s.school is null or s.step not in ('TRANSFER', 'RESUMPTION') then '{}'::jsonb
                          else jsonb_build_object('school', s.school) end
                  || case when s.school_year is null then '{}'::jsonb
                          else jsonb_build_object('schoolYear', s.school_year) end,
                revision = r.revision + 1
              from staged_special_step s
              where %1$s and r.id = s.record_id and r.stage = any (s.from_stages) and not %2$s
              returning r.*, s.step, s.happened_on, s.remark, s.evidence),
            told as (
            """.formatted(Lines.CONDITION, TAKEN) + Ledger.TELL + """
              select id, revision, village_code, step, stage, happened_on, cause, remark, coalesce(evidence, '{}'), facts,
                     sealed, ?, ?, ?
              from changed)
            select id, household_id, village_code, happened_on, stage = 'DROPPED_OUT' and member_id is not null from changed
            """;
    private static final String COUNT = "select count(*) from staged_special_step s where " + Lines.CONDITION;

    private final CurrentCaller caller;
    private final Event<DroppedOut> droppedOut;
    private final Audit audit;
    private final Clock clock;

    SpecialStepImport(CurrentCaller caller, Event<DroppedOut> droppedOut, Audit audit, Clock clock) {
        this.caller = caller;
        this.droppedOut = droppedOut;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "special-steps";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER);
    }

    @Override
    @SuppressWarnings("NullAway") // computed() permits absent values
    public RowFormat format(ImportParameters parameters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        return RowFormat.stagedIn(STAGING)
                .fields(RECORD_ID, STEP, ON, CAUSE, REMARK, SCHOOL, EVIDENCE)
                .computed("from_stages", CellType.TEXTS, row -> row.get(STEP).from().stream()
                        .map(Enum::name)
                        .sorted()
                        .toList())
                .computed("to_stage", CellType.TEXT, row -> {
                    Stage to = row.get(STEP).to();
                    return to == null ? null : to.name();
                })
                .computed("is_final", CellType.BOOLEAN, row -> {
                    Stage to = row.get(STEP).to();
                    return to != null && to.isFinal();
                })
                .computed(
                        "school_year",
                        CellType.INTEGER,
                        row -> row.get(STEP) == Step.RESUMPTION ? Student.yearOf(row.get(ON)) : null)
                .check((row, verdict) -> check(row, today, verdict))
                .build();
    }

    private void check(Row row, LocalDate today, RowCheck.Verdict verdict) {
        Step step = row.get(STEP);
        if (step == Step.PROMOTION) {
            verdict.reject(STEP.pointer(), "promotion-by-roll-over");
            return;
        }
        if (Collections.disjoint(Officer.of(caller.get()).levels(), step.takenBy())) {
            verdict.reject(
                    STEP.pointer(),
                    "wrong-level",
                    step,
                    step.takenBy().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        }
        if (step.needs(Step.Need.CAUSE) && row.find(CAUSE) == null) {
            verdict.reject(CAUSE.pointer(), "special-need-missing", step, Step.Need.CAUSE);
        }
        if (step.needs(Step.Need.REMARK) && row.find(REMARK) == null) {
            verdict.reject(REMARK.pointer(), "special-need-missing", step, Step.Need.REMARK);
        }
        if (step.needs(Step.Need.SCHOOL) && row.find(SCHOOL) == null) {
            verdict.reject(SCHOOL.pointer(), "special-need-missing", step, Step.Need.SCHOOL);
        }
        if (row.get(ON).isAfter(today)) {
            verdict.reject(ON.pointer(), "change-in-the-future");
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/recordId", STAGING, "record_id"),
                new Check("/recordId", "special-record-unknown", "r.id is null", List.of(), RECORD),
                new Check(
                        "/step",
                        "step-not-open",
                        "r.stage <> all (s.from_stages) and not " + TAKEN,
                        List.of("s.step", "r.stage"),
                        RECORD),
                new Check(
                        "/on",
                        "special-before-the-last",
                        "s.happened_on < r.stage_on and not " + TAKEN,
                        List.of(),
                        RECORD),
                new Check(
                        "/recordId",
                        "special-need-missing",
                        "s.step in (" + needing(Step.Need.CONTACT) + ") and r.contact_name is null",
                        List.of("s.step", "'CONTACT'"),
                        RECORD),
                new Check(
                        "/recordId",
                        "special-need-missing",
                        "s.step in (" + needing(Step.Need.SIGNATURE) + ") and r.facts ->> 'signedBy' is null",
                        List.of("s.step", "'SIGNATURE'"),
                        RECORD),
                new Check(
                        "/recordId",
                        "same-person",
                        "s.step in (" + needing(Step.Need.ANOTHER_PERSON) + ") and not " + TAKEN
                                + " and r.recorded_by = " + quoted(caller.get().subject()),
                        List.of("s.step", "'ENTRY'"),
                        RECORD));
    }

    private static String needing(Step.Need need) {
        return Arrays.stream(Step.values())
                .filter(step -> step.needs(need))
                .map(step -> "'" + step + "'")
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        Caller acting = caller.get();
        List<DroppedOut> left = new ArrayList<>();
        long taken = 0;
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            int next = lines.bind(merge, 1);
            merge.setString(next, acting.subject());
            merge.setString(next + 1, acting.name());
            merge.setObject(next + 2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = merge.executeQuery()) {
                while (row.next()) {
                    taken++;
                    if (row.getBoolean(5)) {
                        left.add(new DroppedOut(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getLong(3),
                                row.getObject(4, LocalDate.class)));
                    }
                }
            }
        }
        left.forEach(droppedOut::fire);
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
                AuditEntry.of("special-steps-taken", "import", all.importId()).with("records", summary.updated()));
    }
}
