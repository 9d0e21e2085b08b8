package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the procedure by place and year (程序参数), each with the document that set it. Rows are added and never
 * change; of several the one of the smallest division counts, of those the one of this year, then the youngest.
 */
@ApplicationScoped
public class Policies {

    private static final String COLUMNS = "select id, name, division, year, value, out_of, source, set_by, set_at";
    private static final String IN_FORCE = COLUMNS + """
             from policy
            where name = :name and division in (0, :province, :city, :county) and (year is null or year = :year)
            order by division desc, year desc nulls last, id desc limit 1
            """;
    private static final String ADD = """
            insert into policy (name, division, year, value, out_of, source, set_by)
            values (:name, :division, :year, :value, :outOf, :source, :by) returning id
            """;
    private static final long PROVINCE_SPAN = 10_000_000_000L;
    private static final long CITY_SPAN = 100_000_000L;

    private final Session database;

    Policies(Session database) {
        this.database = database;
    }

    /** What can be set. */
    public enum Name {
        /** Calendar days that a notice stands. */
        NOTICE_DAYS,
        /** The part of those entitled who must be at an appraisal. */
        QUORUM,
        /** Points from the cut line within which a household is visited a second time. */
        LINE_EDGE,
        /** The part of those present of which more must agree. */
        MAJORITY,
        /** Months before the year of a campaign in which its visits may be. */
        VISIT_MONTHS_BEFORE,
        /** Months behind the year of a campaign in which its visits may be. */
        VISIT_MONTHS_AFTER
    }

    /**
     * One rule.
     *
     * @param division lowest code of the division; 0 is everywhere
     * @param year null for every year
     * @param value 0 or more
     * @param outOf the value is a part of so many; 1 for plain numbers
     * @param source the document that set it
     * @param setAt null before it is stored
     */
    public record Policy(
            long id,
            Name name,
            long division,
            @Nullable Integer year,
            int value,
            int outOf,
            String source,
            String setBy,
            @Nullable Instant setAt) {

        public static Policy of(
                Name name, long division, @Nullable Integer year, int value, int outOf, String source, String setBy) {
            return new Policy(0, name, division, year, value, outOf, source, setBy, null);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Policy inForce(Name name, long county, int year) {
        return policy(database.createNativeQuery(IN_FORCE, Tuple.class)
                .setParameter("name", name.name())
                .setParameter("province", county / PROVINCE_SPAN * PROVINCE_SPAN)
                .setParameter("city", county / CITY_SPAN * CITY_SPAN)
                .setParameter("county", county)
                .setParameter("year", year)
                .getSingleResult());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Policy get(long id) {
        return find(id).orElseThrow();
    }

    private Optional<Policy> find(long id) {
        List<Tuple> rows = database.createNativeQuery(COLUMNS + " from policy where id = ?1", Tuple.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().findFirst().map(Policies::policy);
    }

    /** All of them in the order in which they were set. */
    public List<Policy> list(long behind, int limit) {
        List<Tuple> rows = database.createNativeQuery(
                        COLUMNS + " from policy where id > :behind order by id limit :limit", Tuple.class)
                .setParameter("behind", behind)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(Policies::policy).toList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Policy add(Policy policy) {
        long id = database.createNativeQuery(ADD, Long.class)
                .setParameter("name", policy.name().name())
                .setParameter("division", policy.division())
                .setParameter("year", policy.year(), Integer.class)
                .setParameter("value", policy.value())
                .setParameter("outOf", policy.outOf())
                .setParameter("source", policy.source())
                .setParameter("by", policy.setBy())
                .getSingleResult();
        return get(id);
    }

    private static Policy policy(Tuple row) {
        return new Policy(
                row.get("id", Long.class),
                Name.valueOf(row.get("name", String.class)),
                row.get("division", Long.class),
                row.get("year", Integer.class),
                row.get("value", Integer.class),
                row.get("out_of", Integer.class),
                row.get("source", String.class),
                row.get("set_by", String.class),
                row.get("set_at", Instant.class));
    }
}
