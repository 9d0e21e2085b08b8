package org.jingzhun.funding.observed.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Villages with the poor in them, as far as the caller's area reaches. */
@ApplicationScoped
public class Villages {

    private static final String SELECT = """
            select d.code, d.name, d.poor_village, d.households, d.persons,
                   coalesce(p.households, 0) as poor_households, coalesce(p.persons, 0) as poor_persons,
                   coalesce(m.households, 0) as monitored_households, coalesce(m.persons, 0) as monitored_persons
            from observed_division d
            left join (select village_code, count(*) as households, sum(persons) as persons
                       from observed_household
                       where status in ('POOR', 'RETURNED') and village_code between ? and ?
                       group by village_code) p on p.village_code = d.code
            left join (select village_code, count(*) as households, sum(persons) as persons
                       from observed_monitoring
                       where closed_on is null and village_code between ? and ?
                       group by village_code) m on m.village_code = d.code
            where d.level = 'VILLAGE' and d.code between ? and ? and d.code > coalesce(?::bigint, 0)
              and d.valid_from <= ? and (d.valid_to is null or d.valid_to >= ?)
            order by d.code limit ?
            """;

    private final Database database;

    Villages(Database database) {
        this.database = database;
    }

    /**
     * In the order of their codes.
     *
     * @param after code behind which to begin, null for the beginning
     * @param day on which the villages exist
     */
    public List<Village> list(Area area, @Nullable Long after, LocalDate day, int limit) {
        return database.list(
                SELECT,
                Villages::read,
                area.from(),
                area.to(),
                area.from(),
                area.to(),
                area.from(),
                area.to(),
                after,
                day,
                day,
                limit);
    }

    private static Village read(ResultSet row) throws SQLException {
        return new Village(
                row.getLong("code"),
                row.getString("name"),
                row.getBoolean("poor_village"),
                row.getLong("households"),
                row.getLong("persons"),
                row.getLong("poor_households"),
                row.getLong("poor_persons"),
                row.getLong("monitored_households"),
                row.getLong("monitored_persons"));
    }
}
