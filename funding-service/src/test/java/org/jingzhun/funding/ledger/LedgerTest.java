package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.LedgerProof.FaultCode;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.query.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class LedgerTest {

    private static final int YEAR = 2016;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Accounts accounts;

    @Inject
    Journal journal;

    @Inject
    Proving proving;

    @Inject
    Database database;

    private static Caller clerk(long county) {
        return new Caller("clerk", "Clerk", Set.of("finance-officer"), Area.ofPrefix(Long.toString(county)), null);
    }

    private <T> T inCounty(long county, Callable<T> work) {
        return CallerScope.call(
                clerk(county), () -> QuarkusTransaction.requiringNew().call(work));
    }

    private static SequencedMap<AccountKey, Money> movements(long county, UUID source, long fen) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(AccountKey.source(county, source, YEAR), Money.ofFen(-fen));
        movements.put(AccountKey.budget(county, source, YEAR), Money.ofFen(fen));
        return movements;
    }

    private JournalEntry given(long county, UUID source, long fen, String key) {
        return inCounty(
                county,
                () -> bookkeeping.post(JournalEntry.Kind.BUDGET, county, key, "memo", movements(county, source, fen)));
    }

    private Money budget(long county, UUID source) {
        return inCounty(county, () -> accounts.find(AccountKey.budget(county, source, YEAR))
                .orElseThrow()
                .balance());
    }

    @Test
    void postingsMoveBalancesAndNumbersHaveNoGap() {
        long county = 450102000000L;
        var source = UUID.randomUUID();
        assertThat(given(county, source, 500, "n1").number()).isEqualTo(1);
        assertThat(given(county, source, 250, "n2").number()).isEqualTo(2);
        assertThat(budget(county, source)).isEqualTo(Money.ofFen(750));
        var proof = inCounty(county, proving::prove);
        assertThat(proof.holds()).isTrue();
        assertThat(proof.entries()).isEqualTo(2);
        assertThat(proof.accounts()).isEqualTo(2);
    }

    @Test
    void theSameThingIsPostedOnce() {
        long county = 450103000000L;
        var source = UUID.randomUUID();
        given(county, source, 500, "once");
        assertThatThrownBy(() -> given(county, source, 500, "once")).isInstanceOf(LedgerRefusal.PostedBefore.class);
        assertThat(budget(county, source)).isEqualTo(Money.ofFen(500));
    }

    @Test
    void anAccountDoesNotSinkBelowItsLimit() {
        long county = 450105000000L;
        var source = UUID.randomUUID();
        given(county, source, 500, "limit");
        assertThatThrownBy(() -> given(county, source, -501, "too much")).isInstanceOf(LedgerRefusal.Overdrawn.class);
        given(county, source, -500, "all of it");
        assertThat(budget(county, source)).isEqualTo(Money.ZERO);
    }

    @Test
    void entriesPostedAtOnceDoNotOverdrawTogether() throws Exception {
        long county = 450107000000L;
        var source = UUID.randomUUID();
        given(county, source, 500, "at once");
        var threads = new ArrayList<Thread>();
        var refused = new AtomicInteger();
        for (int t = 0; t < 8; t++) {
            var key = "drain " + t;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    given(county, source, -100, key);
                } catch (LedgerRefusal.Overdrawn overdrawn) {
                    refused.incrementAndGet();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(refused).hasValue(3);
        assertThat(budget(county, source)).isEqualTo(Money.ZERO);
        assertThat(inCounty(county, proving::prove).holds()).isTrue();
    }

    @Test
    void anEntryThatExistsIsBalanced() {
        var account = UUID.randomUUID();
        var one = new Posting(account, 450102000000L, Money.ofFen(1));
        assertThatThrownBy(() -> entry(List.of(one, one))).hasMessageContaining("must be balanced");
        assertThatThrownBy(() -> entry(List.of(one))).hasMessageContaining("at least two");
        assertThatThrownBy(() -> new Posting(account, 1, Money.ZERO)).hasMessageContaining("must move money");
        assertThatThrownBy(() -> AccountKey.village(450102000000L, 450102000000L, account, YEAR))
                .hasMessageContaining("village");
    }

    private static JournalEntry entry(List<Posting> postings) {
        return new JournalEntry(
                UUID.randomUUID(),
                450102000000L,
                1,
                JournalEntry.Kind.BUDGET,
                "k",
                "m",
                null,
                "p",
                Instant.EPOCH,
                postings);
    }

    @Test
    void theDatabaseTooRefusesUnbalancedAndLaterLines() {
        long county = 450108000000L;
        var source = UUID.randomUUID();
        var entry = given(county, source, 500, "whole");
        var account = entry.postings().getFirst().accountId();
        assertThatThrownBy(() -> inCounty(
                        county,
                        () -> database.execute(
                                "insert into posting (entry_id, line, account_id, division, amount_fen) values (?, 3, ?, ?, 1)",
                                entry.id(),
                                account,
                                county)))
                .hasStackTraceContaining("takes no further lines");
        assertThatThrownBy(() -> inCounty(
                        county,
                        () -> database.execute(
                                "insert into journal_entry (id, county, number, kind, business_key, memo, posted_by, posted_at,"
                                        + " lines, previous_hash, hash) values (?, ?, 2, 'BUDGET', 'half', 'm', 'p', now(), 2,"
                                        + " '', sha256(''))",
                                UUID.randomUUID(),
                                county)))
                .hasStackTraceContaining("must have all its lines");
    }

    @Test
    void theServiceHasNoRightToChangeThePast() {
        long county = 450109000000L;
        given(county, UUID.randomUUID(), 500, "past");
        for (var sql : List.of(
                "update posting set amount_fen = 1",
                "delete from posting",
                "update journal_entry set memo = ''",
                "delete from journal_entry",
                "update account set balance_fen = 0",
                "delete from account",
                "truncate posting")) {
            assertThatThrownBy(() -> inCounty(county, () -> database.execute(sql)))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void notEvenTheOwnerChangesThePastByMistake() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from posting")).hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("update journal_entry set memo = ''"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void whoeverTampersIsShownByTheProof() throws Exception {
        long county = 450110000000L;
        var source = UUID.randomUUID();
        given(county, source, 500, "t1");
        var entry = given(county, source, 300, "t2");
        given(county, source, 200, "t3");
        tamper("update journal_entry set memo = 'other' where id = '" + entry.id() + "'");
        assertThat(inCounty(county, proving::prove).faults())
                .extracting(LedgerProof.Fault::code)
                .containsExactly(FaultCode.HASH_DIFFERS);
        tamper("update posting set amount_fen = 301 where amount_fen > 0 and entry_id = '" + entry.id() + "'");
        assertThat(inCounty(county, proving::prove).faults())
                .extracting(LedgerProof.Fault::code)
                .containsExactly(FaultCode.BALANCE_DIFFERS, FaultCode.ENTRY_UNBALANCED);
    }

    @Test
    void anotherCountyNeitherSeesNorPosts() {
        long county = 450122000000L;
        long other = 450123000000L;
        var entry = given(county, UUID.randomUUID(), 500, "own");
        assertThat(inCounty(other, () -> journal.find(entry.id()))).isEmpty();
        assertThat(inCounty(other, proving::prove).entries()).isZero();
        assertThatThrownBy(() -> inCounty(
                        other,
                        () -> bookkeeping.post(
                                JournalEntry.Kind.BUDGET,
                                county,
                                "foreign",
                                "m",
                                movements(county, UUID.randomUUID(), 1))))
                .hasStackTraceContaining("row-level security");
    }

    private static Connection owner() throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        return DriverManager.getConnection(funding.jdbcUrl(), funding.ownerUser(), funding.ownerPassword());
    }

    /** What only somebody with the owner's password can do, and only by switching the triggers off. */
    private static void tamper(String sql) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("alter table journal_entry disable trigger user");
            statement.execute("alter table posting disable trigger user");
            statement.execute(sql);
            statement.execute("alter table journal_entry enable trigger user");
            statement.execute("alter table posting enable trigger user");
        }
    }
}
