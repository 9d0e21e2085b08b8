package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.asset.share.DayCount;
import org.jingzhun.funding.asset.share.Dividends;
import org.jingzhun.funding.asset.share.Holder;
import org.jingzhun.funding.asset.share.Period;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All distributions of income with their lines, as far as the caller's area reaches. */
@ApplicationScoped
public class DividendPlans {

    private static final String INSERT = """
            insert into dividend (id, asset_id, division, year, from_on, to_on, profit_fen, floor_rate, profit_share, day_count,
              floor_fen, dividend_fen, document_number, stage, notice_days, notice_rule, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;
    private static final String UPDATE = """
            update dividend set stage = ?, noticed_on = ?::date, entry_id = ?::uuid, paid_entry_id = ?::uuid, paid_on = ?::date,
              version = version + 1 where id = ?
            """;
    private static final String ADD_LINES = """
            insert into dividend_line (id, dividend_id, village_code, household_id, share_days, floor_fen, dividend_fen)
            select uuidv7(), ?, * from unnest(?::bigint[], ?::uuid[], ?::numeric[], ?::bigint[], ?::bigint[])
            """;
    private static final String LIST = """
            select * from dividend where division between ? and ? and (?::uuid is null or asset_id = ?::uuid)
              and (?::integer is null or year = ?::integer) and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;
    private static final String PAID = """
            update dividend_line l set paid_on = p.paid_on from unnest(?::uuid[], ?::date[]) p (id, paid_on)
            where l.id = p.id and l.paid_on is null and l.released_on is null returning l.*
            """;
    private static final String COLLECTIVES_PAID = """
            update dividend_line set paid_on = ?
            where dividend_id = ? and paid_on is null and (household_id is null or floor_fen + dividend_fen = 0)
            """;
    private static final String RELEASED = """
            update dividend_line set released_on = ?
            where dividend_id = ? and paid_on is null and released_on is null returning *
            """;
    private static final String LINES = """
            select * from dividend_line where dividend_id = ? and (?::uuid is null or household_id = ?::uuid)
              and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;

    private final Database database;

    DividendPlans(Database database) {
        this.database = database;
    }

    /** @throws AssetRefusal.Unknown if there is none within the caller's area */
    public DividendPlan get(UUID id) {
        return one("", id);
    }

    DividendPlan lock(UUID id) {
        return one(" for update", id);
    }

    private DividendPlan one(String how, UUID id) {
        return database.find("select * from dividend where id = ?" + how, DividendPlans::read, id)
                .orElseThrow(() -> new AssetRefusal.Unknown("Dividend " + id));
    }

    /** In the order of their ids. */
    public List<DividendPlan> list(
            Area area, @Nullable UUID asset, @Nullable Integer year, @Nullable UUID after, int limit) {
        return database.list(
                LIST, DividendPlans::read, area.from(), area.to(), asset, asset, year, year, after, after, limit);
    }

    /** In the order of their ids. */
    public List<DividendLine> listLines(UUID dividend, @Nullable UUID household, @Nullable UUID after, int limit) {
        return database.list(LINES, DividendPlans::readLine, dividend, household, household, after, after, limit);
    }

    /** The last day whose income has been divided, or is being. */
    Optional<LocalDate> findLastDay(UUID asset) {
        return database.find(
                "select to_on from dividend where asset_id = ? and stage <> 'CANCELLED' order by to_on desc limit 1",
                row -> row.getObject("to_on", LocalDate.class),
                asset);
    }

    void insert(DividendPlan d, List<Dividends.Line> lines) {
        database.execute(
                INSERT,
                d.id(),
                d.assetId(),
                d.division(),
                d.year(),
                d.period().from(),
                d.period().to(),
                d.profit().fen(),
                d.terms().floorRate(),
                d.terms().profitShare(),
                d.terms().dayCount().name(),
                d.floor().fen(),
                d.dividend().fen(),
                d.documentNumber(),
                d.stage().name(),
                d.noticeDays(),
                d.noticeRule());
        database.execute(
                ADD_LINES,
                d.id(),
                lines.stream().map(l -> l.holder().village()).toArray(Long[]::new),
                lines.stream().map(l -> text(l.holder().householdId())).toArray(),
                lines.stream().map(l -> l.shareDays().toString()).toArray(),
                lines.stream().map(l -> l.floor().fen()).toArray(Long[]::new),
                lines.stream().map(l -> l.dividend().fen()).toArray(Long[]::new));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    void update(DividendPlan d) {
        database.execute(UPDATE, d.stage().name(), d.noticedOn(), d.entryId(), d.paidEntryId(), d.paidOn(), d.id());
    }

    /** Notes which arrived, and gives them; what is known to have arrived is left out. */
    List<DividendLine> paid(List<UUID> lines, List<LocalDate> days) {
        return database.list(
                PAID,
                DividendPlans::readLine,
                lines.stream().map(UUID::toString).toArray(),
                days.stream().map(LocalDate::toString).toArray());
    }

    /** Notes which came back after they had arrived, and gives them. */
    List<DividendLine> returned(List<UUID> lines) {
        return database.list(
                "update dividend_line set paid_on = null where id = any(?::uuid[]) and paid_on is not null returning *",
                DividendPlans::readLine,
                (Object) lines.stream().map(UUID::toString).toArray());
    }

    /** Those of collectives are paid by being booked, those of nothing by themselves. */
    void collectivesPaid(UUID dividend, LocalDate on) {
        database.execute(COLLECTIVES_PAID, on, dividend);
    }

    /** Notes that what is not paid goes to the collectives, and gives it. */
    List<DividendLine> released(UUID dividend, LocalDate on) {
        return database.list(RELEASED, DividendPlans::readLine, on, dividend);
    }

    boolean isWhole(UUID dividend) {
        return database.find(
                        "select 1 from dividend_line where dividend_id = ? and paid_on is null and released_on is null limit 1",
                        row -> 1,
                        dividend)
                .isEmpty();
    }

    private static DividendPlan read(ResultSet row) throws SQLException {
        return new DividendPlan(
                row.getObject("id", UUID.class),
                row.getObject("asset_id", UUID.class),
                row.getLong("division"),
                new Period(row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class)),
                Money.ofFen(row.getLong("profit_fen")),
                new Dividends.Terms(
                        row.getInt("floor_rate"),
                        row.getInt("profit_share"),
                        DayCount.valueOf(row.getString("day_count"))),
                Money.ofFen(row.getLong("floor_fen")),
                Money.ofFen(row.getLong("dividend_fen")),
                row.getString("document_number"),
                DividendStage.valueOf(row.getString("stage")),
                row.getInt("notice_days"),
                row.getString("notice_rule"),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("paid_entry_id", UUID.class),
                row.getObject("paid_on", LocalDate.class),
                row.getLong("version"));
    }

    private static DividendLine readLine(ResultSet row) throws SQLException {
        return new DividendLine(
                row.getObject("id", UUID.class),
                row.getObject("dividend_id", UUID.class),
                new Dividends.Line(
                        new Holder(row.getLong("village_code"), row.getObject("household_id", UUID.class)),
                        row.getObject("share_days", BigDecimal.class).toBigIntegerExact(),
                        Money.ofFen(row.getLong("floor_fen")),
                        Money.ofFen(row.getLong("dividend_fen"))),
                row.getObject("paid_on", LocalDate.class),
                row.getObject("released_on", LocalDate.class));
    }
}
