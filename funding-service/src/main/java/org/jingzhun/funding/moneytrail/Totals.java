package org.jingzhun.funding.moneytrail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;

/** Adds the accounts of the caller's area up, by source, purpose, division or year. */
@ApplicationScoped
public class Totals {

    private static final String ACCOUNTS = """
             from account a left join source s on s.id = a.source_id
             left join observed_division d on d.code = a.division / ? * ?
             left join project pr on pr.id = a.subject and a.kind = 'PROJECT'
            where (?::uuid is null or a.source_id = ?::uuid) and (?::uuid is null or a.subject = ?::uuid)
              and (?::integer is null or a.year = ?::integer) and a.division between ? and ?
            group by 1, 2, 3 order by 1, 3
            """;

    private final Database database;

    Totals(Database database) {
        this.database = database;
    }

    private record Cell(String key, String name, AccountKind kind, Money balance) {}

    /**
     * In the order of the keys.
     *
     * @param span how many village codes a division of the level spans, for {@link Grouping#DIVISION}
     */
    @Transactional
    public List<Total> list(Selection selection, Grouping by, long span) {
        List<Object> arguments = new ArrayList<>(List.of(span, span));
        var rest = Trails.arguments(selection);
        var all = new Object[2 + rest.length];
        arguments.toArray(all);
        System.arraycopy(rest, 0, all, 2, rest.length);
        var cells = database.list(
                "select " + key(by, span) + " as key, " + name(by) + " as name, a.kind, sum(a.balance_fen)" + ACCOUNTS,
                row -> new Cell(
                        row.getString(1),
                        row.getString(2),
                        AccountKind.valueOf(row.getString(3)),
                        Money.ofFen(row.getLong(4))),
                all);
        var groups = new LinkedHashMap<String, Total>();
        for (var cell : cells) {
            var before = groups.getOrDefault(cell.key(), new Total(cell.key(), cell.name(), new TreeMap<>()));
            var balances = new TreeMap<>(before.balances());
            balances.put(cell.kind(), cell.balance());
            groups.put(cell.key(), new Total(cell.key(), cell.name(), balances));
        }
        return List.copyOf(groups.values());
    }

    private static String key(Grouping by, long span) {
        return switch (by) {
            case SOURCE -> "a.source_id::text";
            case PURPOSE -> "coalesce(pr.project_class, a.kind)";
            case DIVISION -> "(a.division / " + span + " * " + span + ")::text";
            case YEAR -> "a.year::text";
        };
    }

    private static String name(Grouping by) {
        return switch (by) {
            case SOURCE -> "coalesce(s.name, '')";
            case DIVISION -> "coalesce(d.name, '')";
            case PURPOSE, YEAR -> "''";
        };
    }
}
