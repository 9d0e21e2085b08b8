package org.jingzhun.funding.yearend;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.Accounts;

/**
 * What lay idle on a day, and how long (存量资金年限分析). A county's journal is followed with all of the county, whatever
 * part of it the caller sees, because money that came from elsewhere brings its age along.
 */
@ApplicationScoped
public class IdleReport {

    private static final int STEP = 2_000;

    /** What was posted longer ago is committed. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private static final String COUNTIES = """
            select distinct county from account where division between ? and ? order by county
            """;
    private static final String LAST = """
            select number from journal_entry where county = ? and posted_at < ? order by posted_at desc, number desc limit 1
            """;

    private final Database database;
    private final Accounts accounts;
    private final FollowedJournal journal;
    private final IdleBands bands;
    private final CurrentCaller caller;
    private final Clock clock;

    IdleReport(
            Database database,
            Accounts accounts,
            FollowedJournal journal,
            IdleBands bands,
            CurrentCaller caller,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.journal = journal;
        this.bands = bands;
        this.caller = caller;
        this.clock = clock;
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
        var end = asOf.plusDays(1).atStartOfDay(Clocks.SHANGHAI).toInstant();
        var until = new FollowedJournal.Until(
                last(county, earlier(end, clock.instant().minus(LONGEST_TRANSACTION))), last(county, end), end);
        var ageing = journal.after(county, until, known, STEP);
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

    private long last(long county, Instant end) {
        return database.find(LAST, row -> row.getLong(1), county, end).orElse(0L);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
