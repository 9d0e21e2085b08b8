package org.jingzhun.identification.adjustment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Checked.found;
import static org.jingzhun.identification.testing.Checked.openRound;
import static org.jingzhun.identification.testing.Checked.plan;
import static org.jingzhun.identification.testing.Checked.post;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** Who orders and makes which check, and how rounds begin and end. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class CheckRulesTest {

    private static final String SMALL = """
            "stratification":"STATUS","standings":["UNREGISTERED"],"sampleSize":1\
            """;

    private static ValidatableResponse step(String role, String area, String check, String body) {
        return post(role, area, "/v1/quality-checks/" + check + "/steps", body);
    }

    @Test
    void anInspectionIsMadeFromAboveAndALookBackByTheDivisionItself() {
        County county = new County("451090", 14600, 1)
                .household("甲", 1, 1, 46)
                .household("乙", 1, 1, 49)
                .begun(5, 0);
        String round = openRound("county-officer", county.code(), "451090000000", 2017, 1)
                .statusCode(201)
                .extract()
                .path("id");
        String inspection = plan("supervisor", "4510", round, "INSPECTION", "451090000000", SMALL)
                .statusCode(201)
                .body("check.seedSource", containsString("service"))
                .extract()
                .path("check.id");
        step("county-officer", county.code(), inspection, "{\"step\":\"DRAW\"}")
                .statusCode(403)
                .body("code", equalTo("check-ordered-from-above"));
        step("supervisor", "4510", inspection, "{\"step\":\"DRAW\"}")
                .statusCode(200)
                .body("check.frameHouseholds", equalTo(2))
                .body("results.sampled", equalTo(1));
        String drawn = as("supervisor", "4510")
                .get("/v1/quality-checks/" + inspection + "/sample")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].householdId");
        var household = java.util.UUID.fromString(drawn);
        found("county-officer", county.code(), inspection, household, "OK", "")
                .statusCode(403)
                .body("code", equalTo("not-the-checker"));
        found("supervisor", "4510", inspection, household, "OK", "").statusCode(200);

        String lookBack = plan("county-officer", county.code(), round, "LOOK_BACK", "451090000000", SMALL)
                .statusCode(201)
                .extract()
                .path("check.id");
        step("county-officer", county.code(), lookBack, "{\"step\":\"CANCEL\"}")
                .statusCode(422)
                .body("code", equalTo("reason-missing"));
        step("county-officer", county.code(), lookBack, "{\"step\":\"CANCEL\",\"remark\":\"改期\"}")
                .statusCode(200);
        String again = plan("county-officer", county.code(), round, "LOOK_BACK", county.village(1), SMALL)
                .statusCode(201)
                .extract()
                .path("check.id");
        step("county-officer", county.code(), again, "{\"step\":\"DRAW\"}").statusCode(200);
        found("township-officer", county.township(), again, sampled(county, again), "MISSED", "\"照片\"")
                .statusCode(200);
        post(
                        "county-officer",
                        county.code(),
                        "/v1/quality-checks/" + again + "/sample/" + sampled(county, again) + "/correction",
                        "{\"refutation\":\"收入稳定\"}")
                .statusCode(200);
        as("auditor", county.code())
                .get("/v1/audit?action=quality-finding-refuted")
                .then()
                .body("items", hasSize(1));
    }

    private static java.util.UUID sampled(County county, String check) {
        return java.util.UUID.fromString(as("county-officer", county.code())
                .get("/v1/quality-checks/" + check + "/sample")
                .then()
                .extract()
                .path("items[0].householdId"));
    }

    @Test
    void whoFoundItDoesNotRefuteIt() {
        County county = new County("451091", 14700, 1).household("甲", 1, 1, 46).begun(5, 0);
        String round = openRound("county-officer", county.code(), "451091000000", 2017, 1)
                .extract()
                .path("id");
        String check = plan("county-officer", county.code(), round, "LOOK_BACK", "451091000000", SMALL)
                .extract()
                .path("check.id");
        step("county-officer", county.code(), check, "{\"step\":\"DRAW\"}").statusCode(200);
        found("county-officer", county.code(), check, county.household("甲"), "MISSED", "\"照片\"")
                .statusCode(200);
        post(
                        "county-officer",
                        county.code(),
                        "/v1/quality-checks/" + check + "/sample/" + county.household("甲") + "/correction",
                        "{\"refutation\":\"收入稳定\"}")
                .statusCode(409)
                .body("code", equalTo("same-person-refutes"));
    }

    @Test
    void aCheckNeedsHouseholdsAndARoundItsChecks() {
        County county = new County("451092", 18600, 1).household("甲", 1, 1, 46).begun(5, 0);
        String round = openRound("county-officer", county.code(), "451092000000", 2017, 1)
                .statusCode(201)
                .extract()
                .path("id");
        openRound("county-officer", county.code(), "451092000000", 2017, 1)
                .statusCode(409)
                .body("code", equalTo("adjustment-round-exists"));
        openRound("county-officer", county.code(), "451000000000", 2017, 9)
                .statusCode(422)
                .body("code", equalTo("unknown-division"));
        openRound("county-officer", county.code(), "451092000000", 2017, 99).statusCode(400);
        String steps = "/v1/adjustment-rounds/" + round + "/steps";
        post("county-officer", county.code(), steps, "{\"step\":\"CLOSE\"}")
                .statusCode(409)
                .body("code", equalTo("adjustment-round-never-checked"));
        String check = plan(
                        "county-officer",
                        county.code(),
                        round,
                        "LOOK_BACK",
                        "451092000000",
                        SMALL.replace("UNREGISTERED", "EXITED"))
                .statusCode(201)
                .extract()
                .path("check.id");
        step("county-officer", county.code(), check, "{\"step\":\"DRAW\"}")
                .statusCode(409)
                .body("code", equalTo("sample-frame-empty"));
        as("village-officer", county.village(1))
                .get("/v1/adjustment-rounds/" + round)
                .then()
                .statusCode(200)
                .body("flows", nullValue());
        as("county-officer", "451093")
                .get("/v1/adjustment-rounds/" + round)
                .then()
                .statusCode(404);
        as("county-officer", "451093")
                .get("/v1/adjustment-rounds?division=451092")
                .then()
                .body("items", hasSize(0));
    }
}
