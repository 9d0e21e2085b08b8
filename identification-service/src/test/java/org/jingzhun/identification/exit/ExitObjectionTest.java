package org.jingzhun.identification.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.ExitSteps.findings;
import static org.jingzhun.identification.testing.ExitSteps.plan;
import static org.jingzhun.identification.testing.ExitSteps.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** What anybody may read of exits while their notice is up, and what comes of an objection. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ExitObjectionTest {

    private static final String BAD_WATER = "\"value\":\"20.00\"";
    private static final String GOOD_WATER = "\"value\":\"41.00\"";

    @Test
    void anObjectionHoldsTheExitUntilOthersHaveLookedAgain() {
        County county = Registered.register(
                new County("451038", 15600, 1).household("覃大明", 1, 3, 46).household("黄小红", 1, 2, 49), 1, 10);
        Registered.withoutNoticeDays(county, 2017);
        String exit = noticed(
                county,
                plan(county, county.household("覃大明"), 2017)
                        .statusCode(201)
                        .extract()
                        .path("exit.id"));
        everybodyReadsTheNotice(county);

        String objection = raise(county, exit, "village-officer", "taker")
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
        step(county, exit, "REVIEW").statusCode(409).body("code", equalTo("open-objection"));
        onlyOthersDecide(county, objection);
        isUpheld(county, exit, objection);
        isRejectedTheSecondTime(county, exit);
        standsInTheFileOfTheHousehold(county);
    }

    private static void standsInTheFileOfTheHousehold(County county) {
        String exits = "sections.find { it.name == 'exits' }.tables.find { it.name == '%s' }.rows";
        county.county()
                .accept("application/json")
                .get("/v1/households/" + county.household("覃大明") + "/archive?reason=异议复查")
                .then()
                .statusCode(200)
                .body(exits.formatted("objections") + ".state", contains("UPHELD", "REJECTED"))
                .body(exits.formatted("objections") + "[0].investigators", hasSize(2))
                .body(exits.formatted("former-findings") + ".value", hasItem("40.00"));
    }

    private static String noticed(County county, String exit) {
        step(county, exit, "APPRAISAL").statusCode(200);
        findings(county, exit, Registered.findings(Map.of())).statusCode(200);
        for (String step : List.of("VERIFICATION", "RECOGNITION")) {
            step(county, exit, step).statusCode(200);
        }
        raise(county, exit, "village-officer", "taker").statusCode(409).body("code", equalTo("no-exit-notice"));
        step(county, exit, "NOTICE").statusCode(200);
        return exit;
    }

    @Test
    void noIncomeIsMeasuredInAYearWithoutALine() {
        County county = Registered.register(Lot.EXIT_WITHOUT_LINE.county(1).household("甲", 1, 1, 46), 1, 10);
        String exit = plan(county, county.household("甲"), 2033)
                .statusCode(201)
                .extract()
                .path("exit.id");
        findings(county, exit, """
                {"findings":[{"criterion":"INCOME","value":"3650.00","evidence":["照片-INCOME"]}]}""").statusCode(409).body("code", equalTo("no-poverty-line"));
    }

    private static void everybodyReadsTheNotice(County county) {
        given().get("/v1/exits/notices?division=" + county.village(1))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].year", is(2017))
                .body("items[0].rows.householder", contains("覃**"))
                .body("items[0].rows[0].persons", is(3))
                .body("items[0].rows[0].keySet()", hasSize(4));
        given().get("/v1/exits/notices?division=" + county.code())
                .then()
                .statusCode(422)
                .body("code", equalTo("village-required"));
        given().get("/v1/exits/notices").then().statusCode(400);
        given().get("/v1/exit-objections").then().statusCode(401);
    }

    private static void onlyOthersDecide(County county, String objection) {
        resolve(county, objection, "county-officer", "other", "REJECTED", "周某", GOOD_WATER)
                .statusCode(403)
                .body("code", equalTo("wrong-level-to-resolve"));
        resolve(county, objection, "township-officer", "taker", "REJECTED", "周某", GOOD_WATER)
                .statusCode(409)
                .body("code", equalTo("investigator-concerned"));
        resolve(county, objection, "township-officer", "township-officer of VERIFICATION", "REJECTED", "周某", GOOD_WATER)
                .statusCode(409)
                .body("code", equalTo("investigator-concerned"));
        resolve(county, objection, "township-officer", "other", "REJECTED", "李队员", GOOD_WATER)
                .statusCode(409)
                .body("code", equalTo("investigator-concerned"));
        resolve(county, objection, "township-officer", "other", "REJECTED", "周某", BAD_WATER)
                .statusCode(409)
                .body("code", equalTo("standard-not-met"));
        resolve(county, UUID.randomUUID().toString(), "township-officer", "other", "REJECTED", "周某", GOOD_WATER)
                .statusCode(404);
    }

    private static void isUpheld(County county, String exit, String objection) {
        resolve(county, objection, "township-officer", "other", "UPHELD", "周某", BAD_WATER)
                .statusCode(200)
                .body("state", equalTo("UPHELD"))
                .body("investigators", hasSize(2));
        resolve(county, objection, "township-officer", "other", "UPHELD", "周某", BAD_WATER)
                .statusCode(409)
                .body("code", equalTo("objection-resolved"));
        county.county()
                .get("/v1/exits/" + exit)
                .then()
                .statusCode(200)
                .body("upheldObjections", is(1))
                .body("failing", contains("WATER"))
                .body("findings.find { it.criterion == 'WATER' }.value", equalTo("20.00"))
                .body("formerFindings.find { it.criterion == 'WATER' }.value", equalTo("40.00"));
        step(county, exit, "REVIEW").statusCode(409).body("code", equalTo("upheld-objection"));
        step(county, exit, "SEND_BACK").statusCode(200).body("exit.stage", equalTo("PLANNED"));
        given().get("/v1/exits/notices?division=" + county.village(1))
                .then()
                .statusCode(200)
                .body("items", empty());
        step(county, exit, "APPRAISAL").statusCode(200);
        step(county, exit, "VERIFICATION").statusCode(409).body("code", equalTo("standard-not-met"));
        findings(county, exit, Registered.findings(Map.of())).statusCode(200);
    }

    private static void isRejectedTheSecondTime(County county, String exit) {
        for (String step : List.of("VERIFICATION", "RECOGNITION", "NOTICE")) {
            step(county, exit, step).statusCode(200);
        }
        String objection = raise(county, exit, "surveyor", "taker")
                .statusCode(201)
                .extract()
                .path("id");
        as("auditor", county.code())
                .get("/v1/exit-objections?state=OPEN&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.id", contains(objection));
        assertThat(as("auditor", county.code())
                        .get("/v1/audit?action=exit-objections-listed")
                        .jsonPath()
                        .<String>getList("items.objectId"))
                .contains(county.code() + "000000");
        resolve(county, objection, "township-officer", "other", "REJECTED", "周某", GOOD_WATER)
                .statusCode(200);
        for (String step : List.of("REVIEW", "APPROVAL", "ANNOUNCEMENT")) {
            step(county, exit, step).statusCode(200);
        }
        county.county()
                .get("/v1/exit-objections?exit=" + exit)
                .then()
                .body("items.state", hasItem("REJECTED"))
                .body("items", hasSize(2));
        raise(county, exit, "village-officer", "taker").statusCode(409).body("code", equalTo("no-exit-notice"));
        as("auditor", "451031").get("/v1/exit-objections?exit=" + exit).then().body("items", empty());
    }

    private static ValidatableResponse raise(County county, String exit, String role, String subject) {
        return Registered.post(
                county,
                role,
                subject,
                "/v1/exit-objections",
                "{\"caseId\":\"%s\",\"raisedBy\":\"陆某\",\"text\":\"水源不足\"}".formatted(exit));
    }

    private static ValidatableResponse resolve(
            County county,
            String objection,
            String role,
            String subject,
            String outcome,
            String investigator,
            String water) {
        return Registered.post(county, role, subject, "/v1/exit-objections/" + objection + "/resolution", """
                {"outcome":"%s","finding":"实地复核","investigators":["%s","吴某"],"findings":[\
                {"criterion":"WATER",%s,"evidence":["复核照片"]}]}""".formatted(
                        outcome, investigator, water));
    }
}
