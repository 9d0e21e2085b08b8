package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.query.Database;
import org.jspecify.annotations.Nullable;

/** Shares of all plans, as far as the caller's area reaches. */
@ApplicationScoped
public class StoredShares {

    private static final String INSERT = """
            insert into allocation_share (plan_id, division, name, factor_values, counted_values, totals, floor_fen, cap_fen,
              part_fen, bound, adjustment_fen, rounding_fen, remainder, amount_fen)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    StoredShares(Database database) {
        this.database = database;
    }

    /** In the order of the villages' codes. */
    public List<StoredShare> list(UUID plan, @Nullable Long after, int limit) {
        return database.list(
                "select * from allocation_share where plan_id = ? and division > ? order by division limit ?",
                StoredShares::read,
                plan,
                after == null ? 0L : after,
                limit);
    }

    List<StoredShare> listAll(UUID plan) {
        return list(plan, null, Integer.MAX_VALUE);
    }

    public Optional<StoredShare> find(UUID plan, long division) {
        return database.find(
                "select * from allocation_share where plan_id = ? and division = ?",
                StoredShares::read,
                plan,
                division);
    }

    void insert(UUID plan, List<StoredShare> shares) {
        database.executeAll(
                INSERT, shares.stream().map(share -> row(plan, share)).toList());
    }

    void delete(UUID plan) {
        database.execute("delete from allocation_share where plan_id = ?", plan);
    }

    private static @Nullable Object[] row(UUID plan, StoredShare share) {
        return new @Nullable Object[] {
            plan,
            share.division(),
            share.name(),
            share.values().toArray(Long[]::new),
            share.counted().toArray(Long[]::new),
            share.totals().toArray(Long[]::new),
            share.floor().fen(),
            share.cap() == null ? null : share.cap().fen(),
            share.parts().stream().map(Money::fen).toArray(Long[]::new),
            share.bound().name(),
            share.adjustment().fen(),
            share.rounding().fen(),
            share.remainder(),
            share.amount().fen()
        };
    }

    private static StoredShare read(ResultSet row) throws SQLException {
        long cap = row.getLong("cap_fen");
        Money capOrNull = row.wasNull() ? null : Money.ofFen(cap);
        return new StoredShare(
                row.getLong("division"),
                row.getString("name"),
                numbers(row, "factor_values"),
                numbers(row, "counted_values"),
                numbers(row, "totals"),
                Money.ofFen(row.getLong("floor_fen")),
                capOrNull,
                numbers(row, "part_fen").stream().map(Money::ofFen).toList(),
                Bound.valueOf(row.getString("bound")),
                Money.ofFen(row.getLong("adjustment_fen")),
                Money.ofFen(row.getLong("rounding_fen")),
                row.getString("remainder"),
                Money.ofFen(row.getLong("amount_fen")));
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (var number : (Object[]) row.getArray(column).getArray()) {
            numbers.add((Long) number);
        }
        return numbers;
    }
}
