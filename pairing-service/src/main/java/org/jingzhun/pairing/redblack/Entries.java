package org.jingzhun.pairing.redblack;

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
import org.jspecify.annotations.Nullable;

/** All entries within the caller's area. */
@ApplicationScoped
public class Entries {

    private static final String INSERT = """
            insert into list_entry (id, colour, subject_kind, subject_id, division, problem_id, reason, grave, state, rule_version)
            values (?, ?, ?, ?::uuid, ?, ?::uuid, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String MOVE = """
            update list_entry set state = ?, reply_by = ?::date, published_on = ?::date, rectify_by = ?::date,
              expires_on = ?::date, ended_on = ?::date, version = version + 1
            where id = ?
            """;
    private static final String LIST = """
            select * from list_entry
            where division between ? and ? and (?::text is null or colour = ?::text) and (?::text is null or state = ?::text)
              and (?::date is null or (rectify_by < ?::date and state = 'PUBLISHED'))
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    /** Praise ends with its time; a fault stays until it is lifted. */
    private static final String EXPIRE = """
            with over as (
              update list_entry set state = 'EXPIRED', ended_on = ?::date, version = version + 1
               where state = 'PUBLISHED' and colour = 'RED' and expires_on < ?::date
              returning id, division)
            insert into procedure_signature (subject, position, division, step, taken_by, name, role, remark, taken_at)
            select o.id, (select count(*) from procedure_signature s where s.subject = o.id), o.division, 'EXPIRE', ?, ?, ?, '', ?
            from over o returning subject
            """;

    private final Database database;

    Entries(Database database) {
        this.database = database;
    }

    List<Entry> list(List<UUID> ids) {
        return database.list("select * from list_entry where id = any (?::uuid[]) order by id", Entries::read, (Object)
                ids.toArray(UUID[]::new));
    }

    public Optional<Entry> find(UUID id) {
        return database.find("select * from list_entry where id = ?", Entries::read, id);
    }

    Optional<Entry> lock(UUID id) {
        return database.find("select * from list_entry where id = ? for update", Entries::read, id);
    }

    /** Whether this service knows who is meant, in that division. */
    boolean knows(Entry entry) {
        var area = Area.ofPrefix(Long.toString(entry.division()));
        return switch (entry.subjectKind()) {
            case DIVISION -> exists("select true from observed_division where code = ?", entry.division());
            case UNIT ->
                exists(
                        "select true from unit where id = ? and division between ? and ?",
                        entry.subjectId(),
                        area.from(),
                        area.to());
            case HELPER ->
                exists(
                        "select true from helper where id = ? and division between ? and ?",
                        entry.subjectId(),
                        area.from(),
                        area.to());
        };
    }

    private boolean exists(String query, @Nullable Object... parameters) {
        return database.find(query, row -> row.getBoolean(1), parameters).isPresent();
    }

    /** @return whether it is new */
    boolean add(Entry entry) {
        return database.execute(
                        INSERT,
                        entry.id(),
                        entry.colour().name(),
                        entry.subjectKind().name(),
                        entry.subjectId(),
                        entry.division(),
                        entry.problemId(),
                        entry.reason(),
                        entry.grave(),
                        entry.state().name(),
                        entry.ruleVersion())
                == 1;
    }

    void move(Entry to) {
        database.execute(
                MOVE,
                to.state().name(),
                to.replyBy(),
                to.publishedOn(),
                to.rectifyBy(),
                to.expiresOn(),
                to.endedOn(),
                to.id());
    }

    /** @return which left the list */
    List<UUID> expire(LocalDate today, Caller clock, Instant now) {
        return database.list(
                EXPIRE,
                row -> row.getObject("subject", UUID.class),
                today,
                today,
                clock.subject(),
                clock.name(),
                EntryStep.CLOCK,
                now);
    }

    /**
     * Which are meant; null means any.
     *
     * @param overdueOn faults that are not put right, and whose time for it was over before this day (逾期未整改)
     */
    public record Filter(
            @Nullable Colour colour,
            @Nullable EntryState state,
            @Nullable LocalDate overdueOn) {}

    /** In the order of their ids. */
    public List<Entry> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var colour = filter.colour() == null ? null : filter.colour().name();
        var state = filter.state() == null ? null : filter.state().name();
        return database.list(
                LIST,
                Entries::read,
                area.from(),
                area.to(),
                colour,
                colour,
                state,
                state,
                filter.overdueOn(),
                filter.overdueOn(),
                after,
                after,
                limit);
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                Colour.valueOf(row.getString("colour")),
                Entry.SubjectKind.valueOf(row.getString("subject_kind")),
                row.getObject("subject_id", UUID.class),
                row.getLong("division"),
                row.getObject("problem_id", UUID.class),
                row.getString("reason"),
                row.getBoolean("grave"),
                EntryState.valueOf(row.getString("state")),
                row.getString("rule_version"),
                row.getObject("reply_by", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getObject("rectify_by", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getLong("version"));
    }
}
