package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
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
}
