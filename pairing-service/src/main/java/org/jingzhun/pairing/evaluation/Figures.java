package org.jingzhun.pairing.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.evaluation.scoring.Criterion;

/**
 * What the subjects of a county reached in a year, one statement a kind. Who was poor and who had a helper is counted as of
 * the last day, so that an evaluation of a year that is over says the same whenever it is ordered.
 */
@ApplicationScoped
class Figures {

    /** Months that are over, and of each pairing those in which it stood from the first day to the last. */
    private static final String DUTY = """
            with period as (select ?::date as first, ?::date as last),
            month as (
              select m::date as first, (m + interval '1 month - 1 day')::date as last
              from period, generate_series(period.first::timestamp, period.last::timestamp, interval '1 month') m
              where (m + interval '1 month - 1 day')::date <= period.last),
            seen as (
              select v.pairing_id, date_trunc('month', v.visited_on)::date as first,
                     bool_or(cardinality(v.income_items) > 0) as income
              from visit v, period where %1$s and v.visited_on between period.first and period.last
                and not exists (select from visit c where c.corrects = v.id) group by 1, 2),
            duty as (
              select p.helper_id, count(*) as due, count(s.first) as visited, count(*) filter (where s.income) as incomes
              from pairing p
              join month m on p.since <= m.first and (p.until is null or p.until >= m.last)
              left join seen s on s.pairing_id = p.id and s.first = m.first
              where %2$s
              group by p.helper_id),
            absence as materialized (
              select r.helper_id, r.village_code from duty_record r, period
              where r.kind = 'ABSENCE' and r.first_on <= period.last and r.last_on >= period.first)
            """;

    private static final String GRAVE = """
            exists (select 1 from list_entry e, period
                    where e.subject_kind = '%s' and %s and e.grave and e.published_on between period.first and period.last) as grave
            """;
    private static final String BY_HELPER = DUTY.formatted(
                    "v.helper_id in (select id from helper where division between ? and ?)",
                    "p.helper_id in (select id from helper where division between ? and ?)")
            + "select h.id::text as subject, h.division, d.due, d.visited, d.incomes, 0 as poor, 0 as paired, 0 as raised,"
            + " 0 as in_time, (select count(*) from absence a where a.helper_id = h.id) as absences, "
            + GRAVE.formatted("HELPER", "e.subject_id = h.id")
            + "from helper h left join duty d on d.helper_id = h.id where h.division between ? and ? order by h.id";
    private static final String BY_UNIT = DUTY.formatted(
                    "v.helper_id in (select id from helper where division between ? and ?)",
                    "p.helper_id in (select id from helper where division between ? and ?)")
            + "select u.id::text as subject, u.division, sum(d.due) as due, sum(d.visited) as visited,"
            + " sum(d.incomes) as incomes, 0 as poor, 0 as paired, 0 as raised, 0 as in_time, "
            + "(select count(*) from absence a where a.helper_id in (select id from helper where unit_id = u.id)"
            + " or u.level = 'TOWNSHIP' and a.village_code / 1000 * 1000 = coalesce(u.seat, u.division)) as absences, "
            + GRAVE.formatted("UNIT", "e.subject_id = u.id")
            + "from unit u left join helper h on h.unit_id = u.id left join duty d on d.helper_id = h.id"
            + " where u.division between ? and ? group by u.id order by u.id";

    /**
     * The status of {@code h} on the last day. Of a household of which no change up to that day was told, what it left on the
     * first change afterwards, or that of today.
     */
    private static final String THEN = """
            select coalesce(
              (select s.status from observed_status s where s.household_id = h.id and s.since <= period.last
               order by s.since desc, s.revision desc limit 1),
              case when coalesce(h.registered_on, period.last) > period.last then null
                   when (select s.status from observed_status s where s.household_id = h.id and s.since > period.last
                         order by s.since, s.revision limit 1) = 'EXITED' then 'POOR'
                   else h.status end) as status
            """;

    private static final String BY_COUNTY =
            DUTY.formatted("v.village_code between ? and ?", "p.village_code between ? and ?")
                    + """
            select c.code::text as subject, c.code as division, d.due, d.visited, d.incomes, r.poor, r.paired, q.raised, q.in_time,
                   0 as absences,
            """
                    + GRAVE.formatted("DIVISION", "e.division = c.code")
                    + """
            from (select ?::bigint as code, ?::bigint as upto) c
            cross join lateral (
              select sum(due) as due, sum(visited) as visited, sum(incomes) as incomes from duty) d
            cross join lateral (
              select count(*) as poor, count(*) filter (where exists (
                  select from pairing p
                  where p.household_id = h.id and p.since <= period.last and (p.until is null or p.until >= period.last))) as paired
              from period, observed_household h
              cross join lateral (%s) last_day
              where h.village_code between c.code and c.upto and last_day.status in ('POOR', 'RETURNED')) r
            cross join lateral (
              select count(*) as raised, count(*) filter (where escalations = 0) as in_time
              from problem, period
              where division between c.code and c.upto and raised_on between period.first and period.last) q
            """.formatted(THEN);

    private static final long COUNTY = 1_000_000;

    private final Database database;

    Figures(Database database) {
        this.database = database;
    }

    /**
     * A subject as counted.
     *
     * @param counted reached and due by criterion
     * @param absences found, as {@link Evaluation.Absence} counts them
     * @param grave whether a grave entry of the black list was published against it
     */
    record Counted(String subject, long division, Map<Criterion, long[]> counted, int absences, boolean grave) {}

    /**
     * The counties in which units help, or which identification knows, in a division; where units or helpers are the
     * subjects, also the cities and the region of which units help everywhere in them.
     */
    List<Long> counties(Area area, SubjectKind kind) {
        boolean also = kind == SubjectKind.UNIT || kind == SubjectKind.HELPER;
        return database.list("""
                select distinct code - code % 1000000 as code
                from (select division as code from unit union all select code from observed_division where level = 'COUNTY') known
                where code between ? and ? and (? or code % 100000000 >= 1000000) order by 1
                """, row -> row.getLong("code"), area.from(), area.to(), also);
    }

    List<Counted> of(SubjectKind kind, long county, LocalDate first, LocalDate last) {
        var query =
                switch (kind) {
                    case HELPER -> BY_HELPER;
                    case UNIT -> BY_UNIT;
                    case COUNTY -> BY_COUNTY;
                    case TEAM -> throw new IllegalArgumentException("Teams are counted by TeamFigures");
                };
        long upto = county + COUNTY - 1;
        return database.list(query, Figures::read, first, last, county, upto, county, upto, county, upto);
    }

    private static Counted read(ResultSet row) throws SQLException {
        Map<Criterion, long[]> counted = new EnumMap<>(Criterion.class);
        counted.put(Criterion.VISITS, new long[] {row.getLong("visited"), row.getLong("due")});
        counted.put(Criterion.INCOMES, new long[] {row.getLong("incomes"), row.getLong("due")});
        counted.put(Criterion.PAIRED, new long[] {row.getLong("paired"), row.getLong("poor")});
        counted.put(Criterion.PROBLEMS, new long[] {row.getLong("in_time"), row.getLong("raised")});
        return new Counted(
                row.getString("subject"),
                row.getLong("division"),
                counted,
                row.getInt("absences"),
                row.getBoolean("grave"));
    }
}
