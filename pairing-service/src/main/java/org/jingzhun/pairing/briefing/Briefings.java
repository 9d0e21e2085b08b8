package org.jingzhun.pairing.briefing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Level;

/** Writes a week's counts when it is over, and reads them for a division. */
@ApplicationScoped
public class Briefings {

    private static final Caller WRITER = Caller.system("briefings");
    /** Weeks that are looked back for one that was missed. */
    private static final int WEEKS_BACK = 4;

    private static final String BEGIN =
            "insert into briefing_week (monday, written_at) values (?, ?) on conflict (monday) do nothing";

    /** Of the last weeks those after the first that was ever written, or the last alone while none was. */
    private static final String MISSING = """
            select week::date from (select ?::date as last) l, generate_series(
              greatest(l.last - 7 * (? - 1), coalesce((select min(monday) from briefing_week), l.last)), l.last,
              interval '7 days') week
            where not exists (select from briefing_week where monday = week::date) order by 1
            """;

    /** One pass over each table, then one row a place. Places are townships, or higher divisions themselves. */
    private static final String WRITE = """
            with week as (select ?::date as monday, ?::date as sunday, ?::timestamptz as begin, ?::timestamptz as finish)
            insert into briefing_row
            select max(w.monday), place, sum(raised), sum(closed), sum(escalated), sum(open), sum(overdue), sum(inspections),
                   sum(red), sum(black), sum(pairings), sum(visited)
            from week w, lateral (
              select division - division % 1000 as place,
                     count(*) filter (where raised_on between w.monday and w.sunday) as raised,
                     count(*) filter (where ended_on between w.monday and w.sunday) as closed, 0 as escalated,
                     count(*) filter (where raised_on <= w.sunday and (ended_on is null or ended_on > w.sunday)) as open,
                     count(*) filter (where state = 'OPEN' and deadline <= w.sunday) as overdue,
                     0 as inspections, 0 as red, 0 as black, 0 as pairings, 0 as visited
              from problem where raised_on <= w.sunday and (ended_on is null or ended_on >= w.monday) group by 1
              union all
              select division - division % 1000, 0, 0, count(*), 0, 0, 0, 0, 0, 0, 0
              from procedure_signature where step = 'ESCALATE' and taken_at >= w.begin and taken_at < w.finish group by 1
              union all
              select village_code - village_code % 1000, 0, 0, 0, 0, 0, count(*), 0, 0, 0, 0
              from inspection where state = 'REPORTED' and inspected_on between w.monday and w.sunday group by 1
              union all
              select division - division % 1000, 0, 0, 0, 0, 0, 0, count(*) filter (where colour = 'RED'),
                     count(*) filter (where colour = 'BLACK'), 0, 0
              from list_entry where published_on between w.monday and w.sunday group by 1
              union all
              select village_code - village_code % 1000, 0, 0, 0, 0, 0, 0, 0, 0, count(*), 0
              from pairing where since <= w.sunday and (until is null or until > w.sunday) group by 1
              union all
              select village_code - village_code % 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(distinct household_id)
              from visit where visited_on between w.monday and w.sunday group by 1) counted
            group by place
            """;

    private static final String READ = """
            select coalesce(d.name, '') as name, r.*
            from (select place - place % ? as division, sum(raised) as raised, sum(closed) as closed,
                         sum(escalated) as escalated, sum(open) as open, sum(overdue) as overdue,
                         sum(inspections) as inspections, sum(red) as red, sum(black) as black, sum(pairings) as pairings,
                         sum(visited) as visited
                  from briefing_row where monday = ? and place between ? and ? group by 1) r
            left join observed_division d on d.code = r.division
            order by r.division
            """;

    private final Database database;
    private final Clock clock;

    Briefings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every hour: a service that was down in the night to Monday makes up for it when it is back. */
    @Scheduled(cron = "{jingzhun.briefings.write:0 20 * * * ?}", timeZone = "Asia/Shanghai")
    @RunOnVirtualThread
    void writeMissing() {
        var unused = writeMissing(Clocks.today(clock));
    }

    /**
     * Writes what is missing of the last weeks that were over by a day, as it is known now; of several services that do so
     * at once, one writes a week.
     *
     * @return the Mondays of the weeks that were written now, not before, in their order
     */
    public List<LocalDate> writeMissing(LocalDate day) {
        var thisWeek = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return missing(thisWeek.minusWeeks(1)).stream().filter(this::write).toList();
    }

    private List<LocalDate> missing(LocalDate last) {
        return CallerScope.call(WRITER, () -> QuarkusTransaction.requiringNew()
                .call(() -> database.list(MISSING, row -> row.getObject(1, LocalDate.class), last, WEEKS_BACK)));
    }

    /** @return whether the week was written now, not before */
    public boolean write(LocalDate monday) {
        return CallerScope.call(WRITER, () -> QuarkusTransaction.requiringNew().call(() -> writeOnce(monday)));
    }

    private boolean writeOnce(LocalDate monday) {
        if (database.execute(BEGIN, monday, clock.instant()) == 0) {
            return false;
        }
        var begin = monday.atStartOfDay(Clocks.SHANGHAI).toInstant();
        var next = monday.plusWeeks(1);
        var end = next.atStartOfDay(Clocks.SHANGHAI).toInstant();
        return database.execute(WRITE, monday, next.minusDays(1), begin, end) >= 0;
    }

    /**
     * @param division a region, city or county, or a part of one, 12 digits
     * @return empty while the week is not written
     */
    @Transactional
    public Optional<Briefing> find(long division, LocalDate monday) {
        return database.find(
                        "select written_at from briefing_week where monday = ?",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        monday)
                .map(written -> {
                    var area = Area.ofPrefix(Long.toString(division));
                    var rows =
                            database.list(READ, Briefings::read, unitBelow(division), monday, area.from(), area.to());
                    return new Briefing(division, name(division), monday, written, rows);
                });
    }

    private String name(long division) {
        return database.find("select name from observed_division where code = ?", row -> row.getString(1), division)
                .orElse("");
    }

    private static long unitBelow(long division) {
        return switch (Level.of(division)) {
            case REGION -> Level.CITY.unit();
            case CITY -> Level.COUNTY.unit();
            case COUNTY, TOWNSHIP, VILLAGE -> Level.TOWNSHIP.unit();
        };
    }

    private static Briefing.Row read(ResultSet row) throws SQLException {
        return new Briefing.Row(
                row.getLong("division"),
                row.getString("name"),
                new Briefing.Counts(
                        row.getLong("raised"),
                        row.getLong("closed"),
                        row.getLong("escalated"),
                        row.getLong("open"),
                        row.getLong("overdue"),
                        row.getLong("inspections"),
                        row.getLong("red"),
                        row.getLong("black"),
                        row.getLong("pairings"),
                        row.getLong("visited")));
    }
}
