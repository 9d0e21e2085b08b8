package org.jingzhun.funding.budgetrule;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All figures of the treasuries within the caller's area; append-only. */
@ApplicationScoped
public class FiscalFigures {

    private static final String LIST = """
            select * from fiscal_figure
            where county between ? and ? and (?::integer is null or year = ?::integer)
              and (?::text is null or item = ?::text) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String IN_FORCE = """
            select distinct on (year, item, fund) * from fiscal_figure
            where county = ? and year between ? and ?
            order by year, item, fund, as_of desc, recorded_at desc, id desc
            """;
    private static final String INSERT = """
            insert into fiscal_figure (id, county, year, item, fund, amount_fen, separate_fen, document_number, as_of,
              recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?, ?)
            on conflict (county, year, item, fund, as_of, document_number) do nothing
            """;

    private final Database database;

    FiscalFigures(Database database) {
        this.database = database;
    }

    /** In the order of their ids. */
    public List<FiscalFigure> list(
            Area area, @Nullable Integer year, @Nullable FiscalItem item, @Nullable UUID after, int limit) {
        String name = item == null ? null : item.name();
        return database.list(
                LIST, FiscalFigures::read, area.from(), area.to(), year, year, name, name, after, after, limit);
    }

    /** The newest of each item and fund, of these years. */
    List<FiscalFigure> listInForce(long county, int fromYear, int toYear) {
        return database.list(IN_FORCE, FiscalFigures::read, county, fromYear, toYear);
    }

    /** Whether it was new; false if the document had this figure of that day already. */
    boolean insert(FiscalFigure figure) {
        return database.execute(
                        INSERT,
                        figure.id(),
                        figure.county(),
                        figure.year(),
                        figure.item().name(),
                        figure.fund(),
                        figure.amount().fen(),
                        figure.separate() == null ? null : figure.separate().fen(),
                        figure.documentNumber(),
                        figure.asOf(),
                        figure.recordedBy(),
                        figure.recordedAt())
                == 1;
    }

    private static FiscalFigure read(ResultSet row) throws SQLException {
        Long separate = row.getObject("separate_fen", Long.class);
        return new FiscalFigure(
                row.getObject("id", UUID.class),
                row.getLong("county"),
                row.getInt("year"),
                FiscalItem.valueOf(row.getString("item")),
                row.getString("fund"),
                Money.ofFen(row.getLong("amount_fen")),
                separate == null ? null : Money.ofFen(separate),
                row.getString("document_number"),
                row.getObject("as_of", LocalDate.class),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
