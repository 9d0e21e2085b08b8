package org.jingzhun.funding.yearend;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.Account;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.yearend.ageing.Ageing;
import org.jingzhun.funding.yearend.ageing.Lot;
import org.jingzhun.funding.yearend.ageing.Movement;

/**
 * How old a county's money is after any entry of its journal. The journal never changes, so where it was followed to before
 * is kept, and only what came since is followed. What a city or region hands down is booked in its own journal: it comes in
 * after the county's last entry before it, and is of the year of the budget as which it was handed down.
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

    private static final String HANDED = """
            select p.account_id, p.amount_fen,
                   coalesce((select o.number from journal_entry o where o.county = ? and o.posted_at <= e.posted_at
                             order by o.posted_at desc, o.number desc limit 1), 0) as place
            from journal_entry e join posting p on p.entry_id = e.id
            where e.county = any (?::bigint[]) and p.division between ? and ? and e.posted_at < ?
            order by e.posted_at, e.county, e.number, p.line
            """;
    private static final long CITY = 100_000_000;
    private static final long REGION = 10_000_000_000L;
    private static final long COUNTY = 1_000_000;

    private final Database database;
    private final Accounts accounts;

    FollowedJournal(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /**
     * What counts.
     *
     * @param settled an entry before which nothing can come any more, for example one of an hour ago; 0 for none
     * @param last the last entry that counts, 0 for none
     * @param end before which whatever was handed down counts
     */
    record Until(long settled, long last, Instant end) {}

    /**
     * The age of the money.
     *
     * @param known all accounts of the county
     * @param step how many entries are followed at least before the result is kept
     */
    Ageing after(long county, Until until, Map<UUID, Account> known, int step) {
        long kept = database.list(KEPT, row -> row.getLong(1), county, until.settled())
                .getFirst();
        var following = new Following(county, Ageing.of(lots(county, kept)), known, handed(county, until.end(), kept));
        following.on(kept, until.settled());
        if (until.settled() - kept >= step) {
            keep(county, until.settled(), following.ageing);
        }
        return following.to(Math.max(kept, until.settled()), until.last());
    }

    /** The same from the beginning of the journal. */
    Ageing afterAll(long county, Until until, Map<UUID, Account> known) {
        return new Following(county, new Ageing(), known, handed(county, until.end(), 0)).to(0, until.last());
    }

    /** A line of another journal that moves an account of the county's, after the county's entry of that number. */
    private record Handed(long place, UUID account, long fen) {}

    private Deque<Handed> handed(long county, Instant end, long kept) {
        var above = Stream.of(county / CITY * CITY, county / REGION * REGION)
                .filter(higher -> higher != county)
                .distinct()
                .toArray(Long[]::new);
        long to = county % CITY == 0 ? county : county + COUNTY - 1;
        var handed = new ArrayDeque<Handed>();
        database
                .list(
                        HANDED,
                        row -> new Handed(
                                row.getLong("place"),
                                row.getObject("account_id", UUID.class),
                                row.getLong("amount_fen")),
                        county,
                        above,
                        county,
                        to,
                        end)
                .stream()
                .filter(line -> line.place() >= kept)
                .forEach(handed::add);
        return handed;
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

    /** Goes through a county's journal. */
    private final class Following {

        private final long county;
        private final Ageing ageing;
        private final Map<UUID, Account> known;
        private final Map<UUID, Account> foreign = new HashMap<>();
        private final Deque<Handed> handed;

        Following(long county, Ageing ageing, Map<UUID, Account> known, Deque<Handed> handed) {
            this.county = county;
            this.ageing = ageing;
            this.known = known;
            this.handed = handed;
        }

        /** With what was handed down after the last entry. */
        Ageing to(long after, long last) {
            on(after, last);
            takeBefore(Long.MAX_VALUE);
            return ageing;
        }

        void on(long after, long last) {
            for (long from = after; from < last; from += PIECE) {
                var lines = database.list(LINES, FollowedJournal::read, county, from, Math.min(last, from + PIECE));
                meet(lines);
                for (int first = 0; first < lines.size(); ) {
                    int next = first;
                    while (next < lines.size()
                            && lines.get(next).number() == lines.get(first).number()) {
                        next++;
                    }
                    takeBefore(lines.get(first).number());
                    follow(lines.subList(first, next));
                    first = next;
                }
            }
        }

        /** Accounts of other books: what goes there leaves these. */
        private void meet(List<Line> lines) {
            var strangers = lines.stream()
                    .map(Line::account)
                    .filter(account -> !known.containsKey(account) && !foreign.containsKey(account))
                    .distinct()
                    .toList();
            if (!strangers.isEmpty()) {
                foreign.putAll(accounts.findByIds(strangers));
            }
        }

        private void takeBefore(long number) {
            for (var next = handed.peek(); next != null && next.place() < number; next = handed.peek()) {
                handed.remove();
                if (known.containsKey(next.account())) {
                    ageing.follow(List.of(movement(next.account(), next.fen())), Ageing.Effect.KEEPS);
                }
            }
        }

        private void follow(List<Line> entry) {
            var effect =
                    entry.getFirst().kind() == JournalEntry.Kind.RECLAIM ? Ageing.Effect.RENEWS : Ageing.Effect.KEEPS;
            ageing.follow(
                    entry.stream()
                            .map(line -> movement(line.account(), line.fen()))
                            .toList(),
                    effect);
        }

        private Movement movement(UUID id, long fen) {
            var own = known.get(id);
            var account = own == null ? foreign.get(id) : own;
            if (account == null) {
                throw new IllegalStateException("Account " + id + " must exist");
            }
            var key = account.key();
            return new Movement(
                    id, key.sourceId(), key.year(), own == null || key.kind().outside(), Money.ofFen(fen));
        }
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("number"),
                JournalEntry.Kind.valueOf(row.getString("kind")),
                row.getObject("account_id", UUID.class),
                row.getLong("amount_fen"));
    }
}
