package org.jingzhun.funding.yearend;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All reclaimings within the caller's area. */
@ApplicationScoped
public class Reclaims {

    private static final String INSERT = """
            insert into reclaim (id, county, source_id, year, document, amount_fen, stage, created_at)
            values (?, ?, ?, ?, ?, ?, 'PROPOSED', ?) on conflict (county) where stage = 'PROPOSED' do nothing
            """;
    private static final String INSERT_LINES = """
            insert into reclaim_line (reclaim_id, position, county, account_id, origin, band, amount_fen)
            select ?, l.position, ?, l.account_id, l.origin, l.band, l.amount_fen
            from unnest(?::integer[], ?::uuid[], ?::integer[], ?::text[], ?::bigint[])
              l (position, account_id, origin, band, amount_fen)
            """;
    private static final String LIST = """
            select * from reclaim where county between ? and ? and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;

    private final Database database;

    Reclaims(Database database) {
        this.database = database;
    }

    /** @return whether it was the only one open of its county, and is written */
    boolean insert(Reclaim reclaim, Instant now) {
        int written = database.execute(
                INSERT,
                reclaim.id(),
                reclaim.county(),
                reclaim.sourceId(),
                reclaim.year(),
                reclaim.document(),
                reclaim.amount().fen(),
                now);
        if (written == 0) {
            return false;
        }
        var lines = reclaim.lines();
        database.execute(
                INSERT_LINES,
                reclaim.id(),
                reclaim.county(),
                IntStream.range(0, lines.size()).mapToObj(i -> (long) i).toArray(Long[]::new),
                lines.stream().map(line -> line.account().toString()).toArray(),
                lines.stream().map(line -> (long) line.origin()).toArray(Long[]::new),
                lines.stream().map(Reclaim.Line::band).toArray(),
                lines.stream().map(line -> line.amount().fen()).toArray(Long[]::new));
        return true;
    }

    void move(UUID id, ReclaimStage to, @Nullable UUID entry) {
        database.execute(
                "update reclaim set stage = ?, entry_id = ?::uuid, version = version + 1 where id = ?",
                to.name(),
                entry,
                id);
    }

    /** @throws YearEndRefusal.UnknownReclaim if there is none within the caller's area */
    public Reclaim get(UUID id) {
        return one("select * from reclaim where id = ?", id);
    }

    Reclaim lock(UUID id) {
        return one("select * from reclaim where id = ? for update", id);
    }

    private Reclaim one(String sql, UUID id) {
        return database.find(sql, Reclaims::readWithoutLines, id)
                .map(this::withLines)
                .orElseThrow(() -> new YearEndRefusal.UnknownReclaim(id));
    }

    /** In the order of their ids, without their lines. */
    public List<Reclaim> list(Area area, @Nullable UUID after, int limit) {
        return database.list(LIST, Reclaims::readWithoutLines, area.from(), area.to(), after, after, limit);
    }

    private Reclaim withLines(Reclaim head) {
        var lines = database.list(
                "select * from reclaim_line where reclaim_id = ? order by position",
                row -> new Reclaim.Line(
                        row.getObject("account_id", UUID.class),
                        row.getInt("origin"),
                        row.getString("band"),
                        Money.ofFen(row.getLong("amount_fen"))),
                head.id());
        return new Reclaim(
                head.id(),
                head.county(),
                head.sourceId(),
                head.year(),
                head.document(),
                head.amount(),
                head.stage(),
                head.entry(),
                lines,
                head.revision());
    }

    private static Reclaim readWithoutLines(ResultSet row) throws SQLException {
        return new Reclaim(
                row.getObject("id", UUID.class),
                row.getLong("county"),
                row.getObject("source_id", UUID.class),
                row.getInt("year"),
                row.getString("document"),
                Money.ofFen(row.getLong("amount_fen")),
                ReclaimStage.valueOf(row.getString("stage")),
                row.getObject("entry_id", UUID.class),
                List.of(),
                row.getLong("version"));
    }
}
