package org.jingzhun.funding.disclosure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client;
import org.junit.jupiter.api.Test;

/** A batch of benefits is announced, hangs on a board, is objected to, and announced anew. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class DisclosureStoryTest {

    private static final String CODE = "450938";
    private static final long COUNTY = 450_938_000_000L;
    private static final long VILLAGE = COUNTY + 900_201;
    private static final Filter CONTRACT = Contract.filter();
    private static final int MOST = 200;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Inject
    Disclosing disclosing;

    private final UUID batch = UUID.randomUUID();

    private Disclosure announce(long county, String title, String amount, String receiver) {
        var announced = new Announcement(
                DisclosureKind.PAYMENT_BATCH,
                DisclosurePhase.RESULT,
                batch,
                county,
                county,
                2016,
                title,
                "扶" + county,
                Money.parse(amount),
                "",
                List.of(new DisclosedRow(county + 900_201, "雨露计划", receiver, 1L, Money.parse(amount))));
        var officer = new Caller("f", "F", Set.of("finance-officer"), Area.ofPrefix(Long.toString(county)), null);
        return CallerScope.call(
                officer, () -> QuarkusTransaction.requiringNew().call(() -> disclosing.announce(announced)));
    }

    private static RequestSpecification anybody() {
        return given().filter(CONTRACT).contentType(ContentType.JSON);
    }

    @Test
    void whatIsAnnouncedCanBeReadCheckedAndObjectedToByEverybody() throws Exception {
        var first = announce(COUNTY, "雨露计划补助发放", "3000.00", "张三丰");
        anybodyFindsIt(first.id());
        anybodyVerifiesIt(first);
        theBoardShowsItLongEnough(first.id());
        anObjectionIsAnswered(first.id());

        var second = announce(COUNTY, "雨露计划补助发放（更正）", "3500.00", "张三丰");
        anybody()
                .get("/v1/disclosures/" + first.id())
                .then()
                .statusCode(200)
                .body("summary.replacedBy", equalTo(second.id().toString()))
                .body("content.amount", equalTo("3000.00"));
        anybody()
                .get("/v1/disclosures/" + second.id())
                .then()
                .body("replaces", equalTo(first.id().toString()))
                .body("content.amount", equalTo("3500.00"));
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.number()).isEqualTo(first.number() + 1);
    }

    @Test
    void soManyObjectionsWaitAndNoMore() {
        var announced = announce(450_651_000_000L, "两后生补助发放", "3000.00", "张三丰");
        for (int raised = 0; raised < MOST; raised++) {
            object(announced.id()).statusCode(201);
        }
        object(announced.id()).statusCode(429).body("code", equalTo("too-many-objections"));
    }

    private static ValidatableResponse object(UUID id) {
        return anybody()
                .body(Map.of("text", "数字不对"))
                .post("/v1/disclosures/" + id + "/objections")
                .then();
    }

    private static void anybodyFindsIt(UUID id) {
        for (var query : List.of("division=450938&year=2016&kind=PAYMENT_BATCH", "q=雨露计划", "q=扶450938000000")) {
            anybody()
                    .get("/v1/disclosures?" + query)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("public"))
                    .body("items.id", equalTo(List.of(id.toString())));
        }
        anybody().get("/v1/disclosures?division=450938&q=低保").then().body("items", equalTo(List.of()));
        anybody()
                .accept("text/csv")
                .get("/v1/disclosures?division=450938")
                .then()
                .statusCode(200)
                .body(containsString("雨露计划补助发放"));
        var page = anybody().get("/v1/disclosures/" + id);
        page.then()
                .statusCode(200)
                .body("content.rows.receiver", equalTo(List.of("张**")))
                .body("summary.boardDays", equalTo(10));
        assertThat(page.asString()).doesNotContain("张三丰");
        anybody()
                .header("If-None-Match", page.header("ETag"))
                .get("/v1/disclosures/" + id)
                .then()
                .statusCode(304);
        anybody().get("/v1/disclosures/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** With nothing but what is published. */
    private static void anybodyVerifiesIt(Disclosure disclosure) throws Exception {
        var published = anybody().get("/v1/disclosures/" + disclosure.id() + "/verification");
        published.then().statusCode(200).body("holds", equalTo(true));
        var json = published.jsonPath();
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest((json.getString("previousHash") + json.getString("snapshot")).getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(json.getString("hash"));
        String publicKey = anybody().get("/v1/disclosures/key").jsonPath().getString("publicKey");
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
        signature.update(hash);
        assertThat(signature.verify(Base64.getDecoder().decode(json.getString("signature"))))
                .isTrue();
        assertThat(json.getString("snapshot")).doesNotContain("张三丰").contains("张**");
    }

    private static void theBoardShowsItLongEnough(UUID id) {
        var today = LocalDate.now(CHINA);
        record(id, VILLAGE, today, today.plusDays(8))
                .statusCode(422)
                .body("code", equalTo("board-too-short"))
                .body("days", equalTo(10));
        record(id, VILLAGE, today.minusDays(1), today.plusDays(20)).statusCode(422);
        record(id, COUNTY + 900_202, today, today.plusDays(9)).statusCode(422).body("code", equalTo("foreign-board"));
        record(id, VILLAGE, today, today.plusDays(9)).statusCode(201);
        record(id, VILLAGE, today, today.plusDays(9)).statusCode(409).body("code", equalTo("board-recorded-before"));
        anybody().get("/v1/disclosures/" + id).then().body("boards.division", equalTo(List.of(Long.toString(VILLAGE))));
    }

    private static io.restassured.response.ValidatableResponse record(
            UUID id, long village, LocalDate from, LocalDate to) {
        return Client.as("village-officer", Long.toString(VILLAGE))
                .body(Map.of(
                        "division",
                        Long.toString(village),
                        "postedOn",
                        from.toString(),
                        "takenDownOn",
                        to.toString(),
                        "photoSha256",
                        "0".repeat(64)))
                .post("/v1/disclosures/" + id + "/boards")
                .then();
    }

    private static void anObjectionIsAnswered(UUID id) {
        String objection = anybody()
                .body(Map.of("text", "王五没有上学"))
                .post("/v1/disclosures/" + id + "/objections")
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("deadline", equalTo(LocalDate.now(CHINA).plusDays(15).toString()))
                .extract()
                .path("id");
        anybody().get("/v1/disclosures/" + id).then().body("summary.openObjections", equalTo(1));
        anybody()
                .get("/v1/disclosures/" + id + "/objections")
                .then()
                .statusCode(200)
                .body("items.state", equalTo(List.of("OPEN")))
                .body("items[0].text", nullValue());
        Client.as("auditor", CODE)
                .get("/v1/disclosures/" + id + "/objections")
                .then()
                .body("items[0].text", equalTo("王五没有上学"));
        answer("450939", objection).statusCode(404);
        answer(CODE, objection).statusCode(200).body("state", equalTo("ANSWERED"));
        answer(CODE, objection).statusCode(409).body("code", equalTo("answered-before"));
        anybody()
                .get("/v1/disclosures/" + id + "/objections")
                .then()
                .body("items[0].answer", equalTo("已核实"))
                .body("items[0].answeredAt", notNullValue());
        anybody().get("/v1/disclosures/" + id).then().body("summary.openObjections", equalTo(0));
        anybody()
                .body(Map.of("text", ""))
                .post("/v1/disclosures/" + id + "/objections")
                .then()
                .statusCode(400);
        anybody()
                .body(Map.of("text", "x"))
                .post("/v1/disclosures/" + UUID.randomUUID() + "/objections")
                .then()
                .statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse answer(String county, String objection) {
        return Client.as("county-officer", county)
                .body(Map.of("answer", "已核实"))
                .post("/v1/disclosures/objections/" + objection + "/answer")
                .then();
    }

    @Test
    void neitherTheServiceNorAForgerChangesASnapshotUnseen() throws Exception {
        var disclosure = announce(450_939_000_000L, "项目计划公示", "1.00", "李四");
        assertThatThrownBy(() -> change(false, disclosure.id())).hasMessageContaining("permission denied");
        change(true, disclosure.id());
        anybody()
                .get("/v1/disclosures/" + disclosure.id() + "/verification")
                .then()
                .statusCode(200)
                .body("holds", equalTo(false))
                .body("snapshot", not(equalTo(disclosure.snapshot())));
    }

    @Test
    void whatWasTakenAwayIsMissedByWhatCameAfterIt() throws Exception {
        var first = announce(450_386_000_000L, "项目计划公示", "1.00", "李四");
        var second = new Announcement(
                DisclosureKind.PROJECT,
                DisclosurePhase.PLAN,
                UUID.randomUUID(),
                450_386_000_000L,
                450_386_000_000L,
                2016,
                "另一项目公示",
                "",
                null,
                "",
                List.of());
        var officer = new Caller("f", "F", Set.of("finance-officer"), Area.ofPrefix("450386"), null);
        var after = CallerScope.call(
                officer, () -> QuarkusTransaction.requiringNew().call(() -> disclosing.announce(second)));
        verified(after.id(), true);
        run("delete from disclosure_place where disclosure_id = '" + first.id() + "'");
        run("delete from disclosure where id = '" + first.id() + "'");
        verified(after.id(), false);
    }

    private static void verified(UUID id, boolean holds) {
        anybody().get("/v1/disclosures/" + id + "/verification").then().body("holds", equalTo(holds));
    }

    private static void run(String statement) throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        try (var connection =
                        DriverManager.getConnection(funding.jdbcUrl(), funding.ownerUser(), funding.ownerPassword());
                var change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isOne();
        }
    }

    private static void change(boolean asOwner, UUID id) throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        try (var connection = asOwner
                        ? DriverManager.getConnection(funding.jdbcUrl(), funding.ownerUser(), funding.ownerPassword())
                        : DriverManager.getConnection(funding.jdbcUrl(), funding.appUser(), funding.appPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    "update disclosure set snapshot = replace(snapshot, '1.00', '9.00') where id = '" + id + "'");
        }
    }
}
