package org.jingzhun.pairing.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.evaluation.scoring.Criterion;

/** What the resident teams of a county reached in a year (驻村工作队), one statement for all of them. */
@ApplicationScoped
class TeamFigures {

    /**
     * Only months that are over and in which a member was bound to the village from the first day to the last are due. A
     * grave entry is against the team when it names the village, a member, the unit of a member or the village's unit.
     */
    private static final String LIST = """
            with period as (select ?::date as first, ?::date as last, ?::int as days),
            month as (
              select m::date as first, (m + interval '1 month - 1 day')::date as last
              from period, generate_series(period.first::timestamp, period.last::timestamp, interval '1 month') m
              where (m + interval '1 month - 1 day')::date <= period.last),
            member as (
              select l.division as village, l.helper_id, l.since, l.until
              from link l, period
              where l.kind in ('FIRST_SECRETARY', 'TEAM_MEMBER') and l.division between ? and ?
                and l.since <= period.last and (l.until is null or l.until >= period.first)),
            stay as (
              select s.village, count(*) as months, sum(s.due) as due, sum(least(s.present, s.due)) as present,
                     count(*) filter (where s.absences = 0) as disciplined
              from (select b.village, d.present, d.absences, greatest(0, period.days - d.leave) as due
                    from period, (select distinct r.village, r.helper_id, m.first, m.last
                                  from member r
                                  join month m on r.since <= m.first and (r.until is null or r.until >= m.last)) b
                    cross join lateral (
                      select coalesce(sum(days) filter (where kind = 'PRESENT'), 0) as present,
                             coalesce(sum(days) filter (where kind = 'LEAVE'), 0) as leave,
                             count(*) filter (where kind = 'ABSENCE') as absences
                      from (select kind, least(last_on, b.last) - greatest(first_on, b.first) + 1 as days
                            from duty_record
                            where helper_id = b.helper_id and village_code = b.village and first_on <= b.last
                              and last_on >= b.first and state in ('NOTED', 'GRANTED')) r) d) s
              group by s.village),
            seen as (
              select distinct v.pairing_id, date_trunc('month', v.visited_on)::date as first
              from visit v, period
              where v.village_code between ? and ? and v.visited_on between period.first and period.last
                and not exists (select from visit c where c.corrects = v.id)),
            visiting as (
              select p.village_code as village, count(*) as due, count(s.first) as visited
              from pairing p
              join month m on p.since <= m.first and (p.until is null or p.until >= m.last)
              left join seen s on s.pairing_id = p.id and s.first = m.first
              where p.village_code between ? and ?
              group by p.village_code)
            select t.village, s.months, s.due, s.present, s.disciplined, v.due as visits_due, v.visited,
                   (select coalesce(max(a.found), 0)
                    from (select count(*) as found from duty_record r, period
                          where r.village_code = t.village and r.kind = 'ABSENCE' and r.first_on <= period.last
                            and r.last_on >= period.first
                          group by r.helper_id) a) as absences,
                   exists (
                     select from list_entry e, period
                     where e.grave and e.published_on between period.first and period.last
                       and (e.subject_kind = 'DIVISION' and e.division = t.village
                            or e.subject_kind = 'HELPER'
                               and e.subject_id in (select helper_id from member m where m.village = t.village)
                            or e.subject_kind = 'UNIT'
                               and e.subject_id in (
                                 select h.unit_id from member m join helper h on h.id = m.helper_id
                                 where m.village = t.village
                                 union all
                                 select l.unit_id from link l
                                 where l.kind = 'UNIT_VILLAGE' and l.division = t.village and l.since <= period.last
                                   and (l.until is null or l.until >= period.first)))) as grave
            from (select distinct village from member) t
            left join stay s on s.village = t.village
            left join visiting v on v.village = t.village
            order by t.village
            """;

    private static final long COUNTY = 1_000_000;

    private final Database database;

    TeamFigures(Database database) {
        this.database = database;
    }

    /** @param days in the village that are due from a member in a month, before leave */
    List<Figures.Counted> list(long county, LocalDate first, LocalDate last, int days) {
        long upto = county + COUNTY - 1;
        return database.list(LIST, TeamFigures::read, first, last, days, county, upto, county, upto, county, upto);
    }

    private static Figures.Counted read(ResultSet row) throws SQLException {
        Map<Criterion, long[]> counted = new EnumMap<>(Criterion.class);
        counted.put(Criterion.DUTY_DAYS, new long[] {row.getLong("present"), row.getLong("due")});
        counted.put(Criterion.PRESENCE, new long[] {row.getLong("disciplined"), row.getLong("months")});
        counted.put(Criterion.VISITS, new long[] {row.getLong("visited"), row.getLong("visits_due")});
        return new Figures.Counted(
                row.getString("village"),
                row.getLong("village"),
                counted,
                row.getInt("absences"),
                row.getBoolean("grave"));
    }
}
