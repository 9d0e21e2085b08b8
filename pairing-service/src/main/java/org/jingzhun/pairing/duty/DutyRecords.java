package org.jingzhun.pairing.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All duty records within the caller's area. */
@ApplicationScoped
public class DutyRecords {

    private static final String ADD = """
            insert into duty_record (id, helper_id, village_code, kind, first_on, last_on, state, remark, rule_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String OVERLAP = """
            select id from duty_record
            where helper_id = ? and id <> ? and first_on <= ? and last_on >= ? and state in ('NOTED', 'REQUESTED', 'GRANTED')
              and (kind = 'ABSENCE') = ?
            limit 1
            """;
    private static final String RESIDENT = """
            select coalesce(range_agg(daterange(since, until, '[]')) @> daterange(?::date, ?::date, '[]'), false)
            from link
            where helper_id = ? and division = ? and kind in ('FIRST_SECRETARY', 'TEAM_MEMBER')
            """;
    private static final String LIST = """
            select * from duty_record
            where village_code between ? and ? and (?::uuid is null or helper_id = ?::uuid)
              and (?::text is null or kind = ?::text) and (?::date is null or last_on >= ?::date)
              and (?::date is null or first_on <= ?::date) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    /**
     * One row a person: this month's days, and the year's leave and absence until its end. Whoever resides on a day of the
     * month has a row, also without a record: its village then is that of the link.
     */
    private static final String MONTH = """
            with span as (select ?::date as first, ?::date as last, ?::date as year),
            day as (
              select r.helper_id, r.village_code, r.kind,
                     greatest(0, least(r.last_on, s.last) - greatest(r.first_on, s.first) + 1) as in_month,
                     least(r.last_on, s.last) - greatest(r.first_on, s.year) + 1 as in_year
              from duty_record r, span s
              where r.village_code between ? and ? and r.first_on <= s.last and r.last_on >= s.year
                and r.state in ('NOTED', 'GRANTED')
              union all
              select l.helper_id, l.division, 'RESIDES', 0, 0
              from link l, span s
              where l.division between ? and ? and l.kind in ('FIRST_SECRETARY', 'TEAM_MEMBER')
                and l.since <= s.last and (l.until is null or l.until >= s.first))
            select helper_id,
                   coalesce(max(village_code) filter (where kind = 'RESIDES'), max(village_code)) as village_code,
                   coalesce(sum(in_month) filter (where kind = 'PRESENT'), 0) as present,
                   coalesce(sum(in_month) filter (where kind = 'LEAVE'), 0) as leave,
                   coalesce(sum(in_year) filter (where kind = 'LEAVE'), 0) as leave_in_year,
                   count(*) filter (where kind = 'ABSENCE') as absences_in_year
            from day where (?::uuid is null or helper_id > ?::uuid)
            group by helper_id order by helper_id limit ?
            """;

    private final Database database;

    DutyRecords(Database database) {
        this.database = database;
    }

    public Optional<DutyRecord> find(UUID id) {
        return database.find("select * from duty_record where id = ?", DutyRecords::read, id);
    }

    Optional<DutyRecord> lock(UUID id) {
        return database.find("select * from duty_record where id = ? for update", DutyRecords::read, id);
    }

    boolean isHelper(UUID helper) {
        return database.find("select helper_exists(?)", row -> row.getBoolean(1), helper)
                .orElseThrow();
    }

    /** Whether links as first secretary or team member of the village hold on each of the days. */
    boolean isResident(UUID helper, long village, LocalDate first, LocalDate last) {
        return database.find(RESIDENT, row -> row.getBoolean(1), first, last, helper, village)
                .orElseThrow();
    }

    /** Another record of the same days; records of one person are looked at one after the other. */
    Optional<UUID> overlapping(DutyRecord record) {
        database.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 51))",
                row -> true,
                record.helperId().toString());
        return database.find(
                OVERLAP,
                row -> row.getObject("id", UUID.class),
                record.helperId(),
                record.id(),
                record.lastOn(),
                record.firstOn(),
                record.kind() == DutyRecord.Kind.ABSENCE);
    }

    /** @return whether it is new */
    boolean add(DutyRecord record) {
        return database.execute(
                        ADD,
                        record.id(),
                        record.helperId(),
                        record.villageCode(),
                        record.kind().name(),
                        record.firstOn(),
                        record.lastOn(),
                        record.state().name(),
                        record.remark(),
                        record.ruleVersion())
                == 1;
    }

    void move(UUID id, LeaveState to) {
        database.execute("update duty_record set state = ?, version = version + 1 where id = ?", to.name(), id);
    }

    /** Which are meant; null means any. */
    public record Filter(
            @Nullable UUID helper,
            DutyRecord.@Nullable Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** In the order of their ids. */
    public List<DutyRecord> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var kind = filter.kind() == null ? null : filter.kind().name();
        return database.list(
                LIST,
                DutyRecords::read,
                area.from(),
                area.to(),
                filter.helper(),
                filter.helper(),
                kind,
                kind,
                filter.from(),
                filter.from(),
                filter.to(),
                filter.to(),
                after,
                after,
                limit);
    }

    /**
     * A person's month, and its year until the end of that month.
     *
     * @param present days in the village in the month
     * @param leave days of granted leave in the month
     * @param absences found in the year
     */
    public record Month(UUID helperId, long villageCode, int present, int leave, int leaveInYear, int absences) {}

    /** Of everybody who resides on a day of the month or has a record in the year, in the order of their ids. */
    public List<Month> month(Area area, YearMonth month, @Nullable UUID after, int limit) {
        return database.list(
                MONTH,
                row -> new Month(
                        row.getObject("helper_id", UUID.class),
                        row.getLong("village_code"),
                        row.getInt("present"),
                        row.getInt("leave"),
                        row.getInt("leave_in_year"),
                        row.getInt("absences_in_year")),
                month.atDay(1),
                month.atEndOfMonth(),
                LocalDate.of(month.getYear(), 1, 1),
                area.from(),
                area.to(),
                area.from(),
                area.to(),
                after,
                after,
                limit);
    }

    private static DutyRecord read(ResultSet row) throws SQLException {
        return new DutyRecord(
                row.getObject("id", UUID.class),
                row.getObject("helper_id", UUID.class),
                row.getLong("village_code"),
                DutyRecord.Kind.valueOf(row.getString("kind")),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                LeaveState.valueOf(row.getString("state")),
                row.getString("remark"),
                row.getString("rule_version"),
                row.getLong("version"));
    }
}
