package org.jingzhun.identification.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jspecify.annotations.Nullable;

/** The sampled households of the caller's area, and of the divisions that it checks. */
@ApplicationScoped
public class Samples {

    /** How the correction stands, read from what is linked until the check is closed. */
    private static final String CORRECTION = """
            case when s.finding is null then 'UNCHECKED'
                 when s.finding = 'OK' then 'NONE'
                 when s.settled is not null then s.settled
                 when s.refuted is not null then 'NOT_UPHELD'
                 when s.link is null then 'OPEN'
                 else coalesce(case s.link
                   when 'TRANSITION' then (select case t.stage when 'APPLIED' then 'CORRECTED' when 'REJECTED' then 'NOT_UPHELD' end
                                           from transition_case t where t.id = s.linked_id)
                   when 'CHANGE' then (select case c.stage when 'APPLIED' then 'CORRECTED' when 'REJECTED' then 'NOT_UPHELD' end
                                       from household_change c where c.id = s.linked_id)
                   when 'FLAG' then (select case f.state when 'DISMISSED' then 'NOT_UPHELD' end
                                     from flag f where f.id = s.linked_id)
                   when 'REGISTER' then (select case when e.status in ('POOR', 'RETURNED') then 'CORRECTED' end
                                         from register_entry e where e.household_id = s.household_id) end, 'UNDER_WAY')
            end""";

    private static final String READ = """
            select * from (
              select s.household_id, s.village_code, s.stratum, s.position, s.hamlet, s.householder, s.persons, s.status,
                     s.finding, s.facts, s.evidence, s.checkers, s.checked_on, s.recorded_by, s.recorded_name,
                     s.recorded_at, s.link, s.linked_id, s.refuted, s.revision, %s as correction
              from quality_check_sample s where s.check_id = :check) s
            where\s""".formatted(CORRECTION);
    private static final String COUNT = """
            select status, finding, correction, count(*) as households
            from (select s.status, s.finding, %s as correction from quality_check_sample s where s.check_id = :check) s
            group by status, finding, correction
            """.formatted(CORRECTION);
    private static final String SETTLE = """
            update quality_check_sample s set settled = %s
            where s.check_id = :check and s.finding <> 'OK'
            """.formatted(CORRECTION);

    private final Session database;

    Samples(Session database) {
        this.database = database;
    }

    /** Households of a sample that stand alike. */
    public record Count(Standing standing, @Nullable Finding finding, Correction correction, int households) {}

    /** The sample by village, stratum and position; null where it does not matter. */
    public Slice<SampledHousehold> list(
            UUID check, @Nullable Finding finding, @Nullable Correction correction, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .equal("s.finding", finding)
                .equal("s.correction", correction)
                .behind("s.stratum, s.position", after, last -> List.of(last.text(0), last.number(1)));
        List<SampledHousehold> rows =
                read(check, where + " order by s.stratum, s.position limit " + (limit + 1), where.values());
        return Slice.of(rows, limit, last -> Cursor.of(last.stratum(), last.position()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public SampledHousehold get(UUID check, UUID household) {
        return read(check, "s.household_id = :household", Map.of("household", household)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** How the sample stands. */
    public List<Count> count(UUID check) {
        return database.createNativeQuery(COUNT, Tuple.class).setParameter("check", check).getResultList().stream()
                .map(row -> new Count(
                        Standing.valueOf(row.get("status", String.class)),
                        finding(row),
                        Correction.valueOf(row.get("correction", String.class)),
                        row.get("households", Long.class).intValue()))
                .toList();
    }

    /** Keeps how each finding ended, for good. */
    void settle(UUID check) {
        database.createNativeMutationQuery(SETTLE).setParameter("check", check).executeUpdate();
    }

    private List<SampledHousehold> read(UUID check, String where, Map<String, Object> values) {
        NativeQuery<Tuple> query =
                database.createNativeQuery(READ + where, Tuple.class).setParameter("check", check);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(Samples::sampled).toList();
    }

    private static @Nullable Finding finding(Tuple row) {
        String finding = row.get("finding", String.class);
        return finding == null ? null : Finding.valueOf(finding);
    }

    private static List<String> texts(Tuple row, String column) {
        String[] texts = row.get(column, String[].class);
        return texts == null ? List.of() : List.of(texts);
    }

    private static SampledHousehold sampled(Tuple row) {
        String link = row.get("link", String.class);
        return new SampledHousehold(
                row.get("household_id", UUID.class),
                row.get("village_code", Long.class),
                row.get("stratum", String.class),
                row.get("position", Integer.class),
                row.get("hamlet", String.class),
                row.get("householder", String.class),
                row.get("persons", Integer.class),
                Standing.valueOf(row.get("status", String.class)),
                finding(row),
                row.get("facts", String.class),
                texts(row, "evidence"),
                texts(row, "checkers"),
                row.get("checked_on", LocalDate.class),
                row.get("recorded_by", String.class),
                row.get("recorded_name", String.class),
                row.get("recorded_at", Instant.class),
                link == null ? null : Link.valueOf(link),
                row.get("linked_id", UUID.class),
                row.get("refuted", String.class),
                Correction.valueOf(row.get("correction", String.class)),
                row.get("revision", Long.class));
    }
}
