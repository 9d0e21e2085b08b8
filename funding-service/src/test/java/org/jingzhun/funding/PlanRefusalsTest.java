package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a plan, or with a step of it, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class PlanRefusalsTest {

    private static final County COUNTY = new County("450326");
    private static final County NEXT_DOOR = new County("450327");
    private static boolean settled;
    private static String source = "";

    @BeforeEach
    void settle() {
        if (settled) {
            return;
        }
        settled = true;
        Neighbour.settle(COUNTY, 4);
        source = COUNTY.source("市级财政专项扶贫资金");
        COUNTY.budget(source, "1000.00", "文1");
    }

    private static Map<String, Object> planBody() {
        return new HashMap<>(Map.of("source", source, "year", 2016, "amount", "100.00", "mode", "FACTOR"));
    }

    private static ValidatableResponse plan(String field, Object value) {
        var body = planBody();
        body.put(field, value);
        return COUNTY.author().body(body).post("/v1/allocation-plans").then();
    }

    private static ValidatableResponse planWith(Map<String, Object> parameters) {
        return plan("parameters", parameters);
    }

    private static Map<String, Object> weights(String... weights) {
        var codes = List.of("POOR_PERSONS", "RURAL_PERSONS", "POOR_VILLAGE");
        var factors = new ArrayList<Map<String, Object>>();
        for (int w = 0; w < weights.length; w++) {
            factors.add(Map.of("factor", codes.get(w), "weight", weights[w]));
        }
        return Map.of("factors", factors);
    }

    @Test
    void aModeThatIsNotOnTheListIsRefused() {
        plan("mode", "BY_FRIENDSHIP").statusCode(400);
    }

    @Test
    void weightsMustSumToOne() {
        planWith(weights("0.5", "0.4"))
                .statusCode(422)
                .body("code", equalTo("weights-do-not-sum"))
                .body("detail", containsString("0.9"));
        planWith(weights("0.5", "0.4", "0.1001")).statusCode(422).body("code", equalTo("weights-do-not-sum"));
        planWith(weights("0.5", "-0.5", "1")).statusCode(400).body("errors", hasSize(1));
        planWith(weights("0.0000", "1")).statusCode(400).body("errors", hasSize(1));
        planWith(weights("0.33333", "0.66667")).statusCode(400).body("errors", hasSize(2));
        var twice = Map.<String, Object>of("factor", "POOR_PERSONS", "weight", "0.5");
        planWith(Map.of("factors", List.of(twice, twice))).statusCode(422).body("code", equalTo("factor-twice"));
    }

    @Test
    void anAmountIsATextWithTwoDecimalsAboveZero() {
        plan("amount", "1.005")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/amount"))
                .body("errors[0].code", equalTo("not-money"))
                .body("errors[0].detail", containsString("at most two decimals"));
        plan("amount", 100).statusCode(400).body("errors[0].code", equalTo("not-money"));
        plan("amount", "0.00").statusCode(400).body("errors[0].code", equalTo("positive-money"));
        plan("amount", "-5.00").statusCode(400).body("errors[0].code", equalTo("positive-money"));
        plan("amounts", "5.00").statusCode(400).body("code", equalTo("unknown-field"));
    }

    @Test
    void aBudgetThatDoesNotHoldTheAmountIsNotOverdrawn() {
        plan("amount", "1000.01")
                .statusCode(409)
                .body("code", equalTo("source-overdrawn"))
                .body("available", equalTo("1000.00"))
                .body("asked", equalTo("1000.01"));
        plan("year", 2017).statusCode(409).body("available", equalTo("0.00"));
        plan("source", "01956a1f-7c00-7000-8000-00000000dead").statusCode(422).body("code", equalTo("unknown-source"));
    }

    @Test
    void twoPlansThatTogetherAskTooMuchAreNotBothApproved() {
        var other = COUNTY.source("彩票公益金(二)");
        COUNTY.budget(other, "100.00", "文1");
        var first = reviewed(COUNTY.plan(other, "60.00", Map.of()));
        var second = reviewed(COUNTY.plan(other, "60.00", Map.of()));
        COUNTY.step(COUNTY.head(), first, "APPROVE").statusCode(200);
        COUNTY.step(COUNTY.head(), second, "APPROVE")
                .statusCode(409)
                .body("code", equalTo("source-overdrawn"))
                .body("available", equalTo("40.00"));
        COUNTY.auditor()
                .get("/v1/allocation-plans/" + second)
                .then()
                .body("stage", equalTo("REVIEWED"))
                .body("entry", nullValue());
        COUNTY.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    private static String reviewed(String plan) {
        assertThat(COUNTY.computed(plan).getString("state")).isEqualTo("SUCCEEDED");
        COUNTY.step(COUNTY.reviewer(), plan, "REVIEW").statusCode(200);
        return plan;
    }

    @Test
    void sharesThatDoNotDivideFailTheJobAndLeaveTheDraft() {
        failsWith(Map.of("floor", "25.01"), "floors-above-amount");
        failsWith(Map.of("cap", "24.99"), "caps-below-amount");
        var bound = Map.of("division", COUNTY.village(1), "floor", "100.01");
        failsWith(Map.of("bounds", List.of(bound)), "floors-above-amount");
    }

    private static void failsWith(Map<String, Object> parameters, String code) {
        var plan = COUNTY.plan(source, "100.00", parameters);
        var job = COUNTY.computed(plan);
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("problem.code")).isEqualTo(code);
        assertThat(job.getString("problem.detail")).contains("must");
        COUNTY.auditor().get("/v1/allocation-plans/" + plan).then().body("stage", equalTo("DRAFT"));
        COUNTY.auditor().get("/v1/allocation-plans/" + plan + "/shares").then().body("items", hasSize(0));
    }

    @Test
    void aCountyWithoutVillagesHasNobodyToReceive() {
        NEXT_DOOR.budget(source, "1000.00", "文1");
        var plan = NEXT_DOOR.plan(source, "100.00", Map.of());
        assertThat(NEXT_DOOR.computed(plan).getString("problem.code")).isEqualTo("no-receivers");
    }

    @Test
    void aStepOutOfOrderOrByTheWrongOfficeOrTheSamePersonIsRefused() {
        var plan = COUNTY.plan(source, "100.00", Map.of());
        COUNTY.step(COUNTY.reviewer(), plan, "REVIEW")
                .statusCode(409)
                .body("code", equalTo("step-not-open"))
                .body("stage", equalTo("DRAFT"));
        COUNTY.step(COUNTY.author(), plan, "COMPUTE").statusCode(422).body("code", equalTo("step-taken-elsewhere"));
        assertThat(COUNTY.computed(plan).getString("state")).isEqualTo("SUCCEEDED");
        COUNTY.step(COUNTY.author(), plan, "REVIEW").statusCode(409).body("code", equalTo("same-person"));
        COUNTY.step(COUNTY.head(), plan, "REVIEW").statusCode(403).body("code", equalTo("not-this-office"));
        COUNTY.step(COUNTY.reviewer(), plan, "REVIEW").statusCode(200);
        COUNTY.step(COUNTY.reviewer(), plan, "APPROVE").statusCode(403);
        COUNTY.step(COUNTY.head(), plan, "PUBLISH").statusCode(409);
        COUNTY.step(COUNTY.head(), plan, "RETURN").statusCode(200).body("stage", equalTo("DRAFT"));
        COUNTY.auditor().get("/v1/allocation-plans/" + plan + "/shares").then().body("items", hasSize(0));
    }

    @Test
    void aDraftIsWrittenAnewOnlyByWhoHasSeenItsRevision() {
        var plan = COUNTY.plan(source, "100.00", Map.of());
        var body = planBody();
        body.put("amount", "90.00");
        var path = "/v1/allocation-plans/" + plan;
        COUNTY.author().body(body).put(path).then().statusCode(428).body("code", equalTo("if-match-required"));
        COUNTY.author().header("If-Match", "\"7\"").body(body).put(path).then().statusCode(412);
        var tag = COUNTY.author().get(path).header("ETag");
        COUNTY.author()
                .header("If-Match", tag)
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("amount", equalTo("90.00"));
        COUNTY.author().header("If-Match", tag).body(body).put(path).then().statusCode(412);
    }
}
