package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.campaign.Objection.State;
import org.jspecify.annotations.Nullable;

/** The objections to cases of the caller's area. */
@ApplicationScoped
public class MonitoringObjections {

    private static final String READ = """
            select o.id, o.case_id, o.village_code, o.raised_by, o.text, o.raised_on, o.recorded_by, o.state, o.finding,
                   o.investigators, o.resolved_name, o.resolved_at
            from monitoring_objection o where\s""";
    private static final String HELD = """
            select count(*) filter (where o.state = 'OPEN') as open,
                   count(*) filter (where o.state = 'UPHELD' and o.notice = {notice}) as upheld
            from monitoring_objection o where o.case_id = :case
            """.replace("{notice}", Objecting.LAST_NOTICE);

    /** Names of all who had a part in what the notice is about. */
    private static final String CONCERNED = """
            select unnest(signers || taken_name) from monitoring_step
            where case_id = :case and step in ('VERIFICATION', 'APPRAISAL', 'MEASURE_DONE', 'CLOSURE_VISIT', 'CLOSURE_APPRAISAL')
            """;

    private final Session database;

    MonitoringObjections(Session database) {
        this.database = database;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable UUID monitoringCase,
            @Nullable Area division,
            @Nullable State state) {}

    /** By village and id. */
    public Slice<MonitoringObjection> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("true");
        Map<String, Object> values = new LinkedHashMap<>();
        if (filter.monitoringCase() != null) {
            where.append(" and o.case_id = :case");
            values.put("case", filter.monitoringCase());
        }
        Area division = filter.division();
        if (division != null) {
            where.append(" and o.village_code between :from and :to");
            values.put("from", division.from());
            values.put("to", division.to());
        }
        if (filter.state() != null) {
            where.append(" and o.state = :state");
            values.put("state", filter.state().name());
        }
        if (after != null) {
            where.append(" and (o.village_code, o.id) > (:village, :id)");
            values.put("village", after.number(0));
            values.put("id", after.id(1));
        }
        List<MonitoringObjection> rows = read(where + " order by o.village_code, o.id limit " + (limit + 1), values);
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public MonitoringObjection get(UUID id) {
        return read("o.id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    MonitoringObjection.Held held(UUID monitoringCase) {
        Tuple row = database.createNativeQuery(HELD, Tuple.class)
                .setParameter("case", monitoringCase)
                .getSingleResult();
        return new MonitoringObjection.Held(
                row.get("open", Long.class).intValue(),
                row.get("upheld", Long.class).intValue());
    }

    /** Names of those who checked, judged or helped. */
    Set<String> listConcerned(UUID monitoringCase) {
        return new HashSet<>(database.createNativeQuery(CONCERNED, String.class)
                .setParameter("case", monitoringCase)
                .getResultList());
    }

    private List<MonitoringObjection> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ + where, Tuple.class);
        values.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(MonitoringObjections::objection)
                .toList();
    }

    private static MonitoringObjection objection(Tuple row) {
        String[] investigators = row.get("investigators", String[].class);
        return new MonitoringObjection(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("village_code", Long.class),
                row.get("raised_by", String.class),
                row.get("text", String.class),
                row.get("raised_on", LocalDate.class),
                row.get("recorded_by", String.class),
                State.valueOf(row.get("state", String.class)),
                row.get("finding", String.class),
                investigators == null ? List.of() : Arrays.asList(investigators),
                row.get("resolved_name", String.class),
                row.get("resolved_at", Instant.class));
    }
}
