package org.jingzhun.identification.exit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jspecify.annotations.Nullable;

/** The exits of the caller's area. */
@ApplicationScoped
public class Exits {

    /** Beside each exit what it lacks; the criteria by their place in the standard. */
    private static final String WITH_READINESS =
            """
            select x.id, x.subject, x.household_id, x.place_code, x.year, x.standard, x.stage, x.recognised_by,
                   x.certified_by, x.notice_since, x.notice_days, x.document_number, x.exited_on, x.revision,
                   judged.missing, judged.unproven, judged.failing, judged.unevaluated, judged.missed,
                   held.open_objections, held.upheld_objections,
                   exists (select from exit_plan p where p.village_code = x.place_code and p.year = x.year
                                                     and p.stage <> 'FIXED') as plan_under_way,
                   e.status as register_status, e.entry_year,
                   (select array_agg(distinct t.step) from exit_step t
                    where t.exit_id = x.id and t.taken_by = :me) as taken_before,
                   x.planned_by = :me as planned_before
            from exit_case x
            left join register_entry e on e.household_id = x.household_id
            cross join lateral (
              select array_agg(k.code order by k.number)
                       filter (where f.exit_id is null and k.measured_by <> 'EVALUATION') as missing,
                     array_agg(k.code order by k.number) filter (where f.met and cardinality(f.evidence) = 0) as unproven,
                     array_agg(k.code order by k.number)
                       filter (where (not f.met or f.exit_id is not null and {dropOut})
                                 and k.weight = 'DECISIVE' and k.measured_by <> 'EVALUATION') as failing,
                     array_agg(k.code order by k.number)
                       filter (where f.exit_id is null and k.measured_by = 'EVALUATION') as unevaluated,
                     array_agg(k.code order by k.number)
                       filter (where not f.met and k.weight = 'DECISIVE' and k.measured_by = 'EVALUATION') as missed
              from exit_criterion k
              left join exit_finding f on f.exit_id = x.id and f.year = x.year and f.criterion = k.code
              where k.standard = x.standard) judged
            cross join lateral (
              select count(*) filter (where o.state = 'OPEN') as open_objections,
                     count(*) filter (where o.state = 'UPHELD' and o.notice = (
                       select max(t.seq) from exit_step t where t.exit_id = x.id and t.step = 'NOTICE'))
                       as upheld_objections
              from exit_objection o where o.exit_id = x.id) held
            where\s""".replace("{dropOut}", DropOuts.standAgainst("k.code", "x.household_id", "f.note", "f.evidence"));

    private static final String CASE = """
            select x.id, x.subject, x.household_id, x.place_code, x.year, x.standard, x.stage, x.recognised_by,
                   x.certified_by, x.notice_since, x.notice_days, x.document_number, x.exited_on, x.revision
            from exit_case x where\s""";
    private static final String FINDINGS = """
            select f.year, f.criterion, k.weight, f.met, f.stated, f.value, f.threshold, f.evidence, f.note,
                   f.recorded_name, f.recorded_at
            from exit_finding f join exit_criterion k on k.standard = f.standard and k.code = f.criterion
            where f.exit_id = ?1 order by f.year, k.number
            """;
    private static final String FORMER_FINDINGS = FINDINGS.replace("exit_finding f", "exit_former_finding f")
            .replace("f.year, k.number", "f.year, k.number, f.replaced_at");

    private static final String DRAW = """
            select place_code from (
              select x.place_code, row_number() over (order by md5(:seed || ':' || x.place_code)) as place,
                     count(*) over () as counties
              from exit_case x
              where x.subject = 'COUNTY' and x.stage = 'EXITED' and x.year = :year
                and x.place_code between :from and :to) drawn
            where place <= ceil(counties * :percent / 100.0) order by place_code
            """;

    private final Session database;

    Exits(Session database) {
        this.database = database;
    }

