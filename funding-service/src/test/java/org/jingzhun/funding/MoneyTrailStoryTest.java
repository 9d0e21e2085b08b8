package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where money went and came from, and totals that the ledger proves, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class MoneyTrailStoryTest {

    private static final County COUNTY = new County("450828");

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void moneyIsFollowedFromItsSourceToTheVillagesAndBackAndNoFenIsMissing() {
        Neighbour.settle(COUNTY, 3);
        var source = COUNTY.source("中央专项（贵港流向）");
        COUNTY.budget(source, "60000.00", "文1");
        COUNTY.budget(source, "1000.00", "文2");
        var plan = COUNTY.plan(
                source, "60000.00", Map.of("factors", List.of(Map.of("factor", "POOR_PERSONS", "weight", "1"))));
        assertThat(COUNTY.computed(plan).getString("state")).isEqualTo("SUCCEEDED");
        COUNTY.step(COUNTY.reviewer(), plan, "REVIEW").statusCode(200);
        COUNTY.step(COUNTY.head(), plan, "APPROVE").statusCode(200);

        JsonPath trail = COUNTY.auditor()
                .get("/v1/money-trail?source=" + source)
                .then()
                .statusCode(200)
                .body("proof.holds", equalTo(true))
                .body("proof.balances", equalTo("0.00"))
                .body("stations.find { it.kind == 'SOURCE' }.gave", equalTo("61000.00"))
                .body("stations.find { it.kind == 'BUDGET' }.balance", equalTo("1000.00"))
                .body("stations.find { it.kind == 'VILLAGE' }.accounts", equalTo(3))
                .body("stations.find { it.kind == 'VILLAGE' }.received", equalTo("60000.00"))
                .extract()
                .jsonPath();
        assertThat(trail.getString("flows.find { it.from == 'BUDGET' && it.to == 'VILLAGE' }.amount"))
                .isEqualTo("60000.00");
        assertThat(trail.getInt("flows.find { it.from == 'SOURCE' && it.to == 'BUDGET' }.count"))
                .isEqualTo(2);

        COUNTY.auditor()
                .get("/v1/money-trail?source=" + source + "&division=" + COUNTY.village(3))
                .then()
                .statusCode(200)
                .body("proof.holds", equalTo(true))
                .body("proof.balances", equalTo("30000.00"))
                .body("proof.outside", equalTo("30000.00"))
                .body("flows.find { it.from == 'BUDGET' }.entries", equalTo("ALLOCATION"));

        for (var by : List.of("SOURCE", "PURPOSE", "DIVISION", "YEAR")) {
            COUNTY.auditor()
                    .get("/v1/money-trail/totals?by=" + by + "&level=VILLAGE")
                    .then()
                    .statusCode(200)
                    .body("holds", equalTo(true))
                    .body("proof.wrongAccounts", equalTo(0));
        }
        COUNTY.auditor()
                .get("/v1/money-trail/totals?by=SOURCE")
                .then()
                .body("items.find { it.key == '" + source + "' }.given", equalTo("61000.00"))
                .body("items.find { it.key == '" + source + "' }.name", equalTo("中央专项（贵港流向）"))
                .body("items.find { it.key == '" + source + "' }.sum", equalTo("0.00"));
        COUNTY.auditor()
                .get("/v1/money-trail/totals?by=DIVISION&level=VILLAGE&source=" + source)
                .then()
                .body("items.find { it.key == '" + COUNTY.village(2) + "' }.sum", equalTo("20000.00"));
        COUNTY.auditor().get("/v1/money-trail/totals").then().statusCode(400);
        COUNTY.auditor().get("/v1/money-trail/totals?by=YEAR&year=1").then().statusCode(400);
    }

    @Test
    void whatAHouseholdWasPaidIsFollowedBackToTheDocumentBehindIt() {
        var county = new County("450829");
        var office = new BenefitOffice(county);
        var household = UUID.randomUUID();
        office.settle(Map.of(household, "POOR"));
        var source = county.source("雨露计划资金（贵港流向）");
        county.budget(source, "10000.00", "桂财农〔2016〕29号");
        assertThat(office.claims(List.of(BenefitOffice.claim(
                                UUID.randomUUID(), household, UUID.randomUUID(), "RAIN_AND_DEW", "2016-09", source)))
                        .getInt("result.inserted"))
                .isEqualTo(1);
        var due = "/v1/money-trail?source=" + source;
        county.auditor().get(due).then().statusCode(200).body("payments[0].stage", equalTo("DUE"));
        var order = office.approved("RAIN_AND_DEW");
        var prepared = office.batch(Map.of("disbursements", List.of(order)));
        assertThat(prepared.getString("state")).as(prepared.prettify()).isEqualTo("SUCCEEDED");
        String batch = prepared.getString("result.batchId");
        String payment = office.payments(batch).getString("items[0].id");
        office.results(batch, List.of(BenefitOffice.result(payment, "1500.00", "PAID")));

        county.auditor()
                .get("/v1/money-trail?household=" + household)
                .then()
                .statusCode(200)
                .body("household.holds", equalTo(true))
                .body("household.payments[0].amount", equalTo("1500.00"))
                .body("household.payments[0].stage", equalTo("PAID"))
                .body("household.payments[0].source", equalTo(source))
                .body("household.payments[0].account", equalTo("BUDGET"))
                .body("household.payments[0].batch", equalTo(batch))
                .body("household.origins[0].documentNumber", equalTo("桂财农〔2016〕29号"));
        county.auditor()
                .get(due)
                .then()
                .body("proof.holds", equalTo(true))
                .body("payments[0].stage", equalTo("PAID"))
                .body("payments[0].amount", equalTo("1500.00"))
                .body("stations.find { it.kind == 'PAID' }.balance", equalTo("1500.00"))
                .body("flows.find { it.from == 'IN_TRANSIT' && it.to == 'PAID' }.amount", equalTo("1500.00"));
        county.auditor()
                .get("/v1/money-trail/totals?by=PURPOSE&source=" + source)
                .then()
                .body("holds", equalTo(true))
                .body("items.find { it.key == 'PAID' }.paid", equalTo("1500.00"))
                .body("payments[0].kind", equalTo("BENEFIT"))
                .body("payments[0].benefit", equalTo("RAIN_AND_DEW"))
                .body("payments[0].amount", equalTo("1500.00"));
        new County("450830")
                .auditor()
                .get("/v1/money-trail?household=" + household)
                .then()
                .body("household.payments.size()", equalTo(0));
    }
}
