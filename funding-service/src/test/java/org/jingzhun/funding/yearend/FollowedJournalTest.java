package org.jingzhun.funding.yearend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.Accounts;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.BusyCounty;
import org.jingzhun.funding.ledger.GroupPosting;
import org.jingzhun.funding.ledger.Journal;
import org.junit.jupiter.api.Test;

/** Following a journal in pieces, in any order, gives what following it from its beginning gives. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class FollowedJournalTest {

    private static final int QUESTIONS = 40;

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

    @Test
    void theAgeOfMoneyAfterAnyEntryDoesNotDependOnWhatWasKept() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.println("Seed of the followed journal: " + seed);
        var random = new Random(seed);
        var busy = new BusyCounty("450382", posting, bookkeeping, journal);
        long county = busy.county();
        for (int round = 0; round < 2; round++) {
            busy.work(seed + round, 4, 25);
            CallerScope.call(Caller.system("ageing"), () -> QuarkusTransaction.requiringNew()
                    .call(() -> {
                        long last = count("select max(number) from journal_entry where county = ?", county);
                        var known = accounts.mapOfCounty(county);
                        for (int question = 0; question < QUESTIONS; question++) {
                            long number = random.nextLong(last + 1);
                            var all = followed.afterAll(county, number, known);
                            var after = followed.after(county, number, known, 1 + random.nextInt(20));
                            for (var account : known.keySet()) {
                                assertThat(after.of(account))
                                        .as("account %s after entry %s", account, number)
                                        .isEqualTo(all.of(account));
                            }
                        }
                        return last;
                    }));
        }
        assertThat(CallerScope.call(Caller.system("ageing"), () -> QuarkusTransaction.requiringNew()
                        .call(() -> count("select count(*) from followed_journal where county = ?", county))))
                .as("places up to which it was followed")
                .isGreaterThan(1);
    }

    private long count(String sql, long county) {
        return database.list(sql, row -> row.getLong(1), county).getFirst();
    }
}
