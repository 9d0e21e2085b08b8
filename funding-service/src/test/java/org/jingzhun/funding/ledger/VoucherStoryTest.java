package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client;
import org.junit.jupiter.api.Test;

/** Vouchers over HTTP: one, undone, and many handed in together. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class VoucherStoryTest {

    @Inject
    GroupPosting posting;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Accounts accounts;

    @Test
    void aVoucherIsPostedOverHttpAndUndone() throws Exception {
        var books = new VoucherBooks("450934", posting, bookkeeping, accounts);
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
    void aVoucherMovesWhatItMayAndKeepsMoneyApart() throws Exception {
        var books = new VoucherBooks("450646", posting, bookkeeping, accounts);
        var other = new VoucherBooks("450646", posting, bookkeeping, accounts);
        var budget = books.budget().id();
        var village = books.village(1).id();
        var source = AccountKey.source(books.county, books.source, 2016).id();
        refused("not-by-hand", 409, List.of(transfer(source, budget, "1.00")));
        refused("same-account", 422, List.of(transfer(budget, budget, "1.00")));
        refused("money-mixed", 409, List.of(transfer(budget, other.village(1).id(), "1.00")));
        var most = transfer(budget, village, "100000000000000.00");
        refused("beyond-limit", 422, List.of(most, most));
        assertThat(books.balance(books.budget())).isEqualTo(Money.ofYuan(1000));
    }

    private static Map<String, Object> transfer(UUID from, UUID to, String amount) {
        return Map.of("from", from, "to", to, "amount", amount);
    }

    private static void refused(String code, int status, List<Map<String, Object>> transfers) {
        new Client.County("450646")
                .author()
                .body(Map.of("county", "450646", "memo", "更正", "transfers", transfers))
                .post("/v1/journal-entries")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void vouchersHandedInTogetherArePostedEachForItself() throws Exception {
        var books = new VoucherBooks("450935", posting, bookkeeping, accounts);
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
