package org.jingzhun.pairing.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.access.Level;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** All problems within the caller's area. */
@ApplicationScoped
public class ProblemRows {

    private static final String INSERT = """
            insert into problem (id, division, household_id, title, details, source, source_id, level, state, rule_version,
              raised_on, deadline)
            values (?, ?, ?::uuid, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String MOVE = """
            update problem set state = ?, level = ?, rule_version = ?, deadline = ?, escalations = ?, ended_on = ?::date,
              version = version + 1
            where id = ?
            """;
    private static final String LIST = """
            select * from problem
            where division between ? and ? and (?::text is null or state = ?::text) and (?::text is null or level = ?::text)
              and (?::date is null or (deadline < ?::date and state = 'OPEN'))
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    /** Passes what is overdue to the next level, with a week of that level and a signature of the calendar. */
    private static final String ESCALATE = """
            with due as (
              select id from problem where state = 'OPEN' and deadline < ?::date and level <> 'REGION' for update skip locked),
            raised as (
              update problem p
                 set level = case p.level when 'COUNTY' then 'CITY' else 'REGION' end, rule_version = ?,
                     deadline = ?::date + case p.level when 'COUNTY' then ? else ? end,
                     escalations = p.escalations + 1, version = p.version + 1
                from due where p.id = due.id
              returning p.id, p.division)
            insert into procedure_signature (subject, position, division, step, taken_by, name, role, remark, taken_at)
            select r.id, (select count(*) from procedure_signature s where s.subject = r.id), r.division, 'ESCALATE', ?, ?, ?, '', ?
            from raised r returning subject
            """;

    private final Database database;

    ProblemRows(Database database) {
        this.database = database;
    }

    List<Problem> list(List<UUID> ids) {
        return database.list("select * from problem where id = any (?::uuid[]) order by id", ProblemRows::read, (Object)
                ids.toArray(UUID[]::new));
    }

    public Optional<Problem> find(UUID id) {
        return database.find("select * from problem where id = ?", ProblemRows::read, id);
    }

    Optional<Problem> lock(UUID id) {
        return database.find("select * from problem where id = ? for update", ProblemRows::read, id);
    }

    /** @return whether it is new */
    boolean add(Problem problem) {
        return database.execute(
                        INSERT,
                        problem.id(),
                        problem.division(),
                        problem.householdId(),
                        problem.title(),
                        problem.details(),
                        problem.source().name(),
                        problem.sourceId(),
                        problem.level().name(),
                        problem.state().name(),
                        problem.ruleVersion(),
                        problem.raisedOn(),
                        problem.deadline())
                == 1;
    }

    void move(Problem to) {
        database.execute(
                MOVE,
                to.state().name(),
                to.level().name(),
                to.ruleVersion(),
                to.deadline(),
                to.escalations(),
                to.endedOn(),
                to.id());
    }

    /** @return which went up */
    List<UUID> escalate(LocalDate today, PolicyVersion days, Caller clock, Instant now) {
        return database.list(
                ESCALATE,
                row -> row.getObject("subject", UUID.class),
                today,
                days.version(),
                today,
                days.get(Level.CITY),
                days.get(Level.REGION),
                clock.subject(),
                clock.name(),
                ProblemStep.CLOCK,
                now);
    }

    /**
     * Which are meant; null means any.
     *
     * @param overdueOn those open whose deadline was before this day
     */
    public record Filter(
            @Nullable ProblemState state,
            @Nullable Level level,
            @Nullable LocalDate overdueOn) {}

    /** In the order of their ids. */
    public List<Problem> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var state = filter.state() == null ? null : filter.state().name();
        var level = filter.level() == null ? null : filter.level().name();
        return database.list(
                LIST,
                ProblemRows::read,
                area.from(),
                area.to(),
                state,
                state,
                level,
                level,
                filter.overdueOn(),
                filter.overdueOn(),
                after,
                after,
                limit);
    }

    private static Problem read(ResultSet row) throws SQLException {
        return new Problem(
                row.getObject("id", UUID.class),
                row.getLong("division"),
                row.getObject("household_id", UUID.class),
                row.getString("title"),
                row.getString("details"),
                Problem.Source.valueOf(row.getString("source")),
                row.getObject("source_id", UUID.class),
                Level.valueOf(row.getString("level")),
                ProblemState.valueOf(row.getString("state")),
                row.getString("rule_version"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("deadline", LocalDate.class),
                row.getInt("escalations"),
                row.getObject("ended_on", LocalDate.class),
                row.getLong("version"));
    }
}
