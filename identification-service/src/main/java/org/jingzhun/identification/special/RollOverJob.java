package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.identification.special.facts.Parameter.Rule;
import org.jingzhun.identification.special.facts.Parameters;
import org.jingzhun.identification.special.facts.SchoolLevel;
import org.jingzhun.identification.special.facts.Student;

/**
 * Takes all who are at school into the next school year (学年升级): into the next grade, or from the last one to graduation.
 * County by county; whoever was taken before is not due again.
 */
@ApplicationScoped
public class RollOverJob implements JobKind {

    static final String KIND = "school-year-roll-over";

    private static final String COUNTIES = """
            select distinct village_code / 1000000 * 1000000 from special_record
            where register = 'STUDENT' and stage = 'ENROLLED' and school_year = ? and village_code between ? and ?
            order by 1
            """;

    private static final String ROLL_OVER = """
            with due as (
              select r.id, cast(r.facts ->> 'grade' as integer) >= l.last as graduates
              from special_record r join unnest(?, ?) as l (level, last) on l.level = r.kind
              where r.register = 'STUDENT' and r.stage = 'ENROLLED' and r.school_year = ?
                and r.village_code between ? and ? and r.village_code between ? and ?
              for update of r),
            changed as (
              update special_record r
              set stage = case when d.graduates then 'GRADUATED' else 'ENROLLED' end, stage_on = greatest(r.stage_on, ?),
                  facts = case when d.graduates then r.facts
                    else r.facts || jsonb_build_object('grade', cast(r.facts ->> 'grade' as integer) + 1, 'schoolYear', ?)
                    end,
                  revision = r.revision + 1
              from due d where d.id = r.id
              returning r.*),
            told as (
            """ + Ledger.TELL + """
              select id, revision, village_code, case stage when 'GRADUATED' then 'GRADUATION' else 'PROMOTION' end, stage,
                     stage_on, null, null, '{}', facts, null, ?, ?, ? from changed)
            select count(*) filter (where stage = 'ENROLLED'), count(*) filter (where stage = 'GRADUATED') from changed
            """;

    private static final long COUNTY_SPAN = 999_999;

    private final Rulebook rulebook;
    private final CurrentCaller caller;
    private final Clock clock;

    RollOverJob(Rulebook rulebook, CurrentCaller caller, Clock clock) {
        this.rulebook = rulebook;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param schoolYear the one that begins */
    record Order(long from, long to, int schoolYear) {}

    /** How many students went on and how many graduated. */
    public record Summary(int schoolYear, long promoted, long graduated) {}

    private record Done(long county, Summary summary, int counties) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        Order order = run.input(Order.class);
        Done done = run.checkpoint(Done.class).orElse(new Done(0, new Summary(order.schoolYear(), 0, 0), 0));
        List<Long> counties = new ArrayList<>();
        Done before = done;
        run.inChunk(connection -> {
            counties.addAll(counties(connection, order));
            return new Progress(before, before.counties());
        });
        run.total(counties.size() + done.counties());
        for (long county : counties) {
            Done last = done;
            done = (Done) run.inChunk(connection -> {
                        Summary summary = rollOver(connection, order, county, last.summary());
                        return new Progress(new Done(county, summary, last.counties() + 1), last.counties() + 1);
                    })
                    .checkpoint();
        }
        return Outcome.succeeded(done.summary());
    }

    private static List<Long> counties(Connection connection, Order order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNTIES)) {
            select.setInt(1, order.schoolYear() - 1);
            select.setLong(2, order.from());
            select.setLong(3, order.to());
            List<Long> counties = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counties.add(row.getLong(1));
                }
            }
            return counties;
        }
    }

    private Summary rollOver(Connection connection, Order order, long county, Summary before) throws SQLException {
        LocalDate day = Student.firstDay(order.schoolYear());
        Parameters schooling = rulebook.inForce(Rule.SCHOOLING, county, day);
        List<SchoolLevel> levels = Arrays.asList(SchoolLevel.values());
        try (PreparedStatement roll = connection.prepareStatement(ROLL_OVER)) {
            roll.setArray(1, connection.createArrayOf("text", levels.toArray()));
            roll.setArray(
                    2,
                    connection.createArrayOf(
                            "integer",
                            levels.stream()
                                    .map(level -> level.lastGrade(schooling))
                                    .toArray()));
            roll.setInt(3, order.schoolYear() - 1);
            roll.setLong(4, county);
            roll.setLong(5, county + COUNTY_SPAN);
            roll.setLong(6, order.from());
            roll.setLong(7, order.to());
            roll.setObject(8, day);
            roll.setInt(9, order.schoolYear());
            return tell(roll, before);
        }
    }

    private Summary tell(PreparedStatement roll, Summary before) throws SQLException {
        Caller acting = caller.get();
        roll.setString(10, acting.subject());
        roll.setString(11, acting.name());
        roll.setObject(12, clock.instant().atOffset(ZoneOffset.UTC));
        try (ResultSet row = roll.executeQuery()) {
            row.next();
            return new Summary(
                    before.schoolYear(), before.promoted() + row.getLong(1), before.graduated() + row.getLong(2));
        }
    }
}
