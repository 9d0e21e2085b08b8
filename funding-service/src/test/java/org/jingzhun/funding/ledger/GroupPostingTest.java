package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client;
import org.jspecify.annotations.Nullable;
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

    private static <T> T as(String area, Callable<T> work) throws Exception {
        var clerk = new Caller("clerk@" + area, "Clerk", Set.of("finance-officer"), Area.ofPrefix(area), null);
        return CallerScope.call(clerk, work::call);
    }

    /** A county whose budget and three villages hold money. */
    private final class Books {

        private final String code;
        private final long county;
        private final UUID source = UUID.randomUUID();

        Books(String code) throws Exception {
            this.code = code;
            county = Long.parseLong(code + "000000");
            var movements = new LinkedHashMap<AccountKey, Money>();
            movements.put(AccountKey.source(county, source, YEAR), Money.ofYuan(-1030));
            movements.put(budget(), Money.ofYuan(1000));
            for (int v = 1; v <= 3; v++) {
                movements.put(village(v), Money.ofYuan(10));
            }
            read(() -> bookkeeping.post(JournalEntry.Kind.BUDGET, county, "books:" + source, "memo", movements));
        }

        <T> T read(Callable<T> work) throws Exception {
            return as(code, () -> QuarkusTransaction.requiringNew().call(work));
        }

        AccountKey budget() {
            return AccountKey.budget(county, source, YEAR);
        }

        AccountKey village(int number) {
            return AccountKey.village(county, county + 900_200 + number, source, YEAR);
        }

        Money balance(AccountKey key) throws Exception {
            return read(() -> accounts.find(key).orElseThrow().balance());
        }

        Voucher voucher(AccountKey from, AccountKey to, long yuan, @Nullable String key) {
            return new Voucher(
                    county, "by hand", List.of(new Voucher.Transfer(from.id(), to.id(), Money.ofYuan(yuan))), key);
        }

        GroupPosting.Receipt post(Voucher voucher) throws Exception {
            return as(code, () -> posting.post(voucher));
        }

        LedgerProof proof() throws Exception {
            return read(proving::prove);
        }

        /** Submits all of them while the county's chain is held, so that they stand in one queue. */
        Told atOnce(List<Voucher> vouchers) throws Exception {
            var told = new Told(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
            List<Thread> officers = new ArrayList<>();
            try (var other = owner();
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("select pg_advisory_xact_lock(" + county + ")");
                for (var voucher : vouchers) {
                    officers.add(Thread.ofVirtual().start(() -> {
                        try {
                            told.receipts.add(post(voucher));
                        } catch (Exception refusal) {
                            told.refusals.add(refusal);
                        }
                    }));
                }
                try {
                    Thread.sleep(2000);
                } finally {
                    officers.forEach(o -> System.err.println(o.getState()));
                    told.refusals.forEach(Throwable::printStackTrace);
                }
                other.commit();
            }
            for (var officer : officers) {
                officer.join();
            }
            return told;
        }
    }

    private record Told(Queue<GroupPosting.Receipt> receipts, Queue<Exception> refusals) {}

    private static Connection owner() throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        return DriverManager.getConnection(funding.jdbcUrl(), funding.ownerUser(), funding.ownerPassword());
    }

    @Test
    void whoeverComesWhileAGroupIsUnderWayIsPostedWithTheNext() throws Exception {
        var books = new Books("450925");
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
        assertThat(books.proof().holds()).isTrue();
        assertThat(books.proof().entries()).isEqualTo(61);
    }

    @Test
    void aRefusedOneLeavesItsNeighboursAlone() throws Exception {
        var books = new Books("450926");
        var foreign = new Books("450927");
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
        assertThat(books.proof().holds()).isTrue();
    }

    @Test
    void theSameRequestIsPostedOnceHoweverOftenItComes() throws Exception {
        var books = new Books("450928");
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
        var elsewhere = new Books("450929");
        var books = new Books("450930");
        as("4509", () -> posting.post(elsewhere.voucher(elsewhere.budget(), elsewhere.village(1), 1, "abroad")));
        var told = new Told(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
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
        assertThat(books.proof().holds()).isTrue();
    }

    @Test
    void aKilledTransactionPostsNothingAndTheSameRequestPostsItOnce() throws Exception {
        var books = new Books("450931");
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
        assertThat(books.proof().holds()).isTrue();
    }

    /** Ends whatever waits for the lock of a county's chain. */
    private static int killed() throws SQLException {
        try (var service = service();
                var statement = service.createStatement();
                var rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_locks"
                        + " where locktype = 'advisory' and not granted")) {
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
    void anOfficerOfATownshipMovesTheTownshipsMoneyOnly() throws Exception {
        var books = new Books("450932");
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

    @Test
    void aVoucherIsPostedOverHttpAndUndone() throws Exception {
        var books = new Books("450934");
        var body = Map.of(
                "county",
                "450934",
                "memo",
                "更正",
                "transfers",
                List.of(Map.of(
                        "from", books.budget().id(), "to", books.village(1).id(), "amount", "12.34")));
        var author = new Client.County("450934").author();
        String id = author.header("Idempotency-Key", "k1")
                .body(body)
                .post("/v1/journal-entries")
                .then()
                .statusCode(201)
                .body("kind", equalTo("TRANSFER"))
                .body("postings.amount", equalTo(List.of("-12.34", "12.34")))
                .extract()
                .path("id");
        new Client.County("450934")
                .author()
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/v1/journal-entries")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(id));
        var audit = new Client.County("450934").auditor().get("/v1/audit?objectType=journal-entry&object=" + id);
        audit.then().statusCode(200).body("items.action", equalTo(List.of("voucher-posted")));
        new Client.County("450934")
                .author()
                .body(Map.of("reason", "wrong village"))
                .post("/v1/journal-entries/" + id + "/reversal")
                .then()
                .statusCode(201)
                .body("reverses", equalTo(id));
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(1000));
        new Client.County("450934")
                .author()
                .body(body)
                .header("Idempotency-Key", "k1")
                .post("/v1/journal-entries/")
                .then()
                .statusCode(201);
        new Client.County("450934")
                .author()
                .body(Map.of(
                        "county",
                        "450934",
                        "memo",
                        "too much",
                        "transfers",
                        List.of(Map.of(
                                "from",
                                books.budget().id(),
                                "to",
                                books.village(1).id(),
                                "amount",
                                "1000.01"))))
                .post("/v1/journal-entries")
                .then()
                .statusCode(409)
                .body("code", equalTo("source-overdrawn"));
    }

    @Test
    void vouchersHandedInTogetherArePostedEachForItself() throws Exception {
        var books = new Books("450935");
        var budget = books.budget().id();
        var village = books.village(1).id();
        var author = new Client.County("450935");
        var body = Map.of(
                "vouchers",
                List.of(
                        keyed("a", budget, village, "1.00"),
                        keyed("b", budget, village, "5000.00"),
                        keyed("c", village, UUID.randomUUID(), "1.00"),
                        keyed("a", budget, village, "1.00")));
        for (int sent = 0; sent < 2; sent++) {
            author.author()
                    .body(body)
                    .post("/v1/journal-entries/batches")
                    .then()
                    .statusCode(200)
                    .body("results.key", equalTo(List.of("a", "b", "c", "a")))
                    .body("results.status", equalTo(List.of(201, 409, 422, 201)))
                    .body("results[1].code", equalTo("source-overdrawn"))
                    .body("results[0].number", equalTo(2))
                    .body("results[3].number", equalTo(2));
        }
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(999));
    }

    private static Map<String, Object> keyed(String key, UUID from, UUID to, String amount) {
        return Map.of(
                "key",
                key,
                "voucher",
                Map.of(
                        "county",
                        "450935",
                        "memo",
                        "handed in",
                        "transfers",
                        List.of(Map.of("from", from, "to", to, "amount", amount))));
    }
}
