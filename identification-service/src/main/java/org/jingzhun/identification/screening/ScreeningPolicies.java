package org.jingzhun.identification.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;
import org.jingzhun.identification.screening.coverage.Limits;
import org.jspecify.annotations.Nullable;

/** How old the departments' data may be and how much they must cover: rows by place and year, each with its source. */
@ApplicationScoped
public class ScreeningPolicies {

    private static final String READ = """
            select id, division, year, warn_age_days, refuse_age_days, warn_coverage_percent, refuse_coverage_percent,
                   mark, source
            from screening_policy
            """;
    private static final String IN_FORCE = """
            where division in (0, :county / 10000000000 * 10000000000, :county / 100000000 * 100000000, :county)
              and (year is null or year = :year)
            order by division desc, year desc nulls last, id desc limit 1
            """;
    private static final String ADD = """
            insert into screening_policy (division, year, warn_age_days, refuse_age_days, warn_coverage_percent,
                                          refuse_coverage_percent, mark, source, set_by)
            values (:division, :year, :warnAge, :refuseAge, :warnCoverage, :refuseCoverage, 'LOCAL', :source, :by)
            returning id
            """;

    private final Session database;

    ScreeningPolicies(Session database) {
        this.database = database;
    }

    /**
     * A policy.
     *
     * @param division the lowest code of the division; 0 is everywhere
     * @param year null for every year
     * @param mark PUBLIC, ASSUMPTION, or LOCAL for what was loaded
     */
    public record ScreeningPolicy(
            long id, long division, @Nullable Integer year, Limits limits, String mark, String source) {}

    /** The row of the smallest division that contains the county, of those the one for this year, then the youngest. */
    @Transactional(Transactional.TxType.MANDATORY)
    ScreeningPolicy inForce(long county, int year) {
        return policy(database.createNativeQuery(READ + IN_FORCE, Tuple.class)
                .setParameter("county", county)
                .setParameter("year", year)
                .getSingleResult());
    }

    /** All policies, the youngest first. */
    @Transactional
    public List<ScreeningPolicy> list() {
        return database.createNativeQuery(READ + "order by id desc", Tuple.class).getResultList().stream()
                .map(ScreeningPolicies::policy)
                .toList();
    }

    /** @return its id */
    @Transactional
    public long add(long division, @Nullable Integer year, Limits limits, String source, String by) {
        return database.createNativeQuery(ADD, Long.class)
                .setParameter("division", division)
                .setParameter("year", year, Integer.class)
                .setParameter("warnAge", limits.warnAgeDays())
                .setParameter("refuseAge", limits.refuseAgeDays(), Integer.class)
                .setParameter("warnCoverage", limits.warnCoveragePercent())
                .setParameter("refuseCoverage", limits.refuseCoveragePercent(), Integer.class)
                .setParameter("source", source)
                .setParameter("by", by)
                .getSingleResult();
    }

    private static ScreeningPolicy policy(Tuple row) {
        Short refuseCoverage = row.get("refuse_coverage_percent", Short.class);
        return new ScreeningPolicy(
                row.get("id", Long.class),
                row.get("division", Long.class),
                row.get("year", Integer.class),
                new Limits(
                        row.get("warn_age_days", Integer.class),
                        row.get("refuse_age_days", Integer.class),
                        row.get("warn_coverage_percent", Short.class),
                        refuseCoverage == null ? null : refuseCoverage.intValue()),
                row.get("mark", String.class),
                row.get("source", String.class));
    }
}
