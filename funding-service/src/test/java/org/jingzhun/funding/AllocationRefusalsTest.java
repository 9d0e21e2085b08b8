package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Terms, proposals and appraisals that contradict each other, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AllocationRefusalsTest {

    private static final County COUNTY = new County("450832");
    private static final int MOST = 500;
    private static String source = "";

    @BeforeEach
    void settle() {
        if (source.isEmpty()) {
            Neighbour.settle(COUNTY, 2);
            source = COUNTY.source("中央专项（贵港拒）");
            COUNTY.budget(source, "100.00", "文1");
        }
    }

    private static ValidatableResponse plan(String mode, Map<String, Object> parameters) {
        return COUNTY.author()
                .body(Map.of(
                        "source", source, "year", 2016, "amount", "100.00", "mode", mode, "parameters", parameters))
                .post("/v1/allocation-plans")
                .then();
    }

    private static void refused(String code, String mode, Map<String, Object> parameters) {
        plan(mode, parameters).statusCode(422).body("code", equalTo(code));
    }

    @Test
    void aPlanNamesItsCountyAndKeepsIt() {
        var city = "4506";
        var from = COUNTY.source("市级统筹 4506");
        Map<String, Object> body =
                new HashMap<>(Map.of("source", from, "year", 2016, "amount", "10.00", "mode", "FACTOR"));
        Client.as("finance-officer", city)
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("county-missing"));
        for (var code : List.of("450657", "450658")) {
            new County(code).budget(from, "10.00", "文1");
        }
        body.put("county", "450657");
        String plan = Client.as("finance-officer", city)
                .body(body)
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var path = "/v1/allocation-plans/" + plan;
        body.put("county", "450658");
        Client.as("finance-officer", city)
                .header("If-Match", Client.as("finance-officer", city).get(path).header("ETag"))
                .body(body)
                .put(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("county-fixed"));
    }

    @Test
    void aFactorThatIsNoughtEverywhereReachesNobody() {
        var county = new County("450659");
        Neighbour.settle(county, 1);
        var from = county.source("专项 450659");
        county.budget(from, "10.00", "文1");
        var plan =
                county.plan(from, "10.00", Map.of("factors", List.of(Map.of("factor", "POOR_VILLAGE", "weight", "1"))));
        assertThat(county.computed(plan).getString("problem.code")).isEqualTo("factor-without-values");
    }

    @Test
    void aCompetitionKnowsItsProposalsAndTakesFiveHundred() {
        String plan = plan("COMPETITIVE", Map.of()).statusCode(201).extract().path("id");
        var proposals = "/v1/allocation-plans/" + plan + "/proposals/";
        COUNTY.auditor()
                .get(proposals + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-proposal"));
        for (int entered = 0; entered < MOST; entered++) {
            propose(proposals).statusCode(201);
        }
        propose(proposals).statusCode(422).body("code", equalTo("too-many-proposals"));
    }

    private static ValidatableResponse propose(String proposals) {
        return COUNTY.author()
                .body(Map.of("division", COUNTY.village(1), "title", "项目", "kind", "INDUSTRY", "cost", "1.00"))
                .put(proposals + UUID.randomUUID())
                .then();
    }

    @Test
    void everyContradictionOfAFormulaHasItsName() {
        var one = Map.of("division", COUNTY.village(1), "cap", "50.00");
        refused("place-twice", "FACTOR", Map.of("bounds", List.of(one, one)));
        refused(
                "floor-above-cap",
                "FACTOR",
                Map.of("bounds", List.of(Map.of("division", COUNTY.village(1), "floor", "2.00", "cap", "1.00"))));
        for (var notOfPlaces : List.of("TABLE", "FIRST_SECRETARIES")) {
            refused(
                    "heads-not-registered",
                    "FACTOR",
                    Map.of("capPerHead", Map.of("amount", "1.00", "heads", notOfPlaces)));
        }
        refused(
                "unknown-factor-table",
                "FACTOR",
                Map.of(
                        "factors",
                        List.of(Map.of(
                                "factor",
                                "TABLE",
                                "weight",
                                "1",
                                "table",
                                UUID.randomUUID().toString()))));
        refused("unknown-incentive-set", "FACTOR", Map.of("incentives", Map.of("set", "NONE", "evaluationYear", 2015)));
        refused(
                "evaluation-not-earlier",
                "FACTOR",
                Map.of("incentives", Map.of("set", "INCENTIVES-2018", "evaluationYear", 2016)));
        refused("deduction-and-reward", "FACTOR", incentive("0.1", "0.1"));
        refused("unknown-parameter-set", "FACTOR", Map.of("parameterSet", "NONE"));
        plan("FACTOR", incentive("1.5", "0")).statusCode(400);
        plan("FACTOR", incentive("-0.1", "0")).statusCode(400);
        plan("FACTOR", Map.of("floor", "-1.00")).statusCode(400);
        plan("FACTOR", Map.of("cap", "1.005")).statusCode(400);
        plan("FACTOR", Map.of("incentives", Map.of("reserve", "1"))).statusCode(400);
        plan("FACTOR", Map.of("factors", List.of(Map.of("factor", "TABLE", "weight", "1"))))
                .statusCode(422)
                .body("code", equalTo("unknown-factor-table"));
    }

    private static Map<String, Object> incentive(String deduction, String reward) {
        return Map.of(
                "incentives",
                Map.of(
                        "places",
                        List.of(Map.of(
                                "division",
                                COUNTY.village(1),
                                "deduction",
                                deduction,
                                "reward",
                                reward,
                                "reason",
                                "因",
                                "documentNumber",
                                "文"))));
    }

    @Test
    void deductionsThatNobodyMayTakeFailTheJob() {
        var parameters = new HashMap<>(incentive("0.1", "0"));
        parameters.put("bounds", List.of(Map.of("division", COUNTY.village(2), "cap", "60.00")));
        parameters.put("factors", List.of(Map.of("factor", "VILLAGES", "weight", "1")));
        String full = plan("FACTOR", parameters).statusCode(201).extract().path("id");
        assertThat(COUNTY.computed(full).getString("state")).isEqualTo("SUCCEEDED");
        parameters.put("bounds", List.of(Map.of("division", COUNTY.village(2), "cap", "50.00")));
        String none = plan("FACTOR", parameters).statusCode(201).extract().path("id");
        assertThat(COUNTY.computed(none).getString("problem.code")).isEqualTo("nobody-takes-deductions");
    }

    @Test
    void everyContradictionOfACompetitionHasItsName() {
        refused("unknown-criteria-set", "COMPETITIVE", Map.of("competition", Map.of("criteriaSet", "NONE")));
        refused(
                "unknown-proposal-kind",
                "COMPETITIVE",
                Map.of("competition", Map.of("kindCaps", List.of(Map.of("kind", "PALACE", "cap", "1.00")))));
        plan("COMPETITIVE", Map.of("competition", Map.of("minimumScore", "100.01")))
                .statusCode(400);
        String plan = plan("COMPETITIVE", Map.of("competition", Map.of("minimumScore", "60")))
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(COUNTY.computed(plan).getString("problem.code")).isEqualTo("no-proposals");
        proposal(plan, "450833900201", "INDUSTRY", "1.00", false)
                .statusCode(422)
                .body("code", equalTo("proposal-outside-plan"));
        proposal(plan, COUNTY.code() + "000000", "INDUSTRY", "1.00", false)
                .statusCode(422)
                .body("code", equalTo("proposal-outside-plan"));
        proposal(plan, COUNTY.village(1), "PALACE", "1.00", false)
                .statusCode(422)
                .body("code", equalTo("proposal-kind-unknown"));
        proposal(plan, COUNTY.village(1), "INDUSTRY", "0.00", false).statusCode(400);
        COUNTY.auditor()
                .get("/v1/allocation-plans/" + plan + "/proposals/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        COUNTY.head()
                .body(Map.of("parameters", Map.of()))
                .post("/v1/allocation-plans/" + plan + "/comparisons")
                .then()
                .statusCode(422)
                .body("code", equalTo("competition-not-compared"));
        String dear = proposal(plan, COUNTY.village(1), "INDUSTRY", "100.01", true)
                .statusCode(201)
                .extract()
                .path("id");
        appraised(plan, dear, 50);
        assertThat(COUNTY.computed(plan).getString("problem.code")).isEqualTo("selection-impossible");
        COUNTY.author()
                .header("If-Match", "\"0\"")
                .body(body(COUNTY.village(1), "INDUSTRY", "100.00", false))
                .put("/v1/allocation-plans/" + plan + "/proposals/" + dear)
                .then()
                .statusCode(200);
        assertThat(COUNTY.computed(plan).getString("problem.code")).isEqualTo("nothing-funded");
    }

    private static Map<String, Object> body(String division, String kind, String cost, boolean mustFund) {
        return Map.of("division", division, "title", "项目", "kind", kind, "cost", cost, "mustFund", mustFund);
    }

    private static ValidatableResponse proposal(
            String plan, String division, String kind, String cost, boolean mustFund) {
        return COUNTY.author()
                .body(body(division, kind, cost, mustFund))
                .put("/v1/allocation-plans/" + plan + "/proposals/" + UUID.randomUUID())
                .then();
    }

    private static void appraised(String plan, String proposal, int mark) {
        for (var person : List.of("a1", "a2", "a3")) {
            Client.as("county-officer", COUNTY.code(), person)
                    .body(Map.of("marks", List.of(mark, mark, mark, mark, mark)))
                    .put("/v1/allocation-plans/" + plan + "/proposals/" + proposal + "/appraisal")
                    .then()
                    .statusCode(200);
        }
    }
}
