package org.jingzhun.pairing.responsibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All letters within the caller's area. */
@ApplicationScoped
public class Letters {

    private static final String ADD = """
            insert into letter (id, year, upper, lower, document, duties, targets, state)
            values (?, ?, ?, ?, ?, ?, ?::uuid[], ?)
            on conflict do nothing
            """;
    private static final String LIST = """
            select * from letter
            where lower between ? and ? and (?::int is null or year = ?::int) and (?::text is null or state = ?::text)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    private final Database database;

    Letters(Database database) {
        this.database = database;
    }

    public Optional<Letter> find(UUID id) {
        return database.find("select * from letter where id = ?", Letters::read, id);
    }

    Optional<Letter> lock(UUID id) {
        return database.find("select * from letter where id = ? for update", Letters::read, id);
    }

    Optional<Letter> standing(long lower, int year) {
        return database.find(
                "select * from letter where lower = ? and year = ? and state <> 'WITHDRAWN'",
                Letters::read,
                lower,
                year);
    }

    /** @return whether it is new, and none stood */
    boolean add(Letter letter) {
        return database.execute(
                        ADD,
                        letter.id(),
                        letter.year(),
                        letter.upper(),
                        letter.lower(),
                        letter.document(),
                        letter.duties().toArray(),
                        letter.targets().toArray(UUID[]::new),
                        letter.state().name())
                == 1;
    }

    void move(UUID id, LetterState to) {
        database.execute("update letter set state = ?, version = version + 1 where id = ?", to.name(), id);
    }

    /** In the order of their ids. */
    public List<Letter> list(
            Area area, @Nullable Integer year, @Nullable LetterState state, @Nullable UUID after, int limit) {
        var named = state == null ? null : state.name();
        return database.list(
                LIST, Letters::read, area.from(), area.to(), year, year, named, named, after, after, limit);
    }

    private static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getLong("upper"),
                row.getLong("lower"),
                row.getString("document"),
                elements(row, "duties").map(String::valueOf).toList(),
                elements(row, "targets").map(UUID.class::cast).toList(),
                LetterState.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static Stream<Object> elements(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray());
    }
}