    /** An exit and what it lacks. */
    public record Standing(ExitCase exit, Readiness readiness) {}

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable Area division,
            @Nullable Integer year,
            @Nullable Stage stage) {}

    /** The exits of a kind by place and id. */
    public Slice<ExitCase> list(Subject subject, Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .equal("x.subject", subject)
                .within("x.place_code", filter.division())
                .equal("x.year", filter.year())
                .equal("x.stage", filter.stage())
                .behind("x.place_code, x.id", after);
        NativeQuery<Tuple> query = database.createNativeQuery(
                CASE + where + " order by x.place_code, x.id limit " + (limit + 1), Tuple.class);
        where.values().forEach(query::setParameter);
        List<ExitCase> rows =
                query.getResultList().stream().map(Exits::exitCase).toList();
        return Slice.of(rows, limit, last -> Cursor.of(last.placeCode(), last.id()));
    }

    /**
     * @param me subject of the one who asks
     * @throws org.jingzhun.chassis.http.ProblemException 404
     */
    public Standing get(Subject subject, UUID id, String me) {
        return read("x.subject = :subject and x.id = :id", Map.of("subject", subject.name(), "id", id), me).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The same, holding off everybody else who wants to change it. */
    Standing getLocked(Subject subject, UUID id, String me) {
        return read(
                        "x.subject = :subject and x.id = :id for update of x",
                        Map.of("subject", subject.name(), "id", id),
                        me)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The same of whatever subject. */
    Standing getLocked(UUID id, String me) {
        return read("x.id = :id for update of x", Map.of("id", id), me).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** All exits of households of a year and area that stand where a step leads on from, locked. */
    List<Standing> listLocked(Area division, int year, Step step, String me) {
        return read(
                "x.subject = 'HOUSEHOLD' and x.place_code between :from and :to and x.year = :year"
                        + " and x.stage = any (cast(:stages as text[])) order by x.id for update of x",
                Map.of(
                        "from",
                        division.from(),
                        "to",
                        division.to(),
                        "year",
                        year,
                        "stages",
                        step.from().stream().map(Stage::name).toArray(String[]::new)),
                me);
    }

    /**
     * Draws of the counties that left in a year so many in a hundred, rounded up. Whoever knows the seed draws the same.
     *
     * @param percent 1 to 100
     * @return codes, by place
     */
    public List<Long> drawCounties(Area division, int year, int percent, String seed) {
        return database.createNativeQuery(DRAW, Long.class)
                .setParameter("year", year)
                .setParameter("from", division.from())
                .setParameter("to", division.to())
                .setParameter("percent", percent)
                .setParameter("seed", seed)
                .getResultList();
    }

    private List<Standing> read(String where, Map<String, Object> values, String me) {
        NativeQuery<Tuple> query =
                database.createNativeQuery(WITH_READINESS + where, Tuple.class).setParameter("me", me);
        values.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Standing(exitCase(row), readiness(row)))
                .toList();
    }

    /** What was found, by year and place of the criterion. */
    public List<JudgedFinding> listFindings(UUID exit) {
        return findings(FINDINGS, exit);
    }

    /** What was found before of criteria of which something else was found later, in the same order. */
    public List<JudgedFinding> listFormerFindings(UUID exit) {
        return findings(FORMER_FINDINGS, exit);
    }

    private List<JudgedFinding> findings(String query, UUID exit) {
        return database.createNativeQuery(query, Tuple.class).setParameter(1, exit).getResultList().stream()
                .map(Exits::finding)
                .toList();
    }

    private static ExitCase exitCase(Tuple row) {
        return new ExitCase(
                row.get("id", UUID.class),
                Subject.valueOf(row.get("subject", String.class)),
                row.get("household_id", UUID.class),
                row.get("place_code", Long.class),
                row.get("year", Integer.class),
                row.get("standard", String.class),
                Stage.valueOf(row.get("stage", String.class)),
                row.get("recognised_by", String.class),
                texts(row, "certified_by"),
                row.get("notice_since", LocalDate.class),
                row.get("notice_days", Integer.class),
                row.get("document_number", String.class),
                row.get("exited_on", LocalDate.class),
                row.get("revision", Long.class));
    }

    private static Readiness readiness(Tuple row) {
        Set<Step> taken = texts(row, "taken_before").stream().map(Step::valueOf).collect(Collectors.toSet());
        if (row.get("planned_before", Boolean.class)) {
            taken.add(Step.PLAN);
        }
        return new Readiness(
                texts(row, "missing"),
                texts(row, "unproven"),
                texts(row, "failing"),
                texts(row, "unevaluated"),
                texts(row, "missed"),
                row.get("open_objections", Long.class).intValue(),
                row.get("upheld_objections", Long.class).intValue(),
                row.get("plan_under_way", Boolean.class),
                taken,
                row.get("entry_year", Integer.class),
                row.get("register_status", String.class));
    }

    private static List<String> texts(Tuple row, String column) {
        String[] texts = row.get(column, String[].class);
        return texts == null ? List.of() : Arrays.asList(texts);
    }

    private static JudgedFinding finding(Tuple row) {
        return new JudgedFinding(
                row.get("year", Integer.class),
                row.get("criterion", String.class),
                Weight.valueOf(row.get("weight", String.class)),
                row.get("met", Boolean.class),
                row.get("stated", Boolean.class),
                row.get("value", BigDecimal.class),
                row.get("threshold", BigDecimal.class),
                texts(row, "evidence"),
                row.get("note", String.class),
                row.get("recorded_name", String.class),
                row.get("recorded_at", Instant.class));
    }
}
