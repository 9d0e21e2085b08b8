package org.jingzhun.identification.exit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.ExitSteps.findings;
import static org.jingzhun.identification.testing.ExitSteps.plan;
import static org.jingzhun.identification.testing.ExitSteps.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Who left compulsory schooling stands against the exit of the household, and is a lead for monitoring after it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class DropOutTest {

    private static String student(County county, String household, String level) {
        String id = UUID.randomUUID().toString();
        String member = county.county()
                .get("/v1/households/" + county.household(household))
                .jsonPath()
                .getString("members[1].id");
        county.county()
                .body("""
                        {"memberId":"%s","since":"2015-09-01","level":"%s","grade":2,"schoolYear":2015,"school":"县一中"}""".formatted(member, level))
                .put("/v1/students/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static void tell(County county, String student, String what) {
        Registered.post(
                        county,
                        "village-officer",
                        "village",
                        "/v1/special-records/" + student + "/steps",
                        "{\"on\":\"2017-03-01\"," + what + "}")
                .statusCode(200);
    }

    private static String dropOut(County county, String household, String level, String cause) {
        String student = student(county, household, level);
        tell(county, student, "\"step\":\"DROP_OUT\",\"cause\":\"" + cause + "\"");
        return student;
    }

    private static String appraised(County county, String household) {
        String exit = plan(county, county.household(household), 2017)
                .statusCode(201)
                .extract()
                .path("exit.id");
        step(county, exit, "APPRAISAL").statusCode(200);
        return exit;
    }

    private static String explained() {
        return Registered.findings(Map.of("EDUCATION", "\"met\":true,\"note\":\"两次家访,家长、学校、帮扶人三方签字\""));
    }

    @Test
    void aDropOutStandsAgainstTheExitUntilItsReasonIsNamedWithEvidence() {
        County county = Registered.register(
                Lot.DROP_OUT_EXIT
                        .county(1)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 3, 46)
                        .household("丙", 1, 3, 46)
                        .household("丁", 1, 3, 46),
                1,
                20);
        String left = dropOut(county, "甲", "JUNIOR", "ILLNESS");
        String exit = appraised(county, "甲");
        findings(county, exit, Registered.findings(Map.of()))
                .statusCode(200)
                .body("failing", contains("EDUCATION"))
                .body("findings.find { it.criterion == 'EDUCATION' }.stated", equalTo(true))
                .body("findings.find { it.criterion == 'EDUCATION' }.met", equalTo(false))
                .body("dropOuts", hasSize(1))
                .body("dropOuts[0].recordId", equalTo(left))
                .body("dropOuts[0].cause", equalTo("ILLNESS"))
                .body("dropOuts[0].on", equalTo("2017-03-01"));
        step(county, exit, "VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("standard-not-met"))
                .body("criteria", contains("EDUCATION"));
        findings(county, exit, explained()).statusCode(200).body("failing", empty());
        step(county, exit, "VERIFICATION").statusCode(200);

        String poor = dropOut(county, "乙", "PRIMARY", "POVERTY");
        String refused = appraised(county, "乙");
        findings(county, refused, explained()).statusCode(200).body("failing", contains("EDUCATION"));
        tell(county, poor, "\"step\":\"RESUMPTION\"");
        findings(county, refused, explained())
                .statusCode(200)
                .body("failing", empty())
                .body("dropOuts", empty());

        String late = appraised(county, "丙");
        findings(county, late, Registered.findings(Map.of())).statusCode(200).body("failing", empty());
        dropOut(county, "丙", "JUNIOR", "WORK");
        step(county, late, "VERIFICATION").statusCode(409).body("criteria", contains("EDUCATION"));

        dropOut(county, "丁", "SENIOR", "WORK");
        String senior = appraised(county, "丁");
        findings(county, senior, Registered.findings(Map.of()))
                .statusCode(200)
                .body("failing", empty())
                .body("dropOuts", empty());
    }

    private static ValidatableResponse leads(County county, String household) {
        return as("auditor", county.code())
                .get("/v1/monitoring/leads?household=" + county.household(household))
                .then()
                .statusCode(200);
    }

    @Test
    void aDropOutOfAHouseholdThatLeftTheRegisterIsALeadAndOfAPoorOrUnregisteredOneNot() {
        County county = Registered.register(
                Lot.DROP_OUT_MONITORING
                        .county(1)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 3, 46)
                        .household("丙", 1, 3, 57),
                1,
                6);
        Registered.withoutNoticeDays(county, 2017);
        Registered.exit(county, 2017, "甲");
        String student = dropOut(county, "甲", "JUNIOR", "POVERTY");
        leads(county, "甲")
                .body("items", hasSize(1))
                .body("items[0].source", equalTo("SPECIAL_REGISTER"))
                .body("items[0].risk", equalTo("SCHOOLING"))
                .body("items[0].toldOn", equalTo("2017-03-01"));
        as("auditor", county.code())
                .get("/v1/monitoring?household=" + county.household("甲"))
                .then()
                .body("items.stage", hasItem("LEAD"));
        tell(county, student, "\"step\":\"RESUMPTION\"");
        dropOut(county, "乙", "JUNIOR", "POVERTY");
        dropOut(county, "丙", "JUNIOR", "POVERTY");
        leads(county, "乙").body("items", empty());
        leads(county, "丙").body("items", empty());
    }
}
