package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The money's way from a source to the villages, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AllocationStoryTest {

    private static final County JINGXI = new County("451081");
    private static final int VILLAGES = 7;

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void moneyGoesFromASourceByFactorsToTheVillagesAndEveryFenIsAccountedFor() {
        Neighbour.settle(JINGXI, VILLAGES);
        var source = JINGXI.source("中央财政专项扶贫资金");
        JINGXI.budget(source, "1000000.00", "桂财农〔2016〕1号");

        var plan = JINGXI.plan(
                source,
                "999999.99",
                Map.of(
                        "factors",
                        List.of(
                                Map.of("factor", "POOR_PERSONS", "weight", "0.7"),
                                Map.of("factor", "POVERTY_INCIDENCE", "weight", "0.2"),
                                Map.of("factor", "RURAL_PERSONS", "weight", "0.1", "inverse", true)),
                        "floor",
                        "90000.00",
                        "cap",
                        "200000.00"));
        var job = JINGXI.computed(plan);
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
        assertThat(job.getInt("result.shares")).isEqualTo(VILLAGES);

        var shares = sharesOf(plan);
        assertThat(sum(shares)).isEqualTo("999999.99");
        explainsItself(plan, JINGXI.village(1), "FLOOR");
        explainsItself(plan, JINGXI.village(3), "NONE");
        explainsItself(plan, JINGXI.village(VILLAGES), "CAP");
        JINGXI.auditor()
                .get("/v1/allocation-plans/" + plan + "/proof")
                .then()
                .statusCode(200)
                .body("holds", equalTo(true));

        JINGXI.step(JINGXI.reviewer(), plan, "REVIEW").statusCode(200).body("stage", equalTo("REVIEWED"));
        String planned = announced(plan, "PLAN", shares);
        JINGXI.step(JINGXI.head(), plan, "APPROVE").statusCode(200).body("stage", equalTo("APPROVED"));
        JINGXI.step(JINGXI.author(), plan, "PUBLISH")
                .statusCode(200)
                .body("stage", equalTo("PUBLISHED"))
                .body("steps.step", equalTo(List.of("DRAFT", "COMPUTE", "REVIEW", "APPROVE", "PUBLISH")))
                .body("steps[2].takenBy", equalTo("reviewer@451081"));

        theLedgerHoldsIt(source, plan, shares);
        theVillagesAreTold(plan, shares);
        given().get("/v1/disclosures/" + announced(plan, "RESULT", shares))
                .then()
                .body("replaces", equalTo(planned));
    }

    /** Everybody can read it; the id of what was announced in that phase. */
    private static String announced(String plan, String phase, Map<String, String> shares) {
        String disclosure = given().get("/v1/disclosures?division=451081&kind=ALLOCATION_PLAN&year=2016")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.subject == '" + plan + "' && it.phase == '" + phase + "' }.id");
        given().get("/v1/disclosures/" + disclosure)
                .then()
                .statusCode(200)
                .body("content.rows.size()", equalTo(shares.size()))
                .body("content.rows.amount", equalTo(List.copyOf(new TreeMap<>(shares).values())));
        return disclosure;
    }

    private static Map<String, String> sharesOf(String plan) {
        JsonPath list = JINGXI.auditor()
                .get("/v1/allocation-plans/" + plan + "/shares?limit=1000")
                .then()
                .statusCode(200)
                .body("items", hasSize(VILLAGES))
                .extract()
                .jsonPath();
        List<String> divisions = list.getList("items.division");
        List<String> amounts = list.getList("items.amount");
        var shares = new TreeMap<String, String>();
        for (int s = 0; s < divisions.size(); s++) {
            shares.put(divisions.get(s), amounts.get(s));
        }
        return shares;
    }

    private static String sum(Map<String, String> shares) {
        return shares.values().stream()
                .map(Money::parse)
                .reduce(Money.ZERO, Money::plus)
                .toString();
    }

    private static void explainsItself(String plan, String village, String bound) {
        JsonPath share = JINGXI.auditor()
                .get("/v1/allocation-plans/" + plan + "/shares/" + village)
                .then()
                .statusCode(200)
                .body("bound", equalTo(bound))
                .body("parts", hasSize(3))
                .extract()
                .jsonPath();
        List<String> parts = share.getList("parts.amount");
        var sum = Money.parse(share.getString("adjustment")).plus(Money.parse(share.getString("rounding")));
        for (String part : parts) {
            sum = sum.plus(Money.parse(part));
        }
        assertThat(sum).hasToString(share.getString("amount"));
    }

    private static void theLedgerHoldsIt(String source, String plan, Map<String, String> shares) {
        JsonPath accounts = JINGXI.auditor()
                .get("/v1/accounts?limit=1000&year=2016")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .param("source", source);
        assertThat(accounts.getString("items.find { it.kind == 'BUDGET' && it.sourceId == source }.balance"))
                .isEqualTo("0.01");
        assertThat(accounts.getString("items.find { it.kind == 'SOURCE' && it.sourceId == source }.balance"))
                .isEqualTo("-1000000.00");
        shares.forEach((village, amount) -> assertThat(accounts.param("village", village)
                        .getString("items.find { it.division == village && it.sourceId == source }.balance"))
                .isEqualTo(amount));
        JINGXI.auditor()
                .get("/v1/journal-entries")
                .then()
                .statusCode(200)
                .body("items.find { it.businessKey == 'allocation:" + plan + "' }.postings", hasSize(VILLAGES + 1));
        JINGXI.auditor()
                .get("/v1/ledger/proof")
                .then()
                .statusCode(200)
                .body("holds", equalTo(true))
                .body("faults", hasSize(0))
                .body("heads[0].county", startsWith("451081"));
    }

    private static void theVillagesAreTold(String plan, Map<String, String> shares) {
        var told = Neighbour.hear("funding.allocation", plan, VILLAGES);
        assertThat(told).hasSize(VILLAGES);
        for (var event : told) {
            assertThat(event.headers()).containsEntry("ce_type", "org.jingzhun.funding.allocation-approved");
            assertThat(event.headers()).containsEntry("ce_source", "/funding-service");
            assertThat(event.headers()).containsEntry("ce_subject", event.key());
            assertThat(event.payload().getString("villageCode")).isEqualTo(event.key());
            assertThat(event.payload().getString("amount")).isEqualTo(shares.get(event.key()));
            assertThat(event.payload().getString("sourceLevel")).isEqualTo("CENTRAL");
        }
        assertThat(told).extracting(Neighbour.Heard::key).containsExactlyInAnyOrderElementsOf(shares.keySet());
    }

    @Test
    void aWithdrawnAllocationGivesTheMoneyBackAndTellsTheVillages() {
        var county = new County("451030");
        Neighbour.settle(county, 2);
        var source = county.source("自治区扶贫资金");
        county.budget(source, "100.00", "文1");
        var plan = county.plan(source, "100.00", Map.of());
        assertThat(county.computed(plan).getString("state")).isEqualTo("SUCCEEDED");
        county.step(county.reviewer(), plan, "REVIEW").statusCode(200);
        county.step(county.head(), plan, "APPROVE").statusCode(200);
        county.step(county.head(), plan, "WITHDRAW").statusCode(200).body("stage", equalTo("WITHDRAWN"));

        JsonPath accounts = county.auditor().get("/v1/accounts?kind=BUDGET").jsonPath();
        assertThat(accounts.getList("items.balance", String.class)).containsExactly("100.00");
        county.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
        var told = Neighbour.hear("funding.allocation", plan, 4);
        var last = told.stream()
                .filter(e -> e.headers().containsValue("org.jingzhun.funding.allocation-withdrawn"))
                .toList();
        assertThat(last).hasSize(2);
        assertThat(last)
                .allSatisfy(e -> assertThat(e.payload().getString("amount")).isEqualTo("0.00"));
        county.author()
                .post("/v1/allocation-plans/" + plan + "/computation")
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
    }
}
