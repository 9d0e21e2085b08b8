package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jingzhun.funding.ledger.Clerk.YEAR;
import static org.jingzhun.funding.ledger.Clerk.inCounty;
import static org.jingzhun.funding.ledger.Clerk.movements;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class LedgerTest {

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Accounts accounts;

    @Inject
    Journal journal;

    @Inject
    Proving proving;

    private Clerk clerk() {
        return new Clerk(bookkeeping);
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
        assertThat(clerk().given(county, source, 500, "n1").number()).isEqualTo(1);
        assertThat(clerk().given(county, source, 250, "n2").number()).isEqualTo(2);
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
        clerk().given(county, source, 500, "once");
        assertThatThrownBy(() -> clerk().given(county, source, 500, "once"))
                .isInstanceOf(LedgerRefusal.PostedBefore.class);
        assertThat(budget(county, source)).isEqualTo(Money.ofFen(500));
    }

    @Test
    void anAccountDoesNotSinkBelowItsLimit() {
        long county = 450105000000L;
        var source = UUID.randomUUID();
        clerk().given(county, source, 500, "limit");
        assertThatThrownBy(() -> clerk().given(county, source, -501, "too much"))
                .isInstanceOf(LedgerRefusal.Overdrawn.class);
        clerk().given(county, source, -500, "all of it");
        assertThat(budget(county, source)).isEqualTo(Money.ZERO);
    }

    @Test
    void entriesPostedAtOnceDoNotOverdrawTogether() throws Exception {
        long county = 450107000000L;
        var source = UUID.randomUUID();
        clerk().given(county, source, 500, "at once");
        var threads = new ArrayList<Thread>();
        var refused = new AtomicInteger();
        for (int t = 0; t < 8; t++) {
            var key = "drain " + t;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    clerk().given(county, source, -100, key);
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
        var entry = clerk().given(county, source, 500, "undone " + source);
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
        clerk().given(county, source, 500, "for a project " + source);
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
        clerk().given(county, source, 500, "for subjects " + source);
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
    void anotherCountyNeitherSeesNorPosts() {
        long county = 450122000000L;
        long other = 450123000000L;
        var entry = clerk().given(county, UUID.randomUUID(), 500, "own");
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
}
