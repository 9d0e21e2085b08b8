package org.jingzhun.funding.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.ImportSummary;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.funding.catalogue.Catalogues;
import org.jingzhun.funding.codelist.CodeLists;

/** Import of proposals for the library (项目申报): each begins as PROPOSED, signed by who imports it. */
@ApplicationScoped
public class ProjectImport implements ImportKind {

    private static final String STAGING = "staged_project";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int LONG = 1_000;
    private static final int SHORT = 200;
    private static final int NAME = 100;
    private static final int AT_ONCE = 1_000;

    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<Long> DIVISION = Field.division("division");
    private static final Field<Integer> YEAR = Field.integer("year", 1986, 2100);
    private static final Field<String> PROJECT_NAME = Field.text("name", SHORT);
    private static final Field<String> CLASS = Field.text("projectClass", CODE, "INDUSTRY");
    private static final Field<Nature> NATURE = Field.enumeration("nature", Nature.class);
    private static final Field<String> PLACE = Field.text("place", SHORT);
    private static final Field<LocalDate> FROM = Field.date("plannedFrom");
    private static final Field<LocalDate> TO = Field.date("plannedTo");
    private static final Field<String> UNIT = Field.text("responsibleUnit", NAME);
    private static final Field<String> TASK = Field.text("task", LONG);
    private static final Field<Long> AMOUNT = Field.money("amount").stagedAs("amount_fen");
    private static final Field<String> SOURCE_KIND = Field.text("sourceKind", CODE, "SPECIAL_FUND");
    private static final Field<String> TARGET =
            Field.text("performanceTarget", LONG).optional();
    private static final Field<String> LINK =
            Field.text("benefitLink", CODE, "DIRECT_USE").optional();
    private static final Field<String> PARTICIPATION =
            Field.text("participation", LONG).optional();
    private static final Field<String> BATCH = Field.text("batch", CODE, "INDUSTRY");
    private static final Field<String> ACTION = Field.text("action", CODE, "SPECIALTY_INDUSTRY");
    private static final Field<String> PROGRAMME =
            Field.text("programme", CODE, "AGRICULTURE").optional();
    private static final Field<String> INDUSTRY =
            Field.text("industry", CODE, "TEA_OIL").optional();

    private static final String MERGE = """
            with merged as (
              insert into project (id, county, division, year, name, project_class, nature, place, planned_from, planned_to,
                responsible_unit, task, amount_fen, source_kind, performance_target, benefit_link, participation, batch, action,
                programme, industry, lists, stage, created_at)
              select s.id, s.division / 1000000 * 1000000, s.division, s.year, s.name, s.project_class, s.nature, s.place,
                s.planned_from, s.planned_to, s.responsible_unit, s.task, s.amount_fen, s.source_kind, s.performance_target,
                s.benefit_link, s.participation, s.batch, s.action, s.programme, s.industry,
                concat_ws(', ', 'BATCHES ' || b.version, 'ACTIONS ' || a.version,
                  case when s.programme is not null then 'PROGRAMMES ' || p.version end,
                  case when s.industry is not null then 'VILLAGE_INDUSTRIES ' || v.version end,
                  case when s.industry is not null then 'COUNTY_INDUSTRIES ' || c.version end),
                'PROPOSED', ?
              from staged_project s
              left join lateral %s b on true left join lateral %s a on true left join lateral %s p on true
              left join lateral %s v on true left join lateral %s c on true
              where %s order by s.line
              on conflict (id) do nothing
              returning 1)
            select (select count(*) from merged), (select count(*) from staged_project s where %s)
            """.formatted(
                    Catalogues.inForce("BATCHES", "s.division", "s.year"),
                    Catalogues.inForce("ACTIONS", "s.division", "s.year"),
                    Catalogues.inForce("PROGRAMMES", "s.division", "s.year"),
                    Catalogues.inForce("VILLAGE_INDUSTRIES", "s.division", "s.year"),
                    Catalogues.inForce("COUNTY_INDUSTRIES", "s.division", "s.year"),
                    Lines.CONDITION,
                    Lines.CONDITION);

    /** A statement of its own: a step is seen by whoever sees its project, which has to be there. */
    private static final String SIGN = """
            insert into project_step (project_id, position, step, taken_by, name, role, remark, document, taken_at)
            select p.id, 0, 'PROPOSE', ?, ?, ?, '', '', p.created_at
            from staged_project s join project p on p.id = s.id
            where %s and not exists (select from project_step t where t.project_id = p.id)
            """.formatted(Lines.CONDITION);

    private final CodeLists codeLists;
    private final Projects projects;
    private final ProjectTelling telling;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    ProjectImport(
            CodeLists codeLists,
            Projects projects,
            ProjectTelling telling,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.codeLists = codeLists;
        this.projects = projects;
        this.telling = telling;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "projects";
    }

