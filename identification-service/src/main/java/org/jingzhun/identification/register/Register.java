package org.jingzhun.identification.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The part of the poverty register that lies in the caller's area. */
@ApplicationScoped
public class Register {

    private static final String COLUMNS = "select household_id, village_code, hamlet, householder, persons, labourers,"
            + " ethnicity, status, entry, entry_year, attribute, main_cause, other_causes, score, scorecard, line_version, year,"
            + " campaign_id, registered_on, document_number, revision from register_entry where ";
    private static final String HISTORY = """
            select revision, kind, from_status, to_status, "on", document_number, campaign_id, line_version, scorecard,
                   standard, reason, taken_name, taken_at
            from register_transition where household_id = ?1 order by revision
            """;

    private final Session database;

    Register(Session database) {
        this.database = database;
    }

    /**
     * What to look for; null where it does not matter.
     *
     * @param year of the campaign that registered the household
     */
    public record Filter(
            @Nullable Area division,
            @Nullable Status status,
            @Nullable String cause,
            @Nullable Integer year) {}

    /** The entries by village and household. */
    public Slice<RegisterRow> list(Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("village_code", filter.division())
                .equal("status", filter.status())
                .equal("main_cause", filter.cause())
                .equal("year", filter.year())
                .behind("village_code, household_id", after);
        List<RegisterRow> rows =
                read(where + " order by village_code, household_id limit " + (limit + 1), where.values());
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.householdId()));
    }

    public Optional<RegisterRow> find(UUID household) {
        return read("household_id = :household", Map.of("household", household)).stream()
                .findFirst();
    }

    /** How the household came to stand as it does, the oldest first. */
    public List<Transition> listHistory(UUID household) {
        List<Transition> history = new ArrayList<>();
        for (Tuple row : database.createNativeQuery(HISTORY, Tuple.class)
                .setParameter(1, household)
                .getResultList()) {
            history.add(transition(row));
        }
        return history;
    }

    private List<RegisterRow> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(COLUMNS + where, Tuple.class);
        values.forEach(query::setParameter);
        List<RegisterRow> rows = new ArrayList<>();
        for (Tuple row : query.getResultList()) {
            rows.add(entry(row));
        }
        return rows;
    }

    private static RegisterRow entry(Tuple row) {
        Status status = Status.valueOf(row.get("status", String.class));
        return new RegisterRow(
                row.get("household_id", UUID.class),
                DivisionCode.text(row.get("village_code", Long.class)),
                row.get("hamlet", String.class),
                row.get("householder", String.class),
                row.get("persons", Integer.class),
                row.get("labourers", Integer.class),
                row.get("ethnicity", String.class),
                status,
                status.mark(),
                Entry.valueOf(row.get("entry", String.class)),
                row.get("entry_year", Integer.class),
                Attribute.valueOf(row.get("attribute", String.class)),
                row.get("main_cause", String.class),
                List.of(row.get("other_causes", String[].class)),
                row.get("score", Integer.class),
                row.get("scorecard", String.class),
                row.get("line_version", Integer.class),
                row.get("year", Integer.class),
                row.get("campaign_id", UUID.class),
                row.get("registered_on", LocalDate.class),
                row.get("document_number", String.class),
                row.get("revision", Long.class));
    }

    private static Transition transition(Tuple row) {
        String from = row.get("from_status", String.class);
        return new Transition(
                row.get("revision", Long.class),
                row.get("kind", String.class),
                from == null ? null : Status.valueOf(from),
                Status.valueOf(row.get("to_status", String.class)),
                row.get("on", LocalDate.class),
                row.get("document_number", String.class),
                row.get("campaign_id", UUID.class),
                row.get("line_version", Integer.class),
                row.get("scorecard", String.class),
                row.get("standard", String.class),
                row.get("reason", String.class),
                row.get("taken_name", String.class),
                row.get("taken_at", Instant.class));
    }
}
