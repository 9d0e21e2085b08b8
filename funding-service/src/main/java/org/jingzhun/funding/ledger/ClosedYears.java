package org.jingzhun.funding.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;

/** All closings within the caller's area. */
@ApplicationScoped
public class ClosedYears {

    private static final int NEVER = 0;
    private static final String LIST = """
            select * from closed_year where county between ? and ? order by county, year, run
            """;
    private static final String INSERT = """
            insert into closed_year (county, year, run, amount_fen, entry_id, closed_by, closed_at)
            values (?, ?, ?, ?, ?::uuid, ?, ?)
            """;

    private final Database database;

    ClosedYears(Database database) {
        this.database = database;
    }

    /** In the order of county, year and run. */
    public List<ClosedYear> list(Area area) {
        return database.list(LIST, ClosedYears::read, area.from(), area.to());
    }

    /** How often the county closed the year. */
    public int runs(long county, int year) {
        return database.list(
                        "select count(*) from closed_year where county = ? and year = ?",
                        row -> row.getInt(1),
                        county,
                        year)
                .getFirst();
    }

    /** The last year that the county closed; 0 if none. */
    int last(long county) {
        return database.list(
                        "select coalesce(max(year), " + NEVER + ") from closed_year where county = ?",
                        row -> row.getInt(1),
                        county)
                .getFirst();
    }

    void insert(ClosedYear closed) {
        database.execute(
                INSERT,
                closed.county(),
                closed.year(),
                closed.run(),
                closed.amount().fen(),
                closed.entry(),
                closed.closedBy(),
                closed.closedAt());
    }

    private static ClosedYear read(ResultSet row) throws SQLException {
        return new ClosedYear(
                row.getLong("county"),
                row.getInt("year"),
                row.getInt("run"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getObject("entry_id", UUID.class),
                row.getString("closed_by"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant());
    }
}
