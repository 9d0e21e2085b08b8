package org.jingzhun.funding.fund;

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
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All funds within the caller's area. */
@ApplicationScoped
public class Funds {

    private static final String SELECT = """
            select f.*, (select coalesce(sum(m.amount_fen), 0) from fund_movement m where m.fund_id = f.id)
                     - (select coalesce(sum(p.amount_fen), 0) from fund_payment p where p.fund_id = f.id and p.state = 'DUE')
                     as available_fen
            from fund f
            """;
    private static final String LIST = SELECT + """
            where f.division between ? and ? and (?::text is null or f.kind = ?::text) and (?::uuid is null or f.id > ?::uuid)
            order by f.id limit ?
            """;
    private static final String INSERT = """
            insert into fund (id, division, county, kind, name, founded_on, document_number, created_by, created_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (division, kind, name) do nothing
            """;
    private static final String UPDATE = """
            update fund set name = ?, founded_on = ?, document_number = ?, version = version + 1 where id = ?
            """;

    private final Database database;

    Funds(Database database) {
        this.database = database;
    }

    public Optional<Fund> find(UUID id) {
        return database.find(SELECT + "where f.id = ?", Funds::read, id);
    }

    /** @throws FundRefusal.Unknown if there is none within the caller's area */
    public Fund get(UUID id) {
        return find(id).orElseThrow(() -> new FundRefusal.Unknown("Fund " + id));
    }

    /** The same, kept from others until the transaction ends. */
    Fund lock(UUID id) {
        if (database.find("select 1 from fund where id = ? for update", row -> 1, id)
                .isEmpty()) {
            throw new FundRefusal.Unknown("Fund " + id);
        }
        return get(id);
    }

    /** In the order of their ids. */
    public List<Fund> list(Area area, @Nullable FundKind kind, @Nullable UUID after, int limit) {
        var name = kind == null ? null : kind.name();
        return database.list(LIST, Funds::read, area.from(), area.to(), name, name, after, after, limit);
    }

    /** @return whether there was none of that name yet */
    boolean insert(Fund fund, String by, Instant now) {
        return database.execute(
                        INSERT,
                        fund.id(),
                        fund.division(),
                        fund.county(),
                        fund.kind().name(),
                        fund.name(),
                        fund.foundedOn(),
                        fund.documentNumber(),
                        by,
                        now)
                > 0;
    }

    boolean hasOther(Fund fund) {
        return database.find(
                        "select 1 from fund where division = ? and kind = ? and name = ? and id <> ?",
                        row -> 1,
                        fund.division(),
                        fund.kind().name(),
                        fund.name(),
                        fund.id())
                .isPresent();
    }

    void update(Fund fund) {
        database.execute(UPDATE, fund.name(), fund.foundedOn(), fund.documentNumber(), fund.id());
    }

    private static Fund read(ResultSet row) throws SQLException {
        return new Fund(
                row.getObject("id", UUID.class),
                FundKind.valueOf(row.getString("kind")),
                row.getLong("division"),
                row.getString("name"),
                row.getObject("founded_on", LocalDate.class),
                row.getString("document_number"),
                Money.ofFen(row.getLong("available_fen")),
                row.getLong("version"));
    }
}
