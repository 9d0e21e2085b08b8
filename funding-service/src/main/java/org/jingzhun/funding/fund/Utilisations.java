package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** How far the funds of the caller's area are used. */
@ApplicationScoped
public class Utilisations {

    private static final String SELECT = """
            select f.id, f.kind, f.division, f.name, m.*, o.*,
                   m.ever_fen < (select coalesce(max(r.fund_size_fen), 0) from fund_rule r
                                 where r.kind = f.kind and r.valid_from <= ? and (r.valid_to is null or r.valid_to >= ?))
                     as below_size
            from fund f
            cross join lateral (
              select coalesce(sum(amount_fen), 0) as available_fen,
                     coalesce(sum(amount_fen) filter (where kind in ('CONTRIBUTION', 'DUES', 'DONATION', 'RETURN')), 0) as ever_fen,
                     coalesce(sum(amount_fen) filter (where moved_on >= ? and kind in ('CONTRIBUTION', 'DUES', 'DONATION', 'RETURN')), 0)
                       as contributed_fen,
                     coalesce(-sum(amount_fen) filter (where moved_on >= ? and kind in ('GRANT', 'POOL')), 0) as granted_fen,
                     coalesce(-sum(amount_fen) filter (where moved_on >= ? and kind = 'LOAN'), 0) as lent_fen,
                     coalesce(sum(amount_fen) filter (where moved_on >= ? and kind = 'REPAYMENT'), 0) as repaid_fen,
                     coalesce(sum(amount_fen) filter (where moved_on >= ? and kind = 'FEE'), 0) as fee_fen
              from fund_movement where fund_id = f.id and moved_on <= ?) m
            cross join lateral (
              select coalesce(sum(owed) filter (where not lost), 0) as outstanding_fen,
                     coalesce(sum(owed) filter (where not lost and due_on < ?), 0) as overdue_fen,
                     coalesce(sum(owed) filter (where lost), 0) as written_off_fen
              from (select a.due_on, a.stage = 'WRITTEN_OFF' as lost, -sum(x.amount_fen) as owed
                    from fund_aid a join fund_movement x on x.aid_id = a.id and x.kind in ('LOAN', 'REPAYMENT') and x.moved_on <= ?
                    where a.fund_id = f.id and a.form = 'LOAN' group by a.id) loans) o
            """;
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final Database database;

    Utilisations(Database database) {
        this.database = database;
    }

    /**
     * @param on the day of which it is
     * @param year whose flows are counted, null for all time
     */
    public Optional<Utilisation> find(UUID fund, LocalDate on, @Nullable Integer year) {
        return list(" where f.id = ?", on, year, fund).stream().findFirst();
    }

    /** In the order of the funds' ids. */
    public List<Utilisation> list(Area area, LocalDate on, @Nullable Integer year, @Nullable UUID after, int limit) {
        return list(
                " where f.division between ? and ? and (?::uuid is null or f.id > ?::uuid) order by f.id limit ?",
                on,
                year,
                area.from(),
                area.to(),
                after,
                after,
                limit);
    }

    private List<Utilisation> list(String where, LocalDate on, @Nullable Integer year, @Nullable Object... parameters) {
        var since = year == null ? EVER : LocalDate.of(year, 1, 1);
        var first = new @Nullable Object[] {on, on, since, since, since, since, since, on, on, on};
        var all = new @Nullable Object[first.length + parameters.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(parameters, 0, all, first.length, parameters.length);
        return database.list(SELECT + where, Utilisations::read, all);
    }

    private static Utilisation read(ResultSet row) throws SQLException {
        return new Utilisation(
                row.getObject("id", UUID.class),
                FundKind.valueOf(row.getString("kind")),
                row.getLong("division"),
                row.getString("name"),
                Money.ofFen(row.getLong("contributed_fen")),
                Money.ofFen(row.getLong("granted_fen")),
                Money.ofFen(row.getLong("lent_fen")),
                Money.ofFen(row.getLong("repaid_fen")),
                Money.ofFen(row.getLong("fee_fen")),
                Money.ofFen(row.getLong("available_fen")),
                Money.ofFen(row.getLong("outstanding_fen")),
                Money.ofFen(row.getLong("overdue_fen")),
                Money.ofFen(row.getLong("written_off_fen")),
                row.getBoolean("below_size"));
    }
}
