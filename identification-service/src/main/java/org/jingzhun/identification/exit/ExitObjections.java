package org.jingzhun.identification.exit;

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

/** The objections to exits of the caller's area. */
@ApplicationScoped
public class ExitObjections {

    private static final String OBJECTION = """
            select o.id, o.exit_id, x.subject, o.place_code, o.raised_by, o.text, o.raised_on, o.recorded_by, o.state,
                   o.finding, o.investigators, o.resolved_name, o.resolved_at, o.revision
            from exit_objection o join exit_case x on x.id = o.exit_id
            where\s""";

    /** Names of all who had a part in what the objection is about. */
    private static final String CONCERNED = """
            select recognised_by from exit_case where id = :exit
            union select unnest(certified_by) from exit_case where id = :exit
            union select recorded_name from exit_finding where exit_id = :exit
            union select unnest(signers || taken_name) from exit_step
                  where exit_id = :exit and step in ('APPRAISAL', 'VERIFICATION', 'RECOGNITION')
            """;

    private final Session database;

    ExitObjections(Session database) {
        this.database = database;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable UUID exit,
            @Nullable Area division,
            @Nullable State state) {}

    /** By place and id. */
    public Slice<ExitObjection> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("true");
        Map<String, Object> values = new LinkedHashMap<>();
        if (filter.exit() != null) {
            where.append(" and o.exit_id = :exit");
            values.put("exit", filter.exit());
        }
        Area division = filter.division();
        if (division != null) {
            where.append(" and o.place_code between :from and :to");
            values.put("from", division.from());
            values.put("to", division.to());
        }
        if (filter.state() != null) {
            where.append(" and o.state = :state");
            values.put("state", filter.state().name());
        }
        if (after != null) {
            where.append(" and (o.place_code, o.id) > (:place, :id)");
            values.put("place", after.number(0));
            values.put("id", after.id(1));
        }
        List<ExitObjection> rows = read(where + " order by o.place_code, o.id limit " + (limit + 1), values);
        return Slice.of(rows, limit, last -> Cursor.of(last.placeCode(), last.id()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public ExitObjection get(UUID id) {
        return read("o.id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    /** Names of those who checked, certified or signed for the exit. */
    Set<String> listConcerned(UUID exit) {
        Set<String> names = new HashSet<>(database.createNativeQuery(CONCERNED, String.class)
                .setParameter("exit", exit)
                .getResultList());
        names.remove(null);
        return names;
    }

    private List<ExitObjection> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(OBJECTION + where, Tuple.class);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(ExitObjections::objection).toList();
    }

    private static ExitObjection objection(Tuple row) {
        String[] investigators = row.get("investigators", String[].class);
        return new ExitObjection(
                row.get("id", UUID.class),
                row.get("exit_id", UUID.class),
                Subject.valueOf(row.get("subject", String.class)),
                row.get("place_code", Long.class),
                row.get("raised_by", String.class),
                row.get("text", String.class),
                row.get("raised_on", LocalDate.class),
                row.get("recorded_by", String.class),
                State.valueOf(row.get("state", String.class)),
                row.get("finding", String.class),
                investigators == null ? List.of() : Arrays.asList(investigators),
                row.get("resolved_name", String.class),
                row.get("resolved_at", Instant.class),
                row.get("revision", Long.class));
    }
}
