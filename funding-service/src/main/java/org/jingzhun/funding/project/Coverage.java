package org.jingzhun.funding.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/**
 * How many of a county's and of each village's poor households are reached by a project of an industry on their menu
 * (产业覆盖率). A project counts in its year and after, from the day on which it has money, until it is given up.
 */
@ApplicationScoped
public class Coverage {

    private static final String COUNT = """
            with poor as (
              select h.id, h.village_code,
                     exists (select from project_beneficiary b join project p on p.id = b.project_id
                             where b.household_id = h.id and p.industry is not null and p.year <= ?
                               and p.stage in ('FUNDED', 'UNDER_WAY', 'ACCEPTED', 'IN_OPERATION')) as covered
              from observed_household h
              where h.status in ('POOR', 'RETURNED') and h.village_code between ? and ?),
            counted as (
              select village_code as division, count(*) as households, count(*) filter (where covered) as covered
              from poor group by village_code
              union all
              select village_code / 1000000 * 1000000, count(*), count(*) filter (where covered) from poor group by 1)
            select c.*, d.name, d.level from counted c left join observed_division d on d.code = c.division order by c.division
            """;

    private final Database database;

    Coverage(Database database) {
        this.database = database;
    }

    /**
     * A county or a village.
     *
     * @param name as identification tells it, null while it has not
     * @param households poor households, as they stand now
     * @param covered of these
     */
    public record Covered(
            long division, @Nullable String name, @Nullable String level, long households, long covered) {

        /** Basis points, cut. */
        public int basisPoints() {
            return (int) (covered * 10_000 / households);
        }

        /** Whether at least that share is covered, without rounding. */
        public boolean reaches(CoverageRules.Requirement requirement) {
            return covered * 10_000 >= households * requirement.basisPoints();
        }
    }

    /** Counties and villages with poor households, by code. */
    @Transactional
    public List<Covered> count(Area area, int year) {
        return database
                .list(
                        COUNT,
                        row -> new Covered(
                                row.getLong("division"),
                                row.getString("name"),
                                row.getString("level"),
                                row.getLong("households"),
                                row.getLong("covered")),
                        year,
                        area.from(),
                        area.to())
                .stream()
                .filter(each -> area.covers(each.division()))
                .toList();
    }
}
