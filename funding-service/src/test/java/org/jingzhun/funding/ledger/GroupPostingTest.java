package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.funding.ledger.VoucherBooks.as;
import static org.jingzhun.funding.ledger.VoucherBooks.owner;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

/** Vouchers posted in groups: together, and still each for itself. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class GroupPostingTest {

    private static final int YEAR = 2016;

    @Inject
    GroupPosting posting;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Accounts accounts;

    @Inject
    Proving proving;

    @Inject
    Journal journal;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Inject
    CurrentCaller caller;

    private VoucherBooks books(String code) throws Exception {
        return new VoucherBooks(code, posting, bookkeeping, accounts);
    }

    private LedgerProof proof(VoucherBooks books) throws Exception {
        return books.read(proving::prove);
    }

    @Test
    void whoeverComesWhileAGroupIsUnderWayIsPostedWithTheNext() throws Exception {
        var books = books("450925");
        List<Voucher> vouchers = new ArrayList<>();
        for (int v = 0; v < 60; v++) {
            vouchers.add(books.voucher(books.budget(), books.village(1 + v % 3), 1, null));
        }
        var told = books.atOnce(vouchers);
        assertThat(told.refusals()).isEmpty();
        assertThat(told.receipts())
                .extracting(r -> r.entry().number())
                .doesNotHaveDuplicates()
                .hasSize(60);
        assertThat(told.receipts().stream()
                        .map(r -> r.entry().postedAt())
                        .distinct()
                        .count())
                .as("transactions")
                .isLessThanOrEqualTo(2);
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(940));
        assertThat(books.balance(books.village(2))).isEqualTo(Money.ofYuan(30));
        assertThat(proof(books).holds()).isTrue();
        assertThat(proof(books).entries()).isEqualTo(61);
    }

    @Test
    void aRefusedOneLeavesItsNeighboursAlone() throws Exception {
        var books = books("450926");
        var foreign = books("450927");
        var other = AccountKey.village(books.county, books.county + 900_201, UUID.randomUUID(), YEAR);
        books.read(() -> bookkeeping.post(
                JournalEntry.Kind.BUDGET,
                books.county,
                "other:" + other.sourceId(),
                "memo",
                new LinkedHashMap<>(Map.of(
                        AccountKey.source(books.county, other.sourceId(), YEAR),
                        Money.ofYuan(-1),
                        other,
                        Money.ofYuan(1)))));
        var told = books.atOnce(List.of(
                books.voucher(books.budget(), books.village(1), 600, null),
                books.voucher(books.budget(), books.village(1), 600, null),
                books.voucher(books.village(2), books.village(3), 11, null),
                books.voucher(books.village(2), books.village(3), 10, null),
                books.voucher(books.village(2), foreign.village(3), 1, null),
                books.voucher(books.village(1), other, 1, null),
                books.voucher(books.village(1), books.village(1), 1, null),
                books.voucher(AccountKey.source(books.county, books.source, YEAR), books.budget(), 1, null)));
        assertThat(told.receipts()).hasSize(2);
        assertThat(told.refusals())
                .extracting(Object::getClass)
                .contains(
                        LedgerRefusal.Overdrawn.class,
                        LedgerRefusal.UnknownAccount.class,
                        LedgerRefusal.MoneyMixed.class,
                        LedgerRefusal.SameAccount.class,
                        LedgerRefusal.NotByHand.class);
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(400));
        assertThat(books.balance(books.village(1))).isEqualTo(Money.ofYuan(610));
        assertThat(foreign.balance(foreign.village(3))).isEqualTo(Money.ofYuan(10));
        assertThat(proof(books).holds()).isTrue();
    }

    @Test
    void theSameRequestIsPostedOnceHoweverOftenItComes() throws Exception {
        var books = books("450928");
        var voucher = books.voucher(books.budget(), books.village(1), 7, "the key");
        var told = books.atOnce(List.of(voucher, voucher, voucher, voucher));
        assertThat(told.receipts())
                .extracting(r -> r.entry().id())
                .containsOnly(told.receipts().element().entry().id());
        assertThat(told.receipts()).filteredOn(r -> !r.before()).hasSize(1);
        assertThat(books.post(voucher).before()).isTrue();
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(993));
        assertThatThrownBy(() -> books.post(books.voucher(books.budget(), books.village(1), 8, "the key")))
                .isInstanceOf(LedgerRefusal.KeyReused.class);
    }

    @Test
    void whatTheDatabaseRefusesOfOneIsPostedOfTheOthers() throws Exception {
        var elsewhere = books("450929");
        var books = books("450930");
        as("4509", () -> posting.post(elsewhere.voucher(elsewhere.budget(), elsewhere.village(1), 1, "abroad")));
        var told = new VoucherBooks.Told(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        var city = Thread.ofVirtual().unstarted(() -> {
            try {
                told.receipts()
                        .add(as(
                                "4509",
                                () -> posting.post(books.voucher(books.budget(), books.village(1), 1, "abroad"))));
            } catch (Exception refusal) {
                told.refusals().add(refusal);
            }
        });
        city.start();
        var others = books.atOnce(List.of(
                books.voucher(books.budget(), books.village(1), 2, null),
                books.voucher(books.budget(), books.village(1), 3, null)));
        city.join();
        assertThat(others.receipts()).hasSize(2);
        assertThat(told.refusals()).hasSize(1).first().isInstanceOf(LedgerRefusal.PostedBefore.class);
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(995));
        assertThat(proof(books).holds()).isTrue();
    }

    @Test
    void aKilledTransactionPostsNothingAndTheSameRequestPostsItOnce() throws Exception {
        var books = books("450931");
        var voucher = books.voucher(books.budget(), books.village(1), 5, "killed");
        var told = new ConcurrentLinkedQueue<Object>();
        try (var other = owner();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + books.county + ")");
            var officer = Thread.ofVirtual().start(() -> {
                try {
                    told.add(books.post(voucher));
                } catch (Exception failure) {
                    told.add(failure);
                }
            });
            await().until(() -> killed() > 0);
            officer.join();
            other.commit();
        }
        assertThat(told).hasSize(1).first().isInstanceOf(RuntimeException.class);
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(1000));
        assertThat(books.post(voucher).before()).isFalse();
        assertThat(books.post(voucher).before()).isTrue();
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(995));
        assertThat(proof(books).holds()).isTrue();
    }

    /** Ends whatever waits for the lock of a county's chain. */
    private static int killed() throws SQLException {
        try (var service = service();
                var statement = service.createStatement();
                var rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_locks"
                        + " where locktype = 'advisory' and not granted"
                        + " and database = (select oid from pg_database where datname = current_database())")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The service's own role: it may end its own sessions. */
    private static Connection service() throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        return DriverManager.getConnection(funding.jdbcUrl(), funding.appUser(), funding.appPassword());
    }

    @Test
    void whoeverWaitsIsAnsweredEvenIfThePosterDies() throws Exception {
        var books = books("450384");
        var taken = new CountDownLatch(1);
        var dies = new CountDownLatch(1);
        var mortal = new GroupPosting(
                new PostingGroup(accounts, journal, audit, clock) {
                    @Override
                    List<Outcome> post(List<Submission> submissions) {
                        if ("dies".equals(submissions.getFirst().voucher().key())) {
                            taken.countDown();
                            await().until(() -> dies.getCount() == 0);
                            return new Unreadable();
                        }
                        return super.post(submissions);
                    }
                },
                audit,
                caller);
        var told = new ConcurrentLinkedQueue<Object>();
        var first = told(mortal, books.voucher(books.budget(), books.village(1), 1, "dies"), told);
        taken.await();
        var second = told(mortal, books.voucher(books.budget(), books.village(1), 2, "lives"), told);
        await().until(() -> VoucherBooks.isWaiting(second));
        dies.countDown();
        first.join();
        second.join();
        assertThat(told)
                .hasSize(2)
                .hasAtLeastOneElementOfType(GroupPosting.Receipt.class)
                .anySatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(IllegalStateException.class, failure -> assertThat(failure)
                                .hasMessageContaining("send it again")));
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(998));
    }

    /** The transaction has ended, and the poster dies before it has told anybody. */
    private static final class Unreadable extends AbstractList<Outcome> {

        @Override
        public Outcome get(int index) {
            throw new StackOverflowError();
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static Thread told(GroupPosting posting, Voucher voucher, Queue<Object> told) {
        return Thread.ofVirtual().start(() -> {
            try {
                told.add(as("450384", () -> posting.post(voucher)));
            } catch (Exception failure) {
                told.add(failure);
            }
        });
    }

    @Test
    void anOfficerOfATownshipMovesTheTownshipsMoneyOnly() throws Exception {
        var books = books("450932");
        var voucher = books.voucher(books.village(1), books.village(2), 5, null);
        assertThatThrownBy(() -> as("450932901", () -> posting.post(voucher)))
                .isInstanceOf(LedgerRefusal.UnknownAccount.class);
        assertThatThrownBy(() -> as("450933", () -> posting.post(voucher)))
                .isInstanceOf(LedgerRefusal.UnknownAccount.class);
        assertThatThrownBy(() ->
                        as("450932900", () -> posting.post(books.voucher(books.budget(), books.village(2), 5, null))))
                .isInstanceOf(LedgerRefusal.UnknownAccount.class);
        assertThat(as("450932900", () -> posting.post(voucher)).entry().number())
                .isEqualTo(2);
    }
}
