package org.jingzhun.identification.income;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
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
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.income.computing.Computing;
import org.jingzhun.identification.income.computing.Fault;
import org.jingzhun.identification.income.computing.Line;

/**
 * Import of incomes. Each row has the rules, or takes those in force at the end of its period; the net income is computed
 * while rows stream in, and shared by the members that the household has when they are merged.
 */
@ApplicationScoped
public class IncomeImport implements ImportKind {

    private static final String STAGING = "staged_income";
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId");
    private static final Field<LocalDate> FROM = Field.date("from").stagedAs("period_from");
    private static final Field<LocalDate> TO = Field.date("to").stagedAs("period_to");
    private static final Field<String> STATED_BY = Field.text("statedBy", 50);
    private static final Field<String> EVIDENCE = Field.text("evidence", 500).optional();
    private static final Field<UUID> CORRECTS = Field.uuid("corrects").optional();
    private static final Field<String> RULES =
            Field.text("rules", 40).optional().notStaged();
    private static final Field<List<Line>> LINES =
            Field.of("lines", new LinesType()).notStaged();

    private static final String SUPERSEDE = """
            update income i set corrected_by = s.id from staged_income s
            where %s and i.id = s.corrects and i.household_id = s.household_id and i.corrected_by is null
            """.formatted(Lines.CONDITION);
    private static final String MERGE = """
            with merged as (
              insert into income (id, household_id, village_code, period_from, period_to, rules, items, amounts, persons,
                net_fen, per_head_fen, stated_by, evidence, corrects, recorded_by, recorded_name, recorded_at)
              select s.id, h.id, h.village_code, s.period_from, s.period_to, s.rules, s.items, s.amounts::bigint[],
                h.persons, s.net_fen, floor(s.net_fen::numeric / h.persons), s.stated_by, s.evidence, s.corrects, ?, ?, ?
              from staged_income s join household h on h.id = s.household_id
              where %s order by s.line
              on conflict (id) do nothing
              returning id)
            select (select count(*) from merged), (select count(*) from staged_income s where %s)
            """.formatted(Lines.CONDITION, Lines.CONDITION);

    private final Rulebook rulebook;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    IncomeImport(Rulebook rulebook, CurrentCaller caller, Audit audit, Clock clock) {
        this.rulebook = rulebook;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "incomes";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        List<PublishedRules> known = rulebook.list();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        return RowFormat.stagedIn(STAGING)
                .fields(ID, HOUSEHOLD_ID, FROM, TO, STATED_BY, EVIDENCE, CORRECTS, RULES, LINES)
                .ofOneYearOf(TO)
                .computed(
                        "rules", CellType.TEXT, row -> rules(known, row).rules().version())
                .computed("items", CellType.TEXTS, row -> row.get(LINES).stream()
                        .map(Line::item)
                        .toList())
                .computed("amounts", CellType.TEXTS, row -> row.get(LINES).stream()
                        .map(line -> Long.toString(line.fen()))
                        .toList())
                .computed("net_fen", CellType.BIGINT, row -> Computing.compute(
                                rules(known, row).rules(), row.get(LINES), 1)
                        .net())
                .check((row, verdict) -> check(known, today, row, verdict))
                .build();
    }

    private static PublishedRules rules(List<PublishedRules> known, Row row) {
        return PublishedRules.choose(known, row.find(RULES), row.get(TO)).orElseThrow();
    }

    private static void check(List<PublishedRules> known, LocalDate today, Row row, RowCheck.Verdict verdict) {
        LocalDate from = row.get(FROM);
        LocalDate to = row.get(TO);
        if (!IncomeRecording.isPeriod(from, to, today)) {
            verdict.reject(TO.pointer(), "income-period", from, to);
        }
        String named = row.find(RULES);
        PublishedRules.choose(known, named, to)
                .ifPresentOrElse(
                        rules -> Computing.check(rules.rules(), row.get(LINES)).stream()
                                .findFirst()
                                .ifPresent(fault -> verdict.reject(LINES.pointer(), code(fault), fault.item())),
                        () -> verdict.reject(RULES.pointer(), "no-income-rules", named == null ? "" : named, to));
    }

    private static String code(Fault fault) {
        return fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/id", STAGING, "id"),
                Check.unrepeated("/householdId", STAGING, "household_id", "period_from", "period_to"),
                new Check(
                        "/householdId",
                        "unknown-household",
                        "not exists (select from household h where h.id = s.household_id)",
                        List.of("s.household_id::text")),
                Check.that(
                        "/householdId",
                        "nobody-in-household",
                        "exists (select from household h where h.id = s.household_id and h.persons < 1)"),
                Check.that("/id", "id-taken", """
                        exists (select from income i where i.id = s.id
                          and (i.household_id, i.period_from, i.period_to, i.rules, i.items, i.amounts, i.stated_by,
                               i.evidence, i.corrects)
                              is distinct from
                              (s.household_id, s.period_from, s.period_to, s.rules, s.items, s.amounts::bigint[],
                               s.stated_by, s.evidence, s.corrects))"""),
                Check.that("/corrects", "income-not-correctable", """
                        s.corrects is not null and not exists (select from income i
                          where i.id = s.corrects and i.household_id = s.household_id
                            and (i.corrected_by is null or i.corrected_by = s.id))"""),
                Check.that("/householdId", "income-recorded", """
                        exists (select from income i
                          where i.household_id = s.household_id and i.period_from = s.period_from
                            and i.period_to = s.period_to and i.corrected_by is null
                            and i.id <> s.id and i.id is distinct from s.corrects)
                        and not exists (select from income i where i.id = s.id)"""));
    }

    @Override
    public List<String> fills() {
        return List.of("income");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
            lines.bind(supersede, 1);
            supersede.executeUpdate();
        }
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setString(1, caller.get().subject());
            merge.setString(2, caller.get().name());
            merge.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 4));
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                long inserted = row.getLong(1);
                return new Merged(inserted, 0, row.getLong(2) - inserted);
            }
        }
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {
        audit.record(AuditEntry.of("incomes-imported", "import", all.importId()).with("inserted", summary.inserted()));
    }
}
