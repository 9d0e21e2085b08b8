package org.jingzhun.funding.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.LedgerProof.Fault;
import org.jingzhun.funding.ledger.LedgerProof.FaultCode;
import org.jingzhun.funding.ledger.LedgerProof.Head;
import org.jspecify.annotations.Nullable;

/** Recomputes balances from postings and the hash chains from the entries, within the caller's area. */
@ApplicationScoped
public class Proving {

    private static final int SLICE = 500;
    private static final int FAULTS_SHOWN = 100;
    private static final String WRONG_BALANCES = """
            select a.id, a.balance_fen, coalesce(sum(p.amount_fen), 0) as sum_fen
            from account a left join posting p on p.account_id = a.id
            group by a.id having a.balance_fen <> coalesce(sum(p.amount_fen), 0)
            order by a.id limit ?
            """;
    private static final String WRONG_KEYS = """
            select id, account_id(kind, county, division, source_id, year, subject) as made_id
            from account
            where uuid_extract_version(id) = 8 and id <> account_id(kind, county, division, source_id, year, subject)
            order by id limit ?
            """;
    private static final String UNBALANCED = """
            select e.id, coalesce(sum(p.amount_fen), 0) as sum_fen, count(p.line) as counted, e.lines
            from journal_entry e left join posting p on p.entry_id = e.id
            group by e.id having coalesce(sum(p.amount_fen), 0) <> 0 or count(p.line) <> e.lines
            order by e.id limit ?
            """;

    private final Database database;
    private final Journal journal;

    Proving(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Reads every entry of the caller's area; the chains only when every entry is whole. */
    @Transactional
    public LedgerProof prove() {
        List<Fault> faults = new ArrayList<>(database.list(
                WRONG_BALANCES,
                row -> new Fault(
                        FaultCode.BALANCE_DIFFERS,
                        "account " + row.getString("id"),
                        "balance " + row.getLong("balance_fen") + " fen, postings " + row.getLong("sum_fen") + " fen"),
                FAULTS_SHOWN));
        faults.addAll(database.list(
                WRONG_KEYS,
                row -> new Fault(
                        FaultCode.ACCOUNT_DIFFERS,
                        "account " + row.getString("id"),
                        "what it is for makes the id " + row.getString("made_id")),
                FAULTS_SHOWN));
        faults.addAll(database.list(
                UNBALANCED,
                row -> new Fault(
                        FaultCode.ENTRY_UNBALANCED,
                        "entry " + row.getString("id"),
                        "sum " + row.getLong("sum_fen") + " fen, " + row.getInt("counted") + " of "
                                + row.getInt("lines") + " lines"),
                FAULTS_SHOWN));
        long accounts = database.list("select count(*) from account", row -> row.getLong(1))
                .getFirst();
        if (!faults.isEmpty()) {
            return new LedgerProof(accounts, 0, faults, List.of());
        }
        return proveChains(accounts);
    }

    private LedgerProof proveChains(long accounts) {
        List<Fault> faults = new ArrayList<>();
        var ends = new TreeMap<Long, Journal.Link>();
        long entries = 0;
        Journal.@Nullable Place after = null;
        List<Journal.Hashed> slice;
        do {
            slice = journal.list(Area.EVERYWHERE, null, after, SLICE);
            for (var hashed : slice) {
                var entry = hashed.entry();
                var end = ends.getOrDefault(entry.county(), new Journal.Link(0, HashChain.BEGINNING));
                check(end, hashed, faults);
                ends.put(entry.county(), new Journal.Link(entry.number(), hashed.hash()));
                after = new Journal.Place(entry.county(), entry.number());
                entries++;
            }
        } while (slice.size() == SLICE && faults.size() < FAULTS_SHOWN);
        List<Head> heads = new ArrayList<>();
        ends.forEach((county, end) -> heads.add(new Head(Long.toString(county), end.number(), end.hash())));
        return new LedgerProof(accounts, entries, faults, heads);
    }

    private static void check(Journal.Link end, Journal.Hashed hashed, List<Fault> faults) {
        var entry = hashed.entry();
        if (entry.number() != end.number() + 1) {
            faults.add(new Fault(
                    FaultCode.NUMBER_MISSING,
                    "county " + entry.county(),
                    "entry " + end.number() + " is followed by " + entry.number()));
        }
        var recomputed = HashChain.next(end.hash(), entry);
        if (!recomputed.equals(hashed.hash())) {
            faults.add(new Fault(
                    FaultCode.HASH_DIFFERS,
                    "entry " + entry.id(),
                    "stored " + hashed.hash() + ", recomputed " + recomputed));
        }
    }
}
