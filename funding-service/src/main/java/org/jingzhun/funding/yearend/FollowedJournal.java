package org.jingzhun.funding.yearend;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.Account;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.yearend.ageing.Ageing;
import org.jingzhun.funding.yearend.ageing.Lot;
import org.jingzhun.funding.yearend.ageing.Movement;

/**
 * How old a county's money is after any entry of its journal. The journal never changes, so where it was followed to before
 * is kept, and only what came since is followed.
 */
@ApplicationScoped
class FollowedJournal {

    private static final int PIECE = 5_000;
    private static final String KEPT = """
            select coalesce(max(number), 0) from followed_journal where county = ? and number <= ?
            """;
    private static final String LOTS = """
            select account_id, origin, amount_fen from followed_lot where county = ? and number = ?
            """;
    private static final String KEEP = """
            insert into followed_journal (county, number) values (?, ?) on conflict do nothing
            """;
    private static final String KEEP_LOTS = """
            insert into followed_lot (county, number, account_id, origin, amount_fen)
            select ?, ?, * from unnest(?::uuid[], ?::integer[], ?::bigint[])
            """;
    private static final String LINES = """
            select e.number, e.kind, p.account_id, p.amount_fen
            from journal_entry e join posting p on p.entry_id = e.id
            where e.county = ? and e.number > ? and e.number <= ?
            order by e.number, p.line
            """;

    private final Database database;

    FollowedJournal(Database database) {
        this.database = database;
    }

    /**
     * The age of the money after an entry.
     *
     * @param number of the last entry that counts, 0 for none
     * @param known all accounts of the county
     * @param step how many entries are followed at least before the result is kept
     */
    Ageing after(long county, long number, Map<UUID, Account> known, int step) {
        long kept = database.list(KEPT, row -> row.getLong(1), county, number).getFirst();
        var ageing = Ageing.of(lots(county, kept));
        follow(ageing, county, kept, number, known);
        if (number - kept >= step) {
            keep(county, number, ageing);
        }
        return ageing;
    }

    /** The same from the beginning of the journal. */
    Ageing afterAll(long county, long number, Map<UUID, Account> known) {
        var ageing = new Ageing();
        follow(ageing, county, 0, number, known);
        return ageing;
    }

    private Map<UUID, List<Lot>> lots(long county, long number) {
        Map<UUID, List<Lot>> lots = new HashMap<>();
        database.list(
                        LOTS,
                        row -> Map.entry(
                                row.getObject("account_id", UUID.class),
                                new Lot(row.getInt("origin"), Money.ofFen(row.getLong("amount_fen")))),
                        county,
                        number)
                .forEach(lot -> lots.computeIfAbsent(lot.getKey(), account -> new ArrayList<>())
                        .add(lot.getValue()));
        return lots;
    }

    private void keep(long county, long number, Ageing ageing) {
        if (database.execute(KEEP, county, number) == 0) {
            return;
        }
        List<String> accounts = new ArrayList<>();
        List<Long> origins = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        ageing.all()
                .forEach((account, lots) -> lots.forEach(lot -> {
                    accounts.add(account.toString());
                    origins.add((long) lot.origin());
                    amounts.add(lot.amount().fen());
                }));
        database.execute(
                KEEP_LOTS,
                county,
                number,
                accounts.toArray(),
                origins.toArray(Long[]::new),
                amounts.toArray(Long[]::new));
    }

    private record Line(long number, JournalEntry.Kind kind, UUID account, long fen) {}

    private void follow(Ageing ageing, long county, long after, long last, Map<UUID, Account> known) {
        for (long from = after; from < last; from += PIECE) {
            var lines = database.list(LINES, FollowedJournal::read, county, from, Math.min(last, from + PIECE));
            for (int first = 0; first < lines.size(); ) {
                int next = first;
                while (next < lines.size()
                        && lines.get(next).number() == lines.get(first).number()) {
                    next++;
                }
                follow(ageing, lines.subList(first, next), known);
                first = next;
            }
        }
    }

    private static void follow(Ageing ageing, List<Line> entry, Map<UUID, Account> known) {
        var effect = entry.getFirst().kind() == JournalEntry.Kind.RECLAIM ? Ageing.Effect.RENEWS : Ageing.Effect.KEEPS;
        ageing.follow(entry.stream().map(line -> movement(line, known)).toList(), effect);
    }

    private static Movement movement(Line line, Map<UUID, Account> known) {
        var account = known.get(line.account());
        if (account == null) {
            throw new IllegalStateException("Account " + line.account() + " must be in its county's books");
        }
        var key = account.key();
        return new Movement(account.id(), key.sourceId(), key.year(), key.kind().outside(), Money.ofFen(line.fen()));
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("number"),
                JournalEntry.Kind.valueOf(row.getString("kind")),
                row.getObject("account_id", UUID.class),
                row.getLong("amount_fen"));
    }
}
