package org.jingzhun.identification.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The changes of households in the caller's area. */
@ApplicationScoped
public class Changes {

    private static final String READ = """
            select id, household_id, village_code, kind, stage, happened_on, reason, evidence, other_household,
                   requested_name, requested_at, reviewed_name, reviewed_at, ended_name, ended_at, remark, revision,
                   content, requested_by, reviewed_by
            from household_change where\s""";

    private final Session database;

    Changes(Session database) {
        this.database = database;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable Area division,
            @Nullable UUID household,
            @Nullable Kind kind,
            @Nullable Stage stage) {}

    /**
     * A change with what is sealed and who did what.
     *
     * @param content sealed
     * @param requester subject of the token
     * @param reviewer subject of the token; null before the review
     */
    record Stored(
            ChangeRow row,
            byte[] content,
            String requester,
            @Nullable String reviewer) {}

    /** The changes by village and id. */
    public Slice<ChangeRow> list(Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("village_code", filter.division())
                .equal("household_id", filter.household())
                .equal("kind", filter.kind())
                .equal("stage", filter.stage())
                .behind("village_code, id", after);
        List<ChangeRow> rows = read(where + " order by village_code, id limit " + (limit + 1), where.values()).stream()
                .map(Stored::row)
                .toList();
        return Slice.of(rows, limit, last -> Cursor.of(DivisionCode.parse(last.villageCode()), last.id()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    Stored getStored(UUID household, UUID id) {
        return get(household, id, "");
    }

    /** The same, holding off everybody else who wants to change it. */
    Stored getLocked(UUID household, UUID id) {
        return get(household, id, " for update");
    }

    private Stored get(UUID household, UUID id, String lock) {
        return read("household_id = :household and id = :id" + lock, Map.of("household", household, "id", id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    private List<Stored> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ + where, Tuple.class);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(Changes::stored).toList();
    }

    private static Stored stored(Tuple row) {
        ChangeRow change = new ChangeRow(
                row.get("id", UUID.class),
                row.get("household_id", UUID.class),
                DivisionCode.text(row.get("village_code", Long.class)),
                Kind.valueOf(row.get("kind", String.class)),
                Stage.valueOf(row.get("stage", String.class)),
                row.get("happened_on", LocalDate.class),
                row.get("reason", String.class),
                List.of(row.get("evidence", String[].class)),
                row.get("other_household", UUID.class),
                row.get("requested_name", String.class),
                row.get("requested_at", Instant.class),
                row.get("reviewed_name", String.class),
                row.get("reviewed_at", Instant.class),
                row.get("ended_name", String.class),
                row.get("ended_at", Instant.class),
                row.get("remark", String.class),
                row.get("revision", Long.class));
        return new Stored(
                change,
                row.get("content", byte[].class),
                row.get("requested_by", String.class),
                row.get("reviewed_by", String.class));
    }
}
