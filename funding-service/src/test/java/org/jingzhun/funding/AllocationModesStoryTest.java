package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.funding.testing.Plans.approve;
import static org.jingzhun.funding.testing.Plans.balance;
import static org.jingzhun.funding.testing.Plans.draft;
import static org.jingzhun.funding.testing.Plans.share;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables, incentives, levels and fixed standards, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AllocationModesStoryTest {

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void aTableCapsForEachHeadDeductionsAndRewardsAreExplainedAndProven() {
        var county = new County("450821");
        Neighbour.settle(county, 4);
        var source = county.source("中央专项（贵港一）");
        county.budget(source, "100000.00", "文1");
        var table = UUID.randomUUID().toString();
        table(county, table);
        var bare = Map.<String, Object>of(
                "factors",
                List.of(
                        Map.of("factor", "POOR_PERSONS", "weight", "0.5"),
                        Map.of("factor", "TABLE", "table", table, "weight", "0.5", "inverse", true)));
        var incomplete = county.computed(draft(county, "FACTOR", source, "100000.00", bare));
        assertThat(incomplete.getString("problem.code")).isEqualTo("factor-table-incomplete");
        assertThat(incomplete.getString("problem.detail")).contains(county.village(4));
        imported(county, table, 4, 700);

        var parameters = new HashMap<>(bare);
        parameters.put("capPerHead", Map.of("amount", "4000.00", "heads", "POOR_PERSONS"));
        parameters.put(
                "incentives",
                Map.of(
                        "reserve",
                        "0.1",
                        "places",
                        List.of(
                                Map.of(
                                        "division", county.village(4),
                                        "deduction", "0.2",
                                        "reason", "资金闲置",
                                        "documentNumber", "县通报1号"),
                                Map.of(
                                        "division", county.village(3),
                                        "reward", "0.05",
                                        "reason", "提前脱贫摘帽",
                                        "documentNumber", "县奖励2号"))));
        var plan = draft(county, "FACTOR", source, "100000.00", parameters);
        var job = county.computed(plan);
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
        assertThat(job.getString("result.amount")).isEqualTo("100000.00");

        var first = share(county, plan, county.village(1));
        assertThat(first.getString("cap")).isEqualTo("16000.00");
        assertThat(first.getInt("heads")).isEqualTo(4);
        assertThat(first.getString("bound")).isEqualTo("CAP");
        assertThat(first.getString("parts[1].table")).isEqualTo(table);
        var deducted = share(county, plan, county.village(4));
        assertThat(deducted.getString("incentive")).isEqualTo("资金闲置");
        assertThat(Money.parse(deducted.getString("deduction")).isPositive()).isTrue();
        var rewarded = share(county, plan, county.village(3));
        assertThat(Money.parse(rewarded.getString("reward")).isPositive()).isTrue();

        imported(county, table, 4, 1);
        approve(county, plan);
        assertThat(balance(county, source, "BUDGET")).isEqualTo("0.00");
    }

    private static void table(County county, String id) {
        var body = Map.of(
                "division", county.code() + "000000",
                "name", "人均可支配收入",
                "unit", "元",
                "year", 2015,
                "documentNumber", "统计公报2015",
                "issuedOn", "2016-02-01");
        county.author()
                .body(body)
                .put("/v1/factor-tables/" + id)
                .then()
                .statusCode(201)
                .body("values", equalTo(0));
        county.author()
                .body(body)
                .put("/v1/factor-tables/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("table-name-taken"));
        for (int v = 1; v <= 3; v++) {
            imported(county, id, v, 500L * v);
        }
        county.auditor().get("/v1/factor-tables/" + id).then().body("values", equalTo(3));
        county.auditor()
                .get("/v1/factor-tables/" + id + "/values?limit=2")
                .then()
                .body("items.value", contains(500, 1000));
        var bad = Client.ended(
                "county-officer",
                county.code(),
                rows(
                        county,
                        "table,division,value\n" + id + ",450899900201,1\n" + id + "," + county.village(1) + ",1.5\n"));
        assertThat(bad.getInt("result.rejected")).as(bad.prettify()).isEqualTo(2);
    }

    private static void imported(County county, String table, int village, long value) {
        var job = Client.ended(
                "county-officer",
                county.code(),
                rows(county, "table,division,value\n" + table + "," + county.village(village) + "," + value + "\n"));
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
    }

    private static String rows(County county, String csv) {
        return county.author()
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=factor-values")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void aCityDividesOverItsCountiesByItsOwnOfficesAndTheirBudgetsGrow() {
        var one = new County("450822");
        var other = new County("450823");
        Neighbour.settle(one, 2);
        Neighbour.settle(other, 3);
        var city = new County("450800");
        var source = Client.as("finance-officer", "4508", "cityauthor")
                .body(Map.of("name", "市级配套（贵港）", "kind", "SPECIAL_FUND", "level", "CITY"))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var author = Client.as("finance-officer", "4508", "cityauthor");
        author.body(Map.of(
                        "county",
                        "450800000000",
                        "year",
                        2016,
                        "source",
                        source,
                        "amount",
                        "9000.00",
                        "documentNumber",
                        "市文1",
                        "issuedOn",
                        "2016-03-01"))
                .post("/v1/budgets")
                .then()
                .statusCode(201);
        var body = new HashMap<String, Object>(
                Map.of("county", "450800", "source", source, "year", 2016, "amount", "9000.00", "mode", "FACTOR"));
        body.put("parameters", Map.of("level", "REGION"));
        Client.as("finance-officer", "4508", "cityauthor")
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("level-not-below"));
        body.put("parameters", Map.of("level", "COUNTY"));
        String plan = Client.as("finance-officer", "4508", "cityauthor")
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .body("parameters.level", equalTo("COUNTY"))
                .extract()
                .path("id");
        String job = Client.as("finance-officer", "4508", "cityauthor")
                .post("/v1/allocation-plans/" + plan + "/computation")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(Client.ended("city-officer", "4508", job).getString("state")).isEqualTo("SUCCEEDED");
        city.step(Client.as("finance-officer", "4508", "cityreviewer"), plan, "REVIEW")
                .statusCode(200);
        city.step(Client.as("county-officer", "4508", "wrong"), plan, "APPROVE").statusCode(403);
        city.step(Client.as("city-officer", "4508", "mayor"), plan, "APPROVE").statusCode(200);

        Client.as("auditor", "4508")
                .get("/v1/allocation-plans/" + plan + "/proof")
                .then()
                .body("holds", equalTo(true));
        var shareOfOne = Client.as("auditor", "4508")
                .get("/v1/allocation-plans/" + plan + "/shares/450822000000")
                .then()
                .statusCode(200)
                .body("parts.find { it.factor == 'POOR_VILLAGE' }.value", equalTo(1))
                .extract()
                .jsonPath();
        assertThat(balance(one, source, "BUDGET")).isEqualTo(shareOfOne.getString("amount"));
        one.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
        Client.as("auditor", "4508").get("/v1/ledger/proof").then().body("holds", equalTo(true));
        one.auditor().get("/v1/allocation-plans/" + plan).then().statusCode(200);

        city.step(Client.as("city-officer", "4508", "mayor"), plan, "WITHDRAW").statusCode(200);
        assertThat(balance(one, source, "BUDGET")).isEqualTo("0.00");
    }

    @Test
    void everyPoorVillageGetsTheFixedStandardAndAShortfallIsNamed() {
        var county = new County("450824");
        Neighbour.settle(county, 5);
        var source = county.source("村集体启动资金（贵港）");
        county.budget(source, "1500000.00", "文1");
        var standard = Map.<String, Object>of("standard", Map.of("code", "COLLECTIVE_START_UP"));
        var tooLittle = county.computed(draft(county, "FIXED_STANDARD", source, "999999.99", standard));
        assertThat(tooLittle.getString("problem.code")).isEqualTo("standard-above-amount");
        assertThat(tooLittle.getString("problem.detail")).contains("1000000.00", "999999.99", "0.01 yuan are short");

        var plan = draft(county, "FIXED_STANDARD", source, "1500000.00", standard);
        var job = county.computed(plan);
        assertThat(job.getInt("result.shares")).isEqualTo(2);
        assertThat(job.getString("result.amount")).isEqualTo("1000000.00");
        assertThat(share(county, plan, county.village(2)).getString("amount")).isEqualTo("500000.00");
        approve(county, plan);
        assertThat(balance(county, source, "BUDGET")).isEqualTo("500000.00");

        var perHead = draft(
                county,
                "FIXED_STANDARD",
                source,
                "500000.00",
                Map.of("level", "TOWNSHIP", "standard", Map.of("rate", "1000.00", "counts", "POOR_PERSONS")));
        assertThat(county.computed(perHead).getString("result.amount")).isEqualTo("60000.00");
        assertThat(share(county, perHead, "450824900000").getInt("parts[0].value"))
                .isEqualTo(60);
        approve(county, perHead);

        refused(county, source, "FIXED_STANDARD", Map.of("standard", Map.of("code", "NONE")), "unknown-standard");
        refused(county, source, "FIXED_STANDARD", Map.of(), "standard-incomplete");
        refused(
                county,
                source,
                "FIXED_STANDARD",
                Map.of("standard", Map.of("code", "FIRST_SECRETARY_WORK", "table", UUID.randomUUID())),
                "standard-incomplete");
        refused(county, source, "FIXED_STANDARD", Map.of("floor", "1.00"), "foreign-parameters");
        refused(county, source, "FACTOR", Map.of("floor", "2.00", "cap", "1.00"), "floor-above-cap");
        refused(county, source, "FACTOR", Map.of("standard", Map.of("code", "MUTUAL_AID")), "foreign-parameters");
        refused(
                county,
                source,
                "FACTOR",
                Map.of("incentives", Map.of("set", "INCENTIVES-2018")),
                "incentives-incomplete");
        refused(
                county,
                source,
                "FACTOR",
                Map.of("bounds", List.of(Map.of("division", "450825900201", "cap", "1.00"))),
                "place-is-no-receiver");
    }

    private static void refused(
            County county, String source, String mode, Map<String, Object> parameters, String code) {
        county.author()
                .body(Map.of("source", source, "year", 2016, "amount", "1.00", "mode", mode, "parameters", parameters))
                .post("/v1/allocation-plans")
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }
}
