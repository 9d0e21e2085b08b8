package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.asset.share.DayCount;
import org.jingzhun.funding.asset.share.Dividends;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All assets within the caller's area. */
@ApplicationScoped
public class Assets {

    private static final String SELECT = """
            select a.*,
                   (select coalesce(sum(s.amount_fen), 0) from asset_share s where s.asset_id = a.id and s.until is null)
                     as shared_fen,
                   v.valued_on,
                   (coalesce(v.valued_on, a.starts_on) + make_interval(months => r.value))::date as valuation_due_on
            from asset a
            left join lateral (select max(w.valued_on) as valued_on from asset_valuation w where w.asset_id = a.id) v on true
            left join lateral (
              select value from asset_rule
              where rule = 'VALUATION_MONTHS' and valid_from <= a.starts_on and (valid_to is null or valid_to >= a.starts_on)
                and division in (0, a.county / 10000000000 * 10000000000, a.county / 100000000 * 100000000, a.county)
              order by division desc, valid_from desc, version desc limit 1) r on true
            """;
    private static final String LIST = SELECT + """
            where a.division between ? and ? and (?::text is null or a.kind = ?::text)
              and (?::uuid is null or a.project_id = ?::uuid) and (?::uuid is null or a.id > ?::uuid)
              and (?::date is null or coalesce(v.valued_on, a.starts_on) + make_interval(months => r.value) <= ?::date)
            order by a.id limit ?
            """;
    private static final String INSERT = """
            insert into asset (division, county, name, kind, purpose, project_id, source_id, year, value_fen, operator_name,
              operator_code, starts_on, ends_on, floor_rate, profit_share, day_count, leaves_on_exit, document_number,
              floor_rule, id, created_by, created_at, version)
            values (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """;
    private static final String UPDATE = """
            update asset set division = ?, county = ?, name = ?, kind = ?, purpose = ?, project_id = ?::uuid, source_id = ?,
              year = ?, value_fen = ?, operator_name = ?, operator_code = ?, starts_on = ?, ends_on = ?, floor_rate = ?,
              profit_share = ?, day_count = ?, leaves_on_exit = ?, document_number = ?, floor_rule = ?,
              version = version + 1
            where id = ?
            """;

    private final Database database;

    Assets(Database database) {
        this.database = database;
    }

    public Optional<Asset> find(UUID id) {
        return database.find(SELECT + "where a.id = ?", Assets::read, id);
    }

    /** @throws AssetRefusal.Unknown if there is none within the caller's area */
    public Asset get(UUID id) {
        return find(id).orElseThrow(() -> new AssetRefusal.Unknown("Asset " + id));
    }

    /** The same, kept from others until the transaction ends. */
    Asset lock(UUID id) {
        if (database.find("select 1 from asset where id = ? for update", row -> 1, id)
                .isEmpty()) {
            throw new AssetRefusal.Unknown("Asset " + id);
        }
        return get(id);
    }

    /**
     * In the order of their ids.
     *
     * @param dueBy only those whose next valuation is due by this day
     */
    public List<Asset> list(
            Area area,
            @Nullable AssetKind kind,
            @Nullable UUID project,
            @Nullable LocalDate dueBy,
            @Nullable UUID after,
            int limit) {
        var name = kind == null ? null : kind.name();
        return database.list(
                LIST,
                Assets::read,
                area.from(),
                area.to(),
                name,
                name,
                project,
                project,
                after,
                after,
                dueBy,
                dueBy,
                limit);
    }

    void insert(UUID id, AssetData data, String floorRule, String by, Instant now) {
        database.execute(INSERT, parameters(data, floorRule, id, by, now));
    }

    void update(UUID id, AssetData data, String floorRule) {
        database.execute(UPDATE, parameters(data, floorRule, id));
    }

    private static @Nullable Object[] parameters(AssetData data, String floorRule, Object... more) {
        var first = new @Nullable Object[] {
            data.division(),
            data.county(),
            data.name(),
            data.kind().name(),
            data.purpose(),
            data.projectId(),
            data.sourceId(),
            data.year(),
            data.value().fen(),
            data.operatorName(),
            data.operatorCode(),
            data.startsOn(),
            data.endsOn(),
            data.terms().floorRate(),
            data.terms().profitShare(),
            data.terms().dayCount().name(),
            data.leavesOnExit(),
            data.documentNumber(),
            floorRule
        };
        var all = new @Nullable Object[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static Asset read(ResultSet row) throws SQLException {
        var data = new AssetData(
                row.getLong("division"),
                row.getString("name"),
                AssetKind.valueOf(row.getString("kind")),
                row.getString("purpose"),
                row.getObject("project_id", UUID.class),
                row.getObject("source_id", UUID.class),
                row.getInt("year"),
                Money.ofFen(row.getLong("value_fen")),
                row.getString("operator_name"),
                row.getString("operator_code"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                new Dividends.Terms(
                        row.getInt("floor_rate"),
                        row.getInt("profit_share"),
                        DayCount.valueOf(row.getString("day_count"))),
                row.getBoolean("leaves_on_exit"),
                row.getString("document_number"));
        return new Asset(
                row.getObject("id", UUID.class),
                data,
                Money.ofFen(row.getLong("shared_fen")),
                row.getObject("valued_on", LocalDate.class),
                row.getObject("valuation_due_on", LocalDate.class),
                row.getString("floor_rule"),
                row.getLong("version"));
    }
}
