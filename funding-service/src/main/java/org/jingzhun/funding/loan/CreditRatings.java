package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.rating.Found;
import org.jspecify.annotations.Nullable;

/** All credit ratings within the caller's area. */
@ApplicationScoped
public class CreditRatings {

    private static final String INSERT = """
            insert into credit_rating (id, household_id, village, version, findings, points, grade, line_fen, rated_on,
              rated_by, rated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            select * from credit_rating
            where village between ? and ? and (?::uuid is null or household_id = ?::uuid)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String IN_FORCE = """
            select * from credit_rating where household_id = ? and confirmed_by is not null
            order by confirmed_at desc, id desc limit 1
            """;

    private final Database database;

    CreditRatings(Database database) {
        this.database = database;
    }

    public Optional<CreditRating> find(UUID id) {
        return database.find("select * from credit_rating where id = ?", CreditRatings::read, id);
    }

    /** The last that was confirmed. */
    Optional<CreditRating> findInForce(UUID household) {
        return database.find(IN_FORCE, CreditRatings::read, household);
    }

    /** In the order of their ids. */
    public List<CreditRating> list(Area area, @Nullable UUID household, @Nullable UUID after, int limit) {
        return database.list(
                LIST, CreditRatings::read, area.from(), area.to(), household, household, after, after, limit);
    }

    void insert(CreditRating rating, Instant at) {
        database.execute(
                INSERT,
                rating.id(),
                rating.householdId(),
                rating.village(),
                rating.version(),
                rating.findings().stream()
                        .map(found -> found.criterion() + " " + found.option())
                        .toArray(),
                rating.points(),
                rating.grade(),
                rating.line().fen(),
                rating.ratedOn(),
                rating.ratedBy(),
                at);
    }

    /** Whether it was not confirmed before. */
    boolean confirm(UUID id, String by, Instant at) {
        return database.execute(
                        "update credit_rating set confirmed_by = ?, confirmed_at = ? where id = ? and confirmed_by is null",
                        by,
                        at,
                        id)
                == 1;
    }

    private static CreditRating read(ResultSet row) throws SQLException {
        return new CreditRating(
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getLong("village"),
                row.getString("version"),
                Arrays.stream((Object[]) row.getArray("findings").getArray())
                        .map(text -> String.valueOf(text).split(" "))
                        .map(words -> new Found(words[0], words[1]))
                        .toList(),
                row.getInt("points"),
                row.getString("grade"),
                Money.ofFen(row.getLong("line_fen")),
                row.getObject("rated_on", LocalDate.class),
                row.getString("rated_by"),
                row.getString("confirmed_by"));
    }
}
