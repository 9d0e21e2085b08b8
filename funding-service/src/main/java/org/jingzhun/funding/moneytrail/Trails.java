package org.jingzhun.funding.moneytrail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Follows money through the ledger, as far as the caller's area reaches. */
@ApplicationScoped
public class Trails {

    /** The accounts that were asked for. */
    private static final String CHOSEN = """
            with chosen as (
              select id, kind, county, division, source_id, year, subject, balance_fen from account
              where (?::uuid is null or source_id = ?::uuid) and (?::uuid is null or subject = ?::uuid)
                and (?::integer is null or year = ?::integer) and division between ? and ?)
            """;

    private static final String STATIONS = CHOSEN + """
            , moved as (
              select p.account_id, sum(p.amount_fen) filter (where p.amount_fen > 0) as received,
                     -sum(p.amount_fen) filter (where p.amount_fen < 0) as gave
              from posting p join chosen c on c.id = p.account_id group by p.account_id)
            select c.kind, count(*) as accounts, coalesce(sum(m.received), 0) as received, coalesce(sum(m.gave), 0) as gave,
                   sum(c.balance_fen) as balance
            from chosen c left join moved m on m.account_id = c.id group by c.kind
            """;
    private static final String FLOWS = CHOSEN + """
            , side as (
              select p.entry_id, coalesce(e.kind, 'OUTSIDE') as entries, a.kind, sum(p.amount_fen) filter (where p.amount_fen > 0) as got,
                     -sum(p.amount_fen) filter (where p.amount_fen < 0) as gave
              from posting p join account a on a.id = p.account_id left join journal_entry e on e.id = p.entry_id
              where p.entry_id in (select entry_id from posting q join chosen c on c.id = q.account_id)
              group by 1, 2, 3),
            sides as (select entry_id, count(gave) as givers, count(got) as takers from side group by entry_id)
            select g.entries, g.kind as from_kind, t.kind as to_kind, sum(case when s.givers = 1 then t.got else g.gave end) as moved,
                   count(distinct g.entry_id) as counted
            from side g join side t on t.entry_id = g.entry_id and t.got > 0 join sides s on s.entry_id = g.entry_id
            where g.gave > 0 and (s.givers = 1 or s.takers = 1) group by 1, 2, 3
            union all
            select t.entries, null, t.kind, sum(t.got), count(distinct t.entry_id)
            from side t join sides s on s.entry_id = t.entry_id where t.got > 0 and s.givers = 0 group by 1, 2, 3
            union all
            select g.entries, g.kind, null, sum(g.gave), count(distinct g.entry_id)
            from side g join sides s on s.entry_id = g.entry_id
            where g.gave > 0 and (s.takers = 0 or (s.givers > 1 and s.takers > 1)) group by 1, 2, 3
            order by 1, 2, 3
            """;
    private static final String PROOF = CHOSEN + """
            , line as (select p.entry_id, p.account_id, p.amount_fen from posting p join chosen c on c.id = p.account_id),
            whole as (select entry_id from line group by entry_id having sum(amount_fen) = 0)
            select (select count(*) from chosen) as accounts, (select count(*) from line) as postings,
                   (select coalesce(sum(balance_fen), 0) from chosen) as balances,
                   (select coalesce(sum(amount_fen), 0) from line where entry_id not in (select entry_id from whole)) as outside,
                   (select count(*) from (select c.id from chosen c left join line l on l.account_id = c.id
                      group by c.id, c.balance_fen having c.balance_fen <> coalesce(sum(l.amount_fen), 0)) wrong) as wrong
            """;

    private final Database database;

    Trails(Database database) {
        this.database = database;
    }

    /** In the order of the money's way. */
    @Transactional
    public List<Station> listStations(Selection selection) {
        return database.list(STATIONS, Trails::station, arguments(selection)).stream()
                .sorted((a, b) -> a.kind().compareTo(b.kind()))
                .toList();
    }

    /** What moved from station to station, by kind of entry. */
    @Transactional
    public List<Flow> listFlows(Selection selection) {
        return database.list(FLOWS, Trails::flow, arguments(selection));
    }

    /** Adds everything up once more. */
    @Transactional
    public TrailProof prove(Selection selection) {
        return database.find(PROOF, Trails::proof, arguments(selection)).orElseThrow();
    }

    static @Nullable Object[] arguments(Selection selection, @Nullable Object... more) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Object twice : new @Nullable Object[] {selection.source(), selection.subject(), selection.year()}) {
            arguments.add(twice);
            arguments.add(twice);
        }
        arguments.add(selection.area().from());
        arguments.add(selection.area().to());
        for (Object each : more) {
            arguments.add(each);
        }
        return arguments.toArray();
    }

    private static Station station(ResultSet row) throws SQLException {
        return new Station(
                AccountKind.valueOf(row.getString("kind")),
                row.getLong("accounts"),
                Money.ofFen(row.getLong("received")),
                Money.ofFen(row.getLong("gave")),
                Money.ofFen(row.getLong("balance")));
    }

    private static Flow flow(ResultSet row) throws SQLException {
        return new Flow(
                row.getString(1),
                kindOrNull(row.getString(2)),
                kindOrNull(row.getString(3)),
                Money.ofFen(row.getLong(4)),
                row.getLong(5));
    }

    private static @Nullable AccountKind kindOrNull(@Nullable String name) {
        return name == null ? null : AccountKind.valueOf(name);
    }

    private static TrailProof proof(ResultSet row) throws SQLException {
        return new TrailProof(
                row.getLong("accounts"),
                row.getLong("postings"),
                Money.ofFen(row.getLong("balances")),
                Money.ofFen(row.getLong("outside")),
                row.getLong("wrong"));
    }
}
