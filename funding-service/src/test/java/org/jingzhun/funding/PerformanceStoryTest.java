package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A year's use of money is evaluated, and the grade takes money away in the next allocation, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class PerformanceStoryTest {

    private static final County COUNTY = new County("450827");
    private static final List<String> CRITERIA = List.of(
            "OWN_INPUT",
            "DISBURSEMENT_PROGRESS",
            "CARRY_OVER_RATE",
            "DISCLOSURE",
            "INSPECTION",
            "POOR_REDUCED",
            "PRECISE_USE");

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void aPoorGradeTakesMoneyFromTheNextYearsShareAndAGoodOneIsRewarded() {
        Neighbour.settle(COUNTY, 3);
        var source = COUNTY.source("中央专项（贵港绩效）");
        budget(source);
        var bad = UUID.randomUUID().toString();
        put(bad, COUNTY.village(1), "0.10", "5").statusCode(201).body("grade", equalTo("D"));
        assertThat(deduction(source, COUNTY.village(1)))
                .as("a draft does not count")
                .isEqualTo("0.00");
        step(COUNTY.author(), bad, "CONFIRM").statusCode(409).body("code", equalTo("same-person"));
        step(COUNTY.reviewer(), bad, "CONFIRM").statusCode(200).body("stage", equalTo("CONFIRMED"));
        step(COUNTY.reviewer(), bad, "PUBLISH").statusCode(403);
        step(COUNTY.head(), bad, "PUBLISH").statusCode(200).body("stage", equalTo("PUBLISHED"));
        var good = UUID.randomUUID().toString();
        put(good, COUNTY.village(3), "1", "0")
                .statusCode(201)
                .body("grade", equalTo("A"))
                .body("total", equalTo("100.00"));
        step(COUNTY.reviewer(), good, "CONFIRM").statusCode(200);
        step(COUNTY.head(), good, "PUBLISH").statusCode(200);

        assertThat(deduction(source, COUNTY.village(1))).as("5% of 10,000.00").isEqualTo("500.00");
        var second = UUID.randomUUID().toString();
        put(second, COUNTY.village(1), "1", "0").statusCode(201);
        step(COUNTY.reviewer(), second, "CONFIRM").statusCode(200);
        step(COUNTY.head(), second, "PUBLISH").statusCode(409).body("code", equalTo("evaluation-published-before"));
        step(COUNTY.head(), bad, "WITHDRAW").statusCode(200);
        assertThat(deduction(source, COUNTY.village(1)))
                .as("a withdrawn grade does not count")
                .isEqualTo("0.00");
    }

    @Test
    void marksThatDoNotFitAndForeignDivisionsAreRefused() {
        var id = UUID.randomUUID().toString();
        put(id, "450828900201", "1", "0").statusCode(422).body("code", equalTo("evaluation-outside-area"));
        put(id, COUNTY.village(2), "1", "15.01").statusCode(422).body("code", equalTo("unfit-marks"));
        put(id, COUNTY.village(2), "1", "0.001").statusCode(400);
        put(id, COUNTY.village(2), "1", "0").statusCode(201);
        put(id, COUNTY.village(2), "1", "0").statusCode(428);
        var path = "/v1/performance-evaluations/" + id;
        var seen = COUNTY.auditor().get(path).header("ETag");
        put(COUNTY.author().header("If-Match", seen), id, COUNTY.village(3), "1", "0")
                .statusCode(422)
                .body("code", equalTo("evaluation-subject-fixed"));
        put(COUNTY.author().header("If-Match", seen), id, COUNTY.village(2), "1", "2")
                .statusCode(200)
                .body("total", equalTo("98.00"));
        COUNTY.auditor()
                .get("/v1/performance-evaluations?year=2017&stage=DRAFT&division=" + COUNTY.village(2))
                .then()
                .statusCode(200)
                .body("items[0].marks.find { it.criterion == 'OWN_INPUT' }.evidence", equalTo("台账"));
        COUNTY.auditor()
                .get("/v1/performance-criteria")
                .then()
                .statusCode(200)
                .body("[0].grades.find { it.grade == 'A' }.least", equalTo("90.00"));
    }

    private static void budget(String source) {
        COUNTY.author()
                .body(Map.of(
                        "county",
                        COUNTY.code(),
                        "year",
                        2018,
                        "source",
                        source,
                        "amount",
                        "60000.00",
                        "documentNumber",
                        "文1",
                        "issuedOn",
                        "2018-03-01"))
                .post("/v1/budgets")
                .then()
                .statusCode(201);
    }

    /** What a plan of 2018 takes from a village for its grade of 2017. */
    private static String deduction(String source, String village) {
        String plan = COUNTY.author()
                .body(Map.of(
                        "source",
                        source,
                        "year",
                        2018,
                        "amount",
                        "60000.00",
                        "mode",
                        "FACTOR",
                        "parameters",
                        Map.of(
                                "factors", List.of(Map.of("factor", "POOR_PERSONS", "weight", "1")),
                                "incentives", Map.of("set", "INCENTIVES-2018", "evaluationYear", 2017))))
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var job = COUNTY.computed(plan);
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
        var share = COUNTY.auditor()
                .get("/v1/allocation-plans/" + plan + "/shares/" + village)
                .jsonPath();
        var deduction = share.getString("deduction");
        if (Money.parse(deduction).isPositive()) {
            assertThat(share.getString("incentive")).isEqualTo("GRADE D 2017");
            var rewarded = COUNTY.auditor()
                    .get("/v1/allocation-plans/" + plan + "/shares/" + COUNTY.village(3))
                    .jsonPath();
            assertThat(rewarded.getString("reward"))
                    .as("all of what was deducted")
                    .isEqualTo(deduction);
        }
        COUNTY.auditor().get("/v1/allocation-plans/" + plan + "/proof").then().body("holds", equalTo(true));
        return deduction;
    }

    private static ValidatableResponse put(String id, String division, String share, String violations) {
        return put(COUNTY.author(), id, division, share, violations);
    }

    private static ValidatableResponse put(
            RequestSpecification author, String id, String division, String share, String violations) {
        var points = Map.of(
                "OWN_INPUT", 10,
                "DISBURSEMENT_PROGRESS", 20,
                "CARRY_OVER_RATE", 15,
                "DISCLOSURE", 10,
                "INSPECTION", 10,
                "POOR_REDUCED", 20,
                "PRECISE_USE", 15);
        List<Map<String, Object>> marks = new ArrayList<>();
        CRITERIA.forEach(criterion -> marks.add(Map.of(
                "criterion",
                criterion,
                "points",
                share.equals("1") ? points.getOrDefault(criterion, 0) + ".00" : "1.00",
                "evidence",
                "台账")));
        marks.add(Map.of("criterion", "VIOLATIONS", "points", violations, "evidence", "通报"));
        var body = new HashMap<String, Object>(
                Map.of("division", division, "year", 2017, "documentNumber", "县绩效1号", "marks", marks));
        return author.body(body).put("/v1/performance-evaluations/" + id).then();
    }

    private static ValidatableResponse step(RequestSpecification person, String id, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/performance-evaluations/" + id + "/steps")
                .then();
    }
}
