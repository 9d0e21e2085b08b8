package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.LedgerProof.FaultCode;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;
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
    void anEntryIsUndoneOnceAndAReversalNever() {
        long county = 450921000000L;
        var source = UUID.randomUUID();
        var entry = given(county, source, 500, "undone " + source);
        var reversal = inCounty(county, () -> bookkeeping.reverse(entry.id(), "wrong document"));
        assertThat(reversal.reverses()).isEqualTo(entry.id());
        assertThat(budget(county, source)).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> inCounty(county, () -> bookkeeping.reverse(entry.id(), "again")))
                .isInstanceOf(LedgerRefusal.PostedBefore.class);
        assertThatThrownBy(() -> inCounty(county, () -> bookkeeping.reverse(reversal.id(), "back")))
                .isInstanceOf(LedgerRefusal.NotReversible.class);
        assertThatThrownBy(() ->
                        inCounty(county, () -> bookkeeping.undo(reversal.id(), JournalEntry.Kind.REVERSAL, "back")))
                .isInstanceOf(LedgerRefusal.NotReversible.class);
        assertThatThrownBy(() -> inCounty(
                        county, () -> bookkeeping.undo(entry.id(), JournalEntry.Kind.ALLOCATION, "not its own")))
                .isInstanceOf(LedgerRefusal.NotReversible.class);
        assertThat(inCounty(county, proving::prove).holds()).isTrue();
    }

    @Test
    void whatAProcedurePostedIsUndoneByItAlone() {
        long county = 450922000000L;
        var source = UUID.randomUUID();
        given(county, source, 500, "for a project " + source);
        var project = UUID.randomUUID();
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(AccountKey.budget(county, source, YEAR), Money.ofFen(-400));
        movements.put(AccountKey.project(county, county + 900_201, source, YEAR, project), Money.ofFen(400));
        var funding = inCounty(
                county,
                () -> bookkeeping.post(
                        JournalEntry.Kind.PROJECT_FUNDING, county, "project:" + project, "memo", movements));
        assertThatThrownBy(() -> inCounty(county, () -> bookkeeping.reverse(funding.id(), "by hand")))
                .isInstanceOf(LedgerRefusal.NotReversible.class);
        inCounty(county, () -> bookkeeping.undo(funding.id(), JournalEntry.Kind.PROJECT_FUNDING, "cancelled"));
        assertThat(budget(county, source)).isEqualTo(Money.ofFen(500));
        assertThat(inCounty(county, proving::prove).holds()).isTrue();
    }

    @Test
    void oneKindOfAccountHasOneForEachSubject() {
        long county = 450923000000L;
        var source = UUID.randomUUID();
        given(county, source, 500, "for subjects " + source);
        var one = AccountKey.project(county, county, source, YEAR, UUID.randomUUID());
        var other = AccountKey.project(county, county, source, YEAR, UUID.randomUUID());
        var paid = AccountKey.paid(county, county + 900_201, source, YEAR);
        var transit = AccountKey.inTransit(county, source, YEAR);
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(AccountKey.budget(county, source, YEAR), Money.ofFen(-10));
        movements.put(one, Money.ofFen(1));
        movements.put(other, Money.ofFen(2));
        movements.put(paid, Money.ofFen(3));
        movements.put(transit, Money.ofFen(4));
        var entry = inCounty(
                county, () -> bookkeeping.post(JournalEntry.Kind.TRANSFER, county, "s:" + source, "m", movements));
        assertThat(entry.postings()).extracting(Posting::accountId).contains(one.id(), other.id(), paid.id());
        var found = inCounty(county, () -> accounts.findAll(movements.keySet()));
        assertThat(found.values())
                .extracting(Account::key, Account::balance)
                .contains(tuple(one, Money.ofFen(1)), tuple(other, Money.ofFen(2)));
        assertThat(inCounty(
                        county,
                        () -> accounts.list(
                                Area.EVERYWHERE, new Accounts.Filter(null, YEAR, source, other.subject()), null, 10)))
                .extracting(Account::key)
                .containsExactly(other);
    }

    @Test
    void anAccountNamesItsSubjectExactlyIfItsKindHasOne() {
        long county = 450923000000L;
        var some = UUID.randomUUID();
        for (var kind : AccountKind.values()) {
            boolean county0 = kind != AccountKind.VILLAGE;
            long division = county0 ? county : county + 900_201;
            if (!kind.mayBeAbout(true)) {
                assertThatThrownBy(() -> new AccountKey(kind, county, division, some, YEAR, some))
                        .hasMessageContaining("must name its subject");
                assertThatThrownBy(() -> insertAccount(kind, county, division, some))
                        .hasStackTraceContaining("account_has_its_subject");
            }
            if (!kind.mayBeAbout(false)) {
                assertThatThrownBy(() -> new AccountKey(kind, county, division, some, YEAR, null))
                        .hasMessageContaining("must name its subject");
                assertThatThrownBy(() -> insertAccount(kind, county, division, null))
                        .hasStackTraceContaining("account_has_its_subject");
            }
        }
        assertThatThrownBy(() -> insertAccount(AccountKind.IN_TRANSIT, county, county + 900_201, null))
                .hasStackTraceContaining("account_has_its_owner");
    }

    private int insertAccount(AccountKind kind, long county, long division, @Nullable UUID subject) {
        return inCounty(
                county,
                () -> database.execute(
                        "insert into account (id, kind, county, division, source_id, year, subject, minimum_fen)"
                                + " values (?, ?, ?, ?, ?, ?, ?::uuid, case when ? then 0 end)",
                        UUID.randomUUID(),
                        kind.name(),
                        county,
                        division,
                        UUID.randomUUID(),
                        YEAR,
                        subject,
                        kind.neverBelowZero()));
    }

    @Test
    void theIdOfAnAccountIsMadeOfWhatItIsFor() throws Exception {
        long county = 450924000000L;
        var source = UUID.randomUUID();
        given(county, source, 500, "ids " + source);
        var key = AccountKey.budget(county, source, YEAR);
        assertThat(inCounty(county, () -> accounts.find(key)).orElseThrow().id())
                .isEqualTo(key.id());
        try (var owner = owner();
                var statement = owner.createStatement()) {
            var tampering = "update account set year = year + %d where id = '" + key.id() + "'";
            assertThatThrownBy(() -> statement.execute(tampering.formatted(1)))
                    .hasMessageContaining("account_id_is_made_of_it");
            statement.execute("alter table account drop constraint account_id_is_made_of_it");
            statement.execute(tampering.formatted(1));
            assertThat(inCounty(county, proving::prove).faults())
                    .extracting(LedgerProof.Fault::code)
                    .containsExactly(FaultCode.ACCOUNT_DIFFERS);
            statement.execute(tampering.formatted(-1));
            statement.execute(
                    "alter table account add constraint account_id_is_made_of_it check (uuid_extract_version(id)"
                            + " is distinct from 8 or id = account_id(kind, county, division, source_id, year, subject))");
        }
        assertThat(inCounty(county, proving::prove).holds()).isTrue();
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
