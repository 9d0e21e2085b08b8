package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.allocation.formula.Receivers.Conditions;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Shares of all plans, as far as the caller's area reaches. */
@ApplicationScoped
public class StoredShares {

    private static final int PIECE = 10_000;

    /** Rows as columns; lists of numbers as array literals, because arrays of arrays would have to be of one length. */
    private static final String INSERT = """
            insert into allocation_share (plan_id, division, name, factor_values, counted_values, totals, floor_fen, cap_fen,
              deduction_rate, reward_rate, heads, why, part_fen, bound, adjustment_fen, rounding_fen, deduction_fen, reward_fen,
              redistribution_fen, remainder, amount_fen)
            select ?::uuid, division, name, vals::bigint[], counted::bigint[], totals::bigint[], floor, cap, deduction_rate,
              reward_rate, heads, why, parts::bigint[], bound, adjustment, rounding, deduction, reward, redistribution,
              remainder, amount
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::integer[],
              ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
              ?::bigint[], ?::text[], ?::bigint[])
              as s (division, name, vals, counted, totals, floor, cap, deduction_rate, reward_rate, heads, why, parts, bound,
                    adjustment, rounding, deduction, reward, redistribution, remainder, amount)
            """;

    private final Database database;

    StoredShares(Database database) {
        this.database = database;
    }

    /** In the order of the divisions' codes. */
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

    Money total(UUID plan) {
        return database.find(
                        "select coalesce(sum(amount_fen), 0) from allocation_share where plan_id = ?",
                        row -> Money.ofFen(row.getLong(1)),
                        plan)
                .orElse(Money.ZERO);
    }

    /** Stores all shares, some thousand rows a statement. */
    void insert(UUID plan, Computation computation) {
        for (int from = 0; from < computation.size(); from += PIECE) {
            List<StoredShare> piece = new ArrayList<>(PIECE);
            for (int s = from; s < Math.min(from + PIECE, computation.size()); s++) {
                piece.add(computation.at().apply(s));
            }
            insertPiece(plan, piece);
        }
    }

    private void insertPiece(UUID plan, List<StoredShare> shares) {
        database.execute(
                INSERT,
                plan,
                numbers(shares, StoredShare::division),
                texts(shares, StoredShare::name),
                texts(shares, share -> literal(share.values())),
                texts(shares, share -> literal(share.counted())),
                texts(shares, share -> literal(share.totals())),
                numbers(shares, share -> share.conditions().floor().fen()),
                numbers(shares, share -> fenOrNull(share.conditions().cap())),
                numbers(shares, share -> (long) share.conditions().deduction()),
                numbers(shares, share -> (long) share.conditions().reward()),
                numbers(shares, StoredShare::heads),
                texts(shares, StoredShare::why),
                texts(
                        shares,
                        share -> literal(share.parts().stream().map(Money::fen).toList())),
                texts(shares, share -> share.bound().name()),
                numbers(shares, share -> share.adjustment().fen()),
                numbers(shares, share -> share.rounding().fen()),
                numbers(shares, share -> share.deduction().fen()),
                numbers(shares, share -> share.reward().fen()),
                numbers(shares, share -> share.redistribution().fen()),
                texts(shares, StoredShare::remainder),
                numbers(shares, share -> share.amount().fen()));
    }

    private static @Nullable Long[] numbers(List<StoredShare> shares, Function<StoredShare, @Nullable Long> column) {
        @Nullable Long[] numbers = new @Nullable Long[shares.size()];
        for (int s = 0; s < numbers.length; s++) {
            numbers[s] = column.apply(shares.get(s));
        }
        return numbers;
    }

    private static Object[] texts(List<StoredShare> shares, Function<StoredShare, String> column) {
        return shares.stream().map(column).toArray();
    }

    private static String literal(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable Long fenOrNull(@Nullable Money money) {
        return money == null ? null : money.fen();
    }

    void delete(UUID plan) {
        database.execute("delete from allocation_share where plan_id = ?", plan);
    }

    private static StoredShare read(ResultSet row) throws SQLException {
        var cap = row.getObject("cap_fen", Long.class);
        return new StoredShare(
                row.getLong("division"),
                row.getString("name"),
                numbers(row, "factor_values"),
                numbers(row, "counted_values"),
                numbers(row, "totals"),
                new Conditions(
                        money(row, "floor_fen"),
                        cap == null ? null : Money.ofFen(cap),
                        row.getInt("deduction_rate"),
                        row.getInt("reward_rate")),
                row.getObject("heads", Long.class),
                row.getString("why"),
                numbers(row, "part_fen").stream().map(Money::ofFen).toList(),
                Bound.valueOf(row.getString("bound")),
                money(row, "adjustment_fen"),
                money(row, "rounding_fen"),
                money(row, "deduction_fen"),
                money(row, "reward_fen"),
                money(row, "redistribution_fen"),
                row.getString("remainder"),
                money(row, "amount_fen"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofFen(row.getLong(column));
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (var number : (Object[]) row.getArray(column).getArray()) {
            numbers.add((Long) number);
        }
        return numbers;
    }
}
