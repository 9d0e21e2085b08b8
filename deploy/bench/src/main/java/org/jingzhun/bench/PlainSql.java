package org.jingzhun.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The double entry of {@link LedgerBench} in plain SQL, a transaction for each entry. */
final class PlainSql {

    private static final int BUSY = 0;

    private PlainSql() {}

    /** Opens a county's accounts in the ledger with money in its budget, and the bare tables. */
    static void prepare(Connection owner, long county, UUID source, int year, int villages) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into account (id, kind, county, division, source_id, year, minimum_fen, balance_fen)
                    select account_id('BUDGET', c, c, s, y, null), 'BUDGET', c, c, s, y, 0, 1000000000000
                    from (select %1$d::bigint as c, '%2$s'::uuid as s, %3$d as y) k
                    union all
                    select account_id('SOURCE', c, c, s, y, null), 'SOURCE', c, c, s, y, null, 0
                    from (select %1$d::bigint as c, '%2$s'::uuid as s, %3$d as y) k
                    union all
                    select account_id('VILLAGE', c, c + 100200 + v, s, y, null), 'VILLAGE', c, c + 100200 + v, s, y, 0, 0
                    from (select %1$d::bigint as c, '%2$s'::uuid as s, %3$d as y) k, generate_series(1, %4$d) v;
                    create table bare_account (id integer primary key, fen bigint not null);
                    insert into bare_account select a, 1000000000000 from generate_series(0, %4$d) a;
                    create table bare_entry (id uuid primary key, key text not null unique, memo text not null,
                      posted_by text not null, posted_at timestamptz not null);
                    create table bare_posting (entry_id uuid not null references bare_entry (id), line integer not null,
                      account integer not null references bare_account (id), fen bigint not null, primary key (entry_id, line));
                    grant all on bare_account, bare_entry, bare_posting to public;
                    """.formatted(county, source, year, villages));
        }
    }

    /** Into the ledger's tables: the chain's end is locked and read, then postings and entry are written. */
    static LedgerBench.Posting chained(Connection service, long county) throws SQLException {
        service.setAutoCommit(false);
        var area = service.prepareStatement(
                "select set_config('jingzhun.area_from', ?, true), set_config('jingzhun.area_to', ?, true)");
        area.setString(1, Long.toString(county));
        area.setString(2, Long.toString(county + 999_999));
        var lock = service.prepareStatement("select pg_advisory_xact_lock(?)");
        lock.setLong(1, county);
        var end = service.prepareStatement(
                "select number, hash from journal_entry where county = ? order by number desc limit 1");
        end.setLong(1, county);
        var entry = service.prepareStatement("""
                insert into journal_entry (id, county, number, kind, business_key, memo, posted_by, posted_at, lines,
                  previous_hash, hash)
                values (?, ?, ?, 'TRANSFER', ?, 'bench', 'bench', now(), 2, ?, sha256(?))
                """);
        var postings = service.prepareStatement("""
                insert into posting (entry_id, line, account_id, division, amount_fen)
                values (?, 1, ?, ?, -100), (?, 2, ?, ?, 100)
                """);
        var accounts = accounts(service, area, county);
        return new Transaction(service, () -> {
            area.executeQuery().close();
            lock.executeQuery().close();
            long number = 0;
            byte[] hash = new byte[0];
            try (var last = end.executeQuery()) {
                if (last.next()) {
                    number = last.getLong(1);
                    hash = last.getBytes(2);
                }
            }
            var id = UUID.randomUUID();
            var village = accounts.get(1 + ThreadLocalRandom.current().nextInt(accounts.size() - 1));
            var budget = accounts.getFirst();
            postings.setObject(1, id);
            postings.setObject(2, budget.id());
            postings.setLong(3, budget.division());
            postings.setObject(4, id);
            postings.setObject(5, village.id());
            postings.setLong(6, village.division());
            postings.executeUpdate();
            entry.setObject(1, id);
            entry.setLong(2, county);
            entry.setLong(3, number + 1);
            entry.setString(4, id.toString());
            entry.setBytes(5, hash);
            entry.setBytes(6, hash);
            entry.executeUpdate();
        });
    }

    private record Known(UUID id, long division) {}

    /** The budget first, then the villages. */
    private static List<Known> accounts(Connection service, PreparedStatement area, long county) throws SQLException {
        area.executeQuery().close();
        List<Known> accounts = new ArrayList<>();
        try (var select = service.prepareStatement(
                "select id, division from account where county = ? and kind in ('BUDGET', 'VILLAGE') order by division")) {
            select.setLong(1, county);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    accounts.add(new Known(rows.getObject(1, UUID.class), rows.getLong(2)));
                }
            }
        }
        service.commit();
        return accounts;
    }

    /** Into bare tables, where rows are locked by the update of their balance; no chain, no rules, no audit. */
    static LedgerBench.Posting rowLocking(Connection service, boolean busy, int villages) throws SQLException {
        service.setAutoCommit(false);
        var balance = service.prepareStatement("update bare_account set fen = fen + ? where id = ?");
        var entry = service.prepareStatement("insert into bare_entry values (?, ?, 'bench', 'bench', now())");
        var postings = service.prepareStatement("insert into bare_posting values (?, 1, ?, -100), (?, 2, ?, 100)");
        return new Transaction(service, () -> {
            var random = ThreadLocalRandom.current();
            int from = busy ? BUSY : random.nextInt(1, villages);
            int to = random.nextInt(
                    from + 1, villages + 1); // in the order of the ids, or they would lock each other out
            var id = UUID.randomUUID();
            entry.setObject(1, id);
            entry.setString(2, id.toString());
            entry.executeUpdate();
            postings.setObject(1, id);
            postings.setInt(2, from);
            postings.setObject(3, id);
            postings.setInt(4, to);
            postings.executeUpdate();
            move(balance, from, -100);
            move(balance, to, 100);
        });
    }

    private static void move(PreparedStatement balance, int account, long fen) throws SQLException {
        balance.setLong(1, fen);
        balance.setInt(2, account);
        balance.executeUpdate();
    }

    /** What one transaction does. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private record Transaction(Connection connection, Work work) implements LedgerBench.Posting {

        @Override
        public int post() throws SQLException {
            work.run();
            connection.commit();
            return 1;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
