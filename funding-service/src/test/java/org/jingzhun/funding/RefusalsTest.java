package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything else that this service says no to, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class RefusalsTest {

    private static final County COUNTY = new County("451028");
    private static final County NEXT_DOOR = new County("451027");
    private static boolean settled;
    private static String source = "";

    @BeforeEach
    void settle() {
        if (settled) {
            return;
        }
        settled = true;
        Neighbour.settle(COUNTY, 4);
        source = COUNTY.source("县级财政专项扶贫资金");
        COUNTY.budget(source, "1000.00", "文1");
    }

    private static Map<String, Object> planBody() {
        return new HashMap<>(Map.of("source", source, "year", 2016, "amount", "100.00", "mode", "FACTOR"));
    }

    @Test
    void theIdOfAnotherCountysPlanIsTaken() {
        var plan = COUNTY.plan(source, "100.00", Map.of());
        NEXT_DOOR.budget(source, "500.00", "文2");
        var path = "/v1/allocation-plans/" + plan;
        NEXT_DOOR.author().body(planBody()).put(path).then().statusCode(409).body("code", equalTo("id-taken"));
        NEXT_DOOR.author().get(path).then().statusCode(404);
        COUNTY.author()
                .body(Map.of("name", "另一来源", "kind", "SPECIAL_FUND", "level", "CENTRAL"))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(428);
    }

    @Test
    void aSourceIsReadByEverybodyAndDescribedAnewWhereItWasRecordedOrAbove() {
        var name = "帮扶协作资金 451028";
        var path = "/v1/sources/" + COUNTY.source(name);
        var other = Map.of("name", name + "（二）", "kind", "SPECIAL_FUND", "level", "CENTRAL");
        var seen = NEXT_DOOR.auditor().get(path).header("ETag");
        NEXT_DOOR
                .author()
                .header("If-Match", seen)
                .body(other)
                .put(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("source-recorded-elsewhere"));
        Client.as("region-officer", "45")
                .header("If-Match", seen)
                .body(other)
                .put(path)
                .then()
                .statusCode(200)
                .body("name", equalTo(name + "（二）"));
    }

    @Test
    void anotherCountySeesNothingOfIt() {
        var plan = COUNTY.plan(source, "100.00", Map.of());
        assertThat(COUNTY.computed(plan).getString("state")).isEqualTo("SUCCEEDED");
        for (var path : List.of("", "/shares", "/shares/" + COUNTY.village(1), "/proof")) {
            NEXT_DOOR
                    .auditor()
                    .get("/v1/allocation-plans/" + plan + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        NEXT_DOOR.step(NEXT_DOOR.reviewer(), plan, "REVIEW").statusCode(404);
        for (var list : List.of("villages", "budgets", "allocation-plans", "accounts", "journal-entries")) {
            NEXT_DOOR
                    .auditor()
                    .get("/v1/" + list + "?division=451028")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
        String account = COUNTY.auditor().get("/v1/accounts").path("items[0].id");
        NEXT_DOOR.auditor().get("/v1/accounts/" + account).then().statusCode(404);
        NEXT_DOOR
                .author()
                .body(Map.of(
                        "county",
                        "451028",
                        "year",
                        2016,
                        "source",
                        source,
                        "amount",
                        "1.00",
                        "documentNumber",
                        "X",
                        "issuedOn",
                        "2016-01-01"))
                .post("/v1/budgets")
                .then()
                .statusCode(422)
                .body("code", equalTo("county-outside-area"));
    }

    @Test
    void aBudgetLineIsRecordedOnceAndItsReversalToo() {
        var other = COUNTY.source("粤桂扶贫协作资金");
        var budget = COUNTY.budget(other, "70.00", "文7");
        COUNTY.author()
                .body(Map.of(
                        "county",
                        "451028",
                        "year",
                        2016,
                        "source",
                        other,
                        "amount",
                        "70.00",
                        "documentNumber",
                        "文7",
                        "issuedOn",
                        "2016-01-01"))
                .post("/v1/budgets")
                .then()
                .statusCode(409)
                .body("code", equalTo("budget-recorded-before"));
        var entry = "/v1/journal-entries/" + budget.getString("entry");
        COUNTY.author()
                .body(Map.of("reason", " "))
                .post(entry + "/reversal")
                .then()
                .statusCode(400);
        String reversal = COUNTY.author()
                .body(Map.of("reason", "录入错误"))
                .post(entry + "/reversal")
                .then()
                .statusCode(201)
                .body("reverses", equalTo(budget.getString("entry")))
                .extract()
                .path("id");
        COUNTY.author()
                .body(Map.of("reason", "again"))
                .post(entry + "/reversal")
                .then()
                .statusCode(409)
                .body("code", equalTo("posted-before"));
        COUNTY.author()
                .body(Map.of("reason", "back"))
                .post("/v1/journal-entries/" + reversal + "/reversal")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-reversible"));
        COUNTY.auditor().get("/v1/budgets/" + budget.getString("id")).then().body("reversed", equalTo(true));
    }

    @Test
    void aSourceHasANameOfItsOwnAndCodesOfTheLists() {
        COUNTY.author()
                .body(Map.of("name", "县级财政专项扶贫资金", "kind", "SPECIAL_FUND", "level", "COUNTY"))
                .post("/v1/sources")
                .then()
                .statusCode(409)
                .body("code", equalTo("source-name-taken"));
        COUNTY.author()
                .body(Map.of("name", "N", "kind", "GIFT", "level", "COUNTY"))
                .post("/v1/sources")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"))
                .body("errors[0].detail", containsString("SPECIAL_FUND"));
    }

    @Test
    void theSameRequestSentAgainGetsTheSameAnswer() {
        var body = planBody();
        String first = COUNTY.author()
                .header("Idempotency-Key", "key-1")
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        COUNTY.author()
                .header("Idempotency-Key", "key-1")
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        body.put("amount", "99.00");
        COUNTY.author()
                .header("Idempotency-Key", "key-1")
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void everyListIsAlsoAStreamOfLinesAndASpreadsheet() {
        COUNTY.plan(source, "100.00", Map.of());
        for (var list : List.of("villages", "sources", "budgets", "accounts", "journal-entries", "allocation-plans")) {
            var lines = stream("application/x-ndjson", list);
            assertThat(lines.lines()).as(list).isNotEmpty().allMatch(line -> line.startsWith("{"));
            assertThat(stream("text/csv", list).lines().count())
                    .isEqualTo(lines.lines().count() + 1);
        }
    }

    /** The contract describes one row of JSON, not a stream of them. */
    private static String stream(String type, String list) {
        return given().auth()
                .oauth2(Tokens.of("auditor", COUNTY.code()))
                .accept(type)
                .get("/v1/" + list)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void refusalsSpeakChineseToo() {
        var body = planBody();
        body.put("amount", "1000.01");
        COUNTY.author()
                .header("Accept-Language", "zh-CN")
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(409)
                .body("title", equalTo("预算不足"));
    }
}
