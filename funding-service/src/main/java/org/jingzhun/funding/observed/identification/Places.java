package org.jingzhun.funding.observed.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;

/** Divisions of any level with the sums of their villages, as far as the caller's area reaches. */
@ApplicationScoped
public class Places {

    private static final String SELECT = """
            with place as (
              select d.code / ? * ? as code, count(*) as villages, count(*) filter (where d.poor_village) as poor_villages,
                     sum(d.households) as households, sum(d.persons) as persons
              from observed_division d
              where d.level = 'VILLAGE' and d.code between ? and ?
                and d.valid_from <= ? and (d.valid_to is null or d.valid_to >= ?)
              group by 1),
            registered as (
              select village_code / ? * ? as code,
                     count(*) filter (where status in ('POOR', 'RETURNED')) as poor_households,
                     coalesce(sum(persons) filter (where status in ('POOR', 'RETURNED')), 0) as poor_persons,
                     count(*) filter (where status = 'EXITED') as exited_households,
                     coalesce(sum(persons) filter (where status = 'EXITED'), 0) as exited_persons
              from observed_household where village_code between ? and ? group by 1),
            monitored as (
              select village_code / ? * ? as code, count(*) as households, sum(persons) as persons
              from observed_monitoring where closed_on is null and village_code between ? and ? group by 1)
            select p.*, coalesce(d.name, p.code::text) as name,
                   coalesce(r.poor_households, 0) as poor_households, coalesce(r.poor_persons, 0) as poor_persons,
                   coalesce(m.households, 0) as monitored_households, coalesce(m.persons, 0) as monitored_persons,
                   coalesce(r.exited_households, 0) as exited_households, coalesce(r.exited_persons, 0) as exited_persons
            from place p left join observed_division d on d.code = p.code
            left join registered r on r.code = p.code left join monitored m on m.code = p.code
            order by p.code
            """;

    private final Database database;

    Places(Database database) {
        this.database = database;
    }

    /**
     * All divisions that have a village on the day, in the order of their codes.
     *
     * @param span how many village codes a division of the level spans: 1 for villages, 1,000 for townships, and so on
     * @param day on which the villages exist
     */
    public List<Place> list(Area area, long span, LocalDate day) {
        long from = area.from();
        long to = area.to();
        return database.list(
                SELECT, Places::read, span, span, from, to, day, day, span, span, from, to, span, span, from, to);
    }

    private static Place read(ResultSet row) throws SQLException {
        return new Place(
                row.getLong("code"),
                row.getString("name"),
                row.getLong("villages"),
                row.getLong("poor_villages"),
                row.getLong("households"),
                row.getLong("persons"),
                row.getLong("poor_households"),
                row.getLong("poor_persons"),
                row.getLong("monitored_households"),
                row.getLong("monitored_persons"),
                row.getLong("exited_households"),
                row.getLong("exited_persons"));
    }
}
