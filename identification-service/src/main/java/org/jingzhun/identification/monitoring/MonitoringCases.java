package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
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
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/** The cases of the caller's area. */
@ApplicationScoped
public class MonitoringCases {

    private static final String READ = """
            select * from (
              select c.*, h.hamlet, h.householder, h.persons, h.labourers, h.status as register_status,
                     {reason} as colour_reason
              from monitoring_case c join household h on h.id = c.household_id) c
            cross join lateral (
              select (select array_agg(distinct l.risk) from monitoring_lead l where l.case_id = c.id) as lead_risks,
                     (select array_agg(distinct s.step) from monitoring_step s
                      where s.case_id = c.id and s.taken_by = :me) as taken_before,
                     exists (select from monitoring_measure m
                             where m.case_id = c.id and m.kind = 'SECURITY' and m.state = 'DONE') as secured,
                     exists (select from monitoring_lead l
                             where l.case_id = c.id
                               and l.recorded_at > (select max(s.taken_at) from monitoring_step s
                                                    where s.case_id = c.id and s.step = 'CLOSURE_VISIT')) as new_lead) more
            where\s""".replace("{reason}", ColourReason.SQL);
    private static final String MEASURES = """
            select id, kind, content, responsible, planned_on, due_on, state, done_on
            from monitoring_measure where case_id = ?1 order by id
            """;

    private final Session database;
    private final Clock clock;

    MonitoringCases(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable Area division,
            @Nullable UUID household,
            @Nullable MonitoringClass monitoringClass,
            @Nullable Stage stage,
            @Nullable Colour colour,
            @Nullable Boolean open) {}

    /** By village and id. */
    public Slice<MonitoringCase> list(Filter filter, String me, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("c.village_code", filter.division())
                .equal("c.household_id", filter.household())
                .equal("c.class", filter.monitoringClass())
                .equal("c.stage", filter.stage())
                .any("c.colour_reason", filter.colour() == null ? null : ColourReason.namesOf(filter.colour()))
                .either(filter.open(), "c.ended_on is null", "c.ended_on is not null")
                .behind("c.village_code, c.id", after);
        List<MonitoringCase> rows =
                read(where + " order by c.village_code, c.id limit " + (limit + 1), where.values(), me);
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public MonitoringCase get(UUID id, String me) {
        return read("c.id = :id", Map.of("id", id), me).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The same, holding off everybody else who wants to change it. */
    MonitoringCase getLocked(UUID id, String me) {
        database.createNativeQuery("select id from monitoring_case where id = ?1 for update", Tuple.class)
                .setParameter(1, id)
                .getResultList();
        return get(id, me);
    }

    /** Those of a case in the order in which they were planned. */
    public List<Measure> listMeasures(UUID id) {
        return database.createNativeQuery(MEASURES, Tuple.class).setParameter(1, id).getResultList().stream()
                .map(row -> new Measure(
                        row.get("id", UUID.class),
                        MeasureKind.valueOf(row.get("kind", String.class)),
                        row.get("content", String.class),
                        row.get("responsible", String.class),
                        row.get("planned_on", LocalDate.class),
                        row.get("due_on", LocalDate.class),
                        MeasureState.valueOf(row.get("state", String.class)),
                        row.get("done_on", LocalDate.class)))
                .toList();
    }

    private List<MonitoringCase> read(String where, Map<String, Object> values, String me) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ + where, Tuple.class)
                .setParameter("me", me)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI));
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(MonitoringCases::monitored).toList();
    }

    private static MonitoringCase monitored(Tuple row) {
        String monitoringClass = row.get("class", String.class);
        String reason = row.get("colour_reason", String.class);
        String[] found = row.get("risks", String[].class);
        return new MonitoringCase(
                row.get("id", UUID.class),
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class),
                row.get("hamlet", String.class),
                row.get("householder", String.class),
                row.get("persons", Integer.class),
                row.get("labourers", Integer.class),
                row.get("register_status", String.class),
                Stage.valueOf(row.get("stage", String.class)),
                monitoringClass == null ? null : MonitoringClass.valueOf(monitoringClass),
                risks(found.length > 0 ? found : row.get("lead_risks", String[].class)),
                row.get("raised_on", LocalDate.class),
                due(row),
                row.get("notice_since", LocalDate.class),
                row.get("notice_days", Integer.class),
                row.get("monitored_on", LocalDate.class),
                row.get("document_number", String.class),
                row.get("closure_since", LocalDate.class),
                row.get("closure_document", String.class),
                row.get("ended_on", LocalDate.class),
                row.get("measures", Integer.class),
                row.get("open_measures", Integer.class),
                row.get("secured", Boolean.class),
                row.get("new_lead", Boolean.class),
                reason == null ? null : ColourReason.valueOf(reason),
                row.get("return_case", UUID.class),
                row.get("revision", Long.class),
                steps(row.get("taken_before", String[].class)));
    }

    private static MonitoringCase.@Nullable Due due(Tuple row) {
        String step = row.get("due_step", String.class);
        return step == null
                ? null
                : new MonitoringCase.Due(
                        Step.valueOf(step), row.get("due_on", LocalDate.class), row.get("due_rule", Long.class));
    }

    private static List<Risk> risks(String @Nullable [] codes) {
        return codes == null
                ? List.of()
                : Arrays.stream(codes).map(Risk::valueOf).sorted().toList();
    }

    private static Set<Step> steps(String @Nullable [] codes) {
        return codes == null
                ? Set.of()
                : Arrays.stream(codes).map(Step::valueOf).collect(Collectors.toSet());
    }
}
