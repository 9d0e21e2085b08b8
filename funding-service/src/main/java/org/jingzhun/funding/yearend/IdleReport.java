package org.jingzhun.funding.yearend;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.Account;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.yearend.ageing.Ageing;
import org.jingzhun.funding.yearend.ageing.Movement;

/**
 * What lay idle on a day, and how long (存量资金年限分析). A county's journal is followed from its beginning: with all of the
 * county, whatever part of it the caller sees, because money that came from elsewhere brings its age along.
 */
@ApplicationScoped
public class IdleReport {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int PIECE = 5_000;
    private static final String COUNTIES = """
            select distinct county from account where division between ? and ? order by county
            """;
    private static final String LAST = """
            select coalesce(max(number), 0) from journal_entry where county = ? and posted_at < ?
            """;
    private static final String LINES = """
            select e.number, e.kind, p.account_id, p.amount_fen
            from journal_entry e join posting p on p.entry_id = e.id
            where e.county = ? and e.number > ? and e.number <= ?
            order by e.number, p.line
            """;

    private final Database database;
    private final Accounts accounts;
    private final IdleBands bands;
    private final CurrentCaller caller;

    IdleReport(Database database, Accounts accounts, IdleBands bands, CurrentCaller caller) {
        this.database = database;
        this.accounts = accounts;
        this.bands = bands;
        this.caller = caller;
    }

    /** The money of an area, as far as the caller sees it, by county, account and age. */
    public List<IdleMoney> list(Area area, LocalDate asOf) {
        var seen = area.intersect(caller.get().area());
        return CallerScope.call(
                Caller.system("ageing"), () -> QuarkusTransaction.requiringNew().call(() -> {
                    List<IdleMoney> idle = new ArrayList<>();
                    for (long county : database.list(COUNTIES, row -> row.getLong(1), seen.from(), seen.to())) {
                        idle.addAll(ofCounty(county, seen, asOf));
                    }
                    return idle;
                }));
    }

    private List<IdleMoney> ofCounty(long county, Area seen, LocalDate asOf) {
        var known = accounts.mapOfCounty(county);
        var ageing = follow(county, asOf.plusDays(1).atStartOfDay(CHINA).toInstant(), known);
        List<IdleMoney> idle = new ArrayList<>();
        for (var account : known.values()) {
            if (account.key().kind().carriedOver() && seen.covers(account.key().division())) {
                for (var lot : ageing.of(account.id())) {
                    int age = lot.age(asOf.getYear());
                    idle.add(new IdleMoney(account, lot, age, bands.get(age, asOf)));
                }
            }
        }
        return idle;
    }

    private record Line(long number, JournalEntry.Kind kind, UUID account, long fen) {}

    private Ageing follow(long county, Instant end, Map<UUID, Account> known) {
        long last = database.list(LAST, row -> row.getLong(1), county, end).getFirst();
        var ageing = new Ageing();
        for (long from = 0; from < last; from += PIECE) {
            var lines = database.list(LINES, IdleReport::read, county, from, Math.min(last, from + PIECE));
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
        return ageing;
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