    @Override
    public Set<String> roles() {
        return Step.PROPOSE.takenBy();
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        return RowFormat.stagedIn(STAGING)
                .fields(
                        ID,
                        DIVISION,
                        YEAR,
                        PROJECT_NAME,
                        CLASS,
                        NATURE,
                        PLACE,
                        FROM,
                        TO,
                        UNIT,
                        TASK,
                        AMOUNT,
                        SOURCE_KIND,
                        TARGET,
                        LINK,
                        PARTICIPATION,
                        BATCH,
                        ACTION,
                        PROGRAMME,
                        INDUSTRY)
                .within(DIVISION)
                .ofYear(YEAR)
                .check((row, verdict) -> {
                    if (row.get(TO).isBefore(row.get(FROM))) {
                        verdict.reject(TO.pointer(), "ends-before-it-begins");
                    }
                    if (row.get(AMOUNT) == 0) {
                        verdict.reject(AMOUNT.pointer(), "amount-of-nothing");
                    }
                    var end = LocalDate.of(row.get(YEAR), 12, 31);
                    requireCode(verdict, CLASS, row.get(CLASS), codeLists.listCodes("project-class", end));
                    requireCode(verdict, SOURCE_KIND, row.get(SOURCE_KIND), codeLists.listCodes("source-kind", end));
                    var link = row.find(LINK);
                    if (link != null) {
                        requireCode(verdict, LINK, link, codeLists.listCodes("benefit-link", end));
                    }
                })
                .build();
    }

    private static void requireCode(
            org.jingzhun.chassis.bulk.RowCheck.Verdict verdict, Field<String> field, String code, List<String> known) {
        if (!known.contains(code)) {
            verdict.reject(field.pointer(), "unknown-code", field.name(), String.join(", ", known));
        }
    }

    @Override
    public List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.add(Check.unrepeated(ID.pointer(), STAGING, "id"));
        checks.add(Check.that(ID.pointer(), "id-taken", """
                exists (select from project p where p.id = s.id and (p.division, p.year, p.name, p.amount_fen)
                  is distinct from (s.division, s.year, s.name, s.amount_fen))"""));
        checks.add(listed(BATCH, "batch", "BATCHES"));
        checks.add(listed(ACTION, "action", "ACTIONS"));
        checks.add(listed(PROGRAMME, "programme", "PROGRAMMES"));
        checks.add(listed(INDUSTRY, "industry", "VILLAGE_INDUSTRIES", "COUNTY_INDUSTRIES"));
        return checks;
    }

    /** A code that stands in none of the lists in force. */
    private static Check listed(Field<String> field, String column, String... lists) {
        var bad = new StringBuilder("s." + column + " is not null");
        for (var list : lists) {
            bad.append(" and not exists (select from ")
                    .append(Catalogues.inForce(list, "s.division", "s.year"))
                    .append(" l join catalogue_item i on i.list = l.list and i.division = l.division"
                            + " and i.version = l.version where i.code = s.")
                    .append(column)
                    .append(")");
        }
        return new Check(
                field.pointer(),
                "unknown-code",
                bad.toString(),
                List.of("'" + field.name() + "'", "'" + String.join(", ", lists) + "'"));
    }

    @Override
    public List<String> fills() {
        return List.of("project");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        var acting = caller.get();
        var role =
                Step.PROPOSE.takenBy().stream().filter(acting::has).findFirst().orElseThrow();
        try (PreparedStatement merge = connection.prepareStatement(MERGE);
                PreparedStatement sign = connection.prepareStatement(SIGN)) {
            merge.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(merge, lines.bind(merge, 2));
            Merged merged;
            try (ResultSet row = merge.executeQuery()) {
                row.next();
                merged = new Merged(row.getLong(1), 0, row.getLong(2) - row.getLong(1));
            }
            sign.setString(1, acting.subject());
            sign.setString(2, acting.name());
            sign.setString(3, role);
            lines.bind(sign, 4);
            sign.executeUpdate();
            return merged;
        }
    }

    /** Also of rows that were there already: the same state once more does no harm. */
    @Override
    public void afterMerge(Connection connection, Lines lines) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (PreparedStatement staged =
                connection.prepareStatement("select s.id from staged_project s where " + Lines.CONDITION)) {
            lines.bind(staged, 1);
            try (ResultSet row = staged.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        if (!ids.isEmpty()) {
            telling.tell(projects.list("id in ?1", ids));
        }
    }

    @Override
    public int linesAtOnce() {
        return AT_ONCE;
    }

    @Override
    public void finished(Connection connection, Lines all, ImportSummary summary) {
        audit.record(
                AuditEntry.of("projects-imported", "import", all.importId()).with("inserted", summary.inserted()));
    }
}
