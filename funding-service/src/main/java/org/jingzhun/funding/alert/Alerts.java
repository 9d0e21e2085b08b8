package org.jingzhun.funding.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All alerts within the caller's area. */
@ApplicationScoped
public class Alerts {

    private static final String LIST = """
            select * from alert
            where division between ? and ? and (?::text is null or kind = ?::text) and (?::text is null or state = ?::text)
              and (?::date is null or (deadline < ?::date and state in ('OPEN', 'ASSIGNED', 'EXPLAINED')))
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    private final Database database;

    Alerts(Database database) {
        this.database = database;
    }

    public Optional<Alert> find(UUID id) {
        return database.find("select * from alert where id = ?", Alerts::read, id);
    }

    Optional<Alert> lock(UUID id) {
        return database.find("select * from alert where id = ? for update", Alerts::read, id);
    }

    /**
     * Which alerts are meant; null means any.
     *
     * @param overdueOn those under way whose deadline was before this day
     */
    public record Filter(
            @Nullable AlertKind kind,
            @Nullable AlertState state,
            @Nullable LocalDate overdueOn) {}

    /** In the order of their ids. */
    public List<Alert> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var kind = filter.kind() == null ? null : filter.kind().name();
        var state = filter.state() == null ? null : filter.state().name();
        var overdueOn = filter.overdueOn();
        return database.list(
                LIST,
                Alerts::read,
                area.from(),
                area.to(),
                kind,
                kind,
                state,
                state,
                overdueOn,
                overdueOn,
                after,
                after,
                limit);
    }

    void move(UUID id, AlertState state, @Nullable String owner, @Nullable LocalDate endedOn) {
        database.execute(
                "update alert set state = ?, owner = ?::text, ended_on = ?::date, version = version + 1 where id = ?",
                state.name(),
                owner,
                endedOn,
                id);
    }

    private static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                AlertKind.valueOf(row.getString("kind")),
                row.getLong("county"),
                row.getLong("division"),
                row.getString("rule_version"),
                Arrays.stream((Object[]) row.getArray("facts").getArray())
                        .map(String::valueOf)
                        .toList(),
                Arrays.stream((Object[]) row.getArray("ids").getArray())
                        .map(UUID.class::cast)
                        .toList(),
                AlertState.valueOf(row.getString("state")),
                row.getString("owner_role"),
                row.getString("owner"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("changed_on", LocalDate.class),
                row.getObject("deadline", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getLong("version"));
    }
}
