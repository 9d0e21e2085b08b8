package org.jingzhun.funding.yearend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.BusyCounty;
import org.jingzhun.funding.ledger.GroupPosting;
import org.jingzhun.funding.ledger.Journal;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

/** Following a journal in pieces, in any order, gives what following it from its beginning gives. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class FollowedJournalTest {

    private static final int QUESTIONS = 40;
    private static final long CITY = 450_300_000_000L;

    @Inject
    GroupPosting posting;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Journal journal;

    @Inject
    Accounts accounts;

    @Inject
    Database database;

    @Inject
    FollowedJournal followed;

    @Inject
    IdleReport report;

    @Test
    void theAgeOfMoneyAfterAnyEntryDoesNotDependOnWhatWasKept() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.println("Seed of the followed journal: " + seed);
        var random = new Random(seed);
        var busy = new BusyCounty("450382", posting, bookkeeping, journal);
        long county = busy.county();
        for (int round = 0; round < 2; round++) {
            busy.work(seed + round, 4, 25);
            theCityHandsDown(county);
            busy.work(seed + 10 + round, 2, 10);
            everywhere(() -> {
                var known = accounts.mapOfCounty(county);
                for (int question = 0; question < QUESTIONS; question++) {
                    var until = until(county, random);
                    var all = followed.afterAll(county, until, known);
                    var after = followed.after(county, until, known, 1 + random.nextInt(20));
                    for (var account : known.keySet()) {
                        assertThat(after.of(account))
                                .as("account %s, %s", account, until)
                                .isEqualTo(all.of(account));
                    }
                }
                return known;
            });
        }
        assertThat(everywhere(() -> count("select count(*) from followed_journal where county = ?", county)))
                .as("places up to which it was followed")
                .isGreaterThan(1);
        whatLiesIdleIsWhatTheAccountsHold();
    }

    private static <T> T everywhere(Callable<T> work) {
        return CallerScope.call(
                Caller.system("ageing"), () -> QuarkusTransaction.requiringNew().call(work));
    }

    /** From the city's books into the county's budget. */
    private void theCityHandsDown(long county) {
        var source = UUID.randomUUID();
        var given = new LinkedHashMap<AccountKey, Money>();
        given.put(AccountKey.source(CITY, source, 2016), Money.ofFen(-900));
        given.put(AccountKey.budget(CITY, source, 2016), Money.ofFen(900));
        var handed = new LinkedHashMap<AccountKey, Money>();
        handed.put(AccountKey.budget(CITY, source, 2016), Money.ofFen(-700));
        handed.put(AccountKey.budget(county, source, 2016), Money.ofFen(700));
        everywhere(() -> bookkeeping.post(JournalEntry.Kind.BUDGET, CITY, "given:" + source, "given", given));
        everywhere(() -> bookkeeping.post(JournalEntry.Kind.ALLOCATION, CITY, "handed:" + source, "handed", handed));
    }

    /** Some entry, some earlier one that is settled, and the moment after it. */
    private FollowedJournal.Until until(long county, Random random) {
        long last = random.nextLong(count("select max(number) from journal_entry where county = ?", county) + 1);
        var end = database.find(
                        "select posted_at from journal_entry where county = ? and number = ?",
                        row -> row.getObject(1, OffsetDateTime.class)
                                .toInstant()
                                .plusNanos(1_000),
                        county,
                        last)
                .orElse(Instant.EPOCH);
        return new FollowedJournal.Until(random.nextLong(last + 1), last, end);
    }

    private void whatLiesIdleIsWhatTheAccountsHold() {
        var idle = CallerScope.call(
                new Caller("auditor", "Auditor", Set.of("auditor"), Area.ofPrefix("4503"), null),
                () -> report.list(Area.ofPrefix("4503"), LocalDate.now(Clocks.SHANGHAI)));
        Map<UUID, Money> lots = new HashMap<>();
        idle.forEach(money -> lots.merge(money.account().id(), money.lot().amount(), Money::plus));
        var held = everywhere(() -> {
            Map<UUID, Money> balances = new HashMap<>();
            for (long books : List.of(CITY, 450_382_000_000L)) {
                accounts.mapOfCounty(books).values().stream()
                        .filter(account -> account.key().kind().carriedOver()
                                && !account.balance().isZero())
                        .forEach(account -> balances.put(account.id(), account.balance()));
            }
            return balances;
        });
        assertThat(held).isNotEmpty();
        assertThat(lots).containsAllEntriesOf(held);
    }

    private long count(String sql, long county) {
        return database.list(sql, row -> row.getLong(1), county).getFirst();
    }
}
