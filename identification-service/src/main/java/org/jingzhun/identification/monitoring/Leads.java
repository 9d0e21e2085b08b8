package org.jingzhun.identification.monitoring;

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
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jspecify.annotations.Nullable;

/** The leads of the caller's area. */
@ApplicationScoped
public class Leads {

    private static final String READ = """
            select l.id, l.case_id, l.household_id, l.village_code, l.source, l.source_key, l.risk, l.told_by, l.told_on,
                   l.remark, l.figure, l.rule, l.line_id, l.recorded_name, l.recorded_at
            from monitoring_lead l where\s""";

    private final Session database;

    Leads(Session database) {
        this.database = database;
    }

    /**
     * A lead as it was taken.
     *
     * @param figure what was compared with the threshold or line, fen or cases; null where nothing was
     * @param rule the threshold's row; null without
     * @param lineId the line's row; null without
     */
    public record Lead(
            UUID id,
            UUID caseId,
            UUID householdId,
            long villageCode,
            LeadSource source,
            String sourceKey,
            Risk risk,
            String toldBy,
            LocalDate toldOn,
            @Nullable String remark,
            @Nullable Long figure,
            @Nullable Long rule,
            @Nullable Long lineId,
            String recordedBy,
            Instant recordedAt) {}

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable Area division,
            @Nullable UUID household,
            @Nullable LeadSource source) {}

    /** By village and id. */
    public Slice<Lead> list(Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .within("l.village_code", filter.division())
                .equal("l.household_id", filter.household())
                .equal("l.source", filter.source())
                .behind("l.village_code, l.id", after);
        List<Lead> rows = read(where + " order by l.village_code, l.id limit " + (limit + 1), where.values());
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    /** Those of a case, the oldest first. */
    public List<Lead> listOf(UUID monitoringCase) {
        return read("l.case_id = :case order by l.id", Map.of("case", monitoringCase));
    }

    public Lead get(UUID id) {
        return read("l.id = :id", Map.of("id", id)).getFirst();
    }

    private List<Lead> read(String where, Map<String, Object> values) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ + where, Tuple.class);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(Leads::lead).toList();
    }

    private static Lead lead(Tuple row) {
        return new Lead(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class),
                LeadSource.valueOf(row.get("source", String.class)),
                row.get("source_key", String.class),
                Risk.valueOf(row.get("risk", String.class)),
                row.get("told_by", String.class),
                row.get("told_on", LocalDate.class),
                row.get("remark", String.class),
                row.get("figure", Long.class),
                row.get("rule", Long.class),
                row.get("line_id", Long.class),
                row.get("recorded_name", String.class),
                row.get("recorded_at", Instant.class));
    }
}
