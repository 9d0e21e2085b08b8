package org.jingzhun.identification.exitplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;
import static org.jingzhun.identification.testing.ExitSteps.plan;
import static org.jingzhun.identification.testing.ExitSteps.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** The plan of a village goes up and down twice before anybody on it is appraised. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ExitPlanStoryTest {

    private static final String ANSWER = ",\"remark\":\"再核一户\"";
    private static final String DOCUMENT = ",\"documentNumber\":\"隆扶领〔2017〕3号\"";

    @Test
    void aPlanIsFixedInTwoRoundsUpAndDownAndItsHouseholdsWaitForIt() {
        County county = Registered.register(
                new County("451048", 16000, 1)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 2, 49)
                        .household("丙", 1, 1, 49),
                1,
                10);
        String exit = plan(county, county.household("甲"), 2017)
                .statusCode(201)
                .extract()
                .path("exit.id");
        send(county, "FIRST_DOWN", "county-officer", ANSWER)
                .statusCode(409)
                .body("code", equalTo("plan-step-not-open"));
        send(county, "FIRST_UP", "county-officer", "").statusCode(403).body("code", equalTo("wrong-level"));
        send(county, "FIRST_UP", "village-officer", "")
                .statusCode(200)
                .body("plan.stage", equalTo("PROPOSED"))
                .body("plan.households", is(1))
                .body("plan.persons", is(3));
        step(county, exit, "APPRAISAL").statusCode(409).body("code", equalTo("plan-under-way"));
        send(county, "FIRST_DOWN", "county-officer", "").statusCode(422).body("code", equalTo("reason-missing"));
        send(county, "FIRST_DOWN", "county-officer", ANSWER).statusCode(200);
        plan(county, county.household("乙"), 2017).statusCode(201);
        send(county, "SECOND_UP", "village-officer", "").statusCode(200).body("plan.households", is(2));
        send(county, "SECOND_DOWN", "county-officer", "").statusCode(422).body("code", equalTo("document-missing"));
        send(county, "SECOND_DOWN", "county-officer", DOCUMENT)
                .statusCode(200)
                .body("plan.stage", equalTo("FIXED"))
                .body("steps.households", contains(1, 1, 2, 2))
                .body("steps.persons", contains(3, 3, 5, 5));
        isFixed(county, exit);
    }

    private static void isFixed(County county, String exit) {
        plan(county, county.household("丙"), 2017).statusCode(409).body("code", equalTo("plan-fixed"));
        var planned = imported(
                "county-officer",
                county.code(),
                "exits",
                List.of("{\"householdId\":\"%s\",\"year\":2017}".formatted(county.household("丙"))));
        assertThat(rejections("county-officer", county.code(), planned)).containsExactly("1 /year plan-fixed");
        send(county, "ADJUSTMENT", "county-officer", ANSWER)
                .statusCode(409)
                .body("code", equalTo("plan-not-september"));
        step(county, exit, "APPRAISAL").statusCode(200);
        as("auditor", county.code())
                .get("/v1/exit-plans?stage=FIXED&year=2017&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.village", contains(county.village(1)));
        String path = "/v1/exit-plans/" + county.village(1) + "/2017";
        as("auditor", county.code()).get(path).then().statusCode(200);
        as("auditor", "451031").get(path).then().statusCode(404);
        as("auditor", "451031")
                .get("/v1/exit-plans?division=" + county.code())
                .then()
                .body("items", empty());
        Registered.post(county, "county-officer", "c", "/v1/exit-plans/steps", """
                        {"village":"%s000","year":2017,"step":"FIRST_DOWN","signers":["黄某"],"remark":"无"}""".formatted(county.township()))
                .statusCode(422)
                .body("code", equalTo("plan-unknown-village"));
    }

    private static ValidatableResponse send(County county, String step, String role, String more) {
        return Registered.post(
                county, role, role, "/v1/exit-plans/steps", """
                {"village":"%s","year":2017,"step":"%s","signers":["黄某"]%s}""".formatted(county.village(1), step, more));
    }
}
