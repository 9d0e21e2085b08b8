package org.jingzhun.identification.exit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.ExitSteps.allMet;
import static org.jingzhun.identification.testing.ExitSteps.place;
import static org.jingzhun.identification.testing.ExitSteps.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** A village and a county leave poverty, as the officers of each level do it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class PlaceExitTest {

    private static final String SATISFIED = "\"satisfied\":{\"sampled\":200,\"found\":180}";

    @Test
    void aVillageLeavesWhenFewArePoorAndTheCountyAfterItsSpecialEvaluation() {
        County county = Registered.register(
                new County("451037", 15500, 2)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 2, 49)
                        .household("丙", 2, 1, 51),
                2,
                10);
        Registered.withoutNoticeDays(county, 2017);
        Registered.exit(county, 2017, "甲", "乙");
        aVillageLeavesWhenFewArePoor(county);
        String exit = appliesAndIsVerified(county);
        isNoticedAndObjectedTo(county, exit);
        isEvaluatedAndApproved(county, exit);
        isSampledLater(county, exit);
    }

    private static void aVillageLeavesWhenFewArePoor(County county) {
        for (int village : List.of(1, 2)) {
            imported("divisions", List.of("""
                    {"code":"%s","name":"村","level":"VILLAGE","parent":"%s000","validFrom":"2010-01-01",\
                    "poorVillage":%s}""".formatted(county.village(village), county.township(), true)));
        }
        String poor = village(county, 2).statusCode(201).extract().path("exit.id");
        found(county, "village-exits", poor, "county-officer", allMet("VILLAGE", "GX-2017-VILLAGE"));
        place(county, "village-exits", poor, "APPRAISAL", "village-officer").statusCode(200);
        place(county, "village-exits", poor, "VERIFICATION", "county-officer")
                .statusCode(409)
                .body("code", equalTo("incidence-too-high"));

        String exit = village(county, 1).statusCode(201).extract().path("exit.id");
        village(county, 1).statusCode(409).body("code", equalTo("exit-planned"));
        as("county-officer", county.code())
                .body("{\"findings\":[{\"criterion\":\"INCIDENCE\",\"value\":\"0\",\"evidence\":[\"统计\"]}]}")
                .put("/v1/village-exits/" + exit + "/findings")
                .then()
                .statusCode(422)
                .body("code", equalTo("measured-by-register"));
        found(county, "village-exits", exit, "county-officer", allMet("VILLAGE", "GX-2017-VILLAGE"));
        place(county, "village-exits", exit, "APPRAISAL", "village-officer").statusCode(200);
        place(county, "village-exits", exit, "VERIFICATION", "county-officer")
                .statusCode(200)
                .body("findings.find { it.criterion == 'INCIDENCE' }.value", equalTo("0.00"));
        place(county, "village-exits", exit, "RECOGNITION", "township-officer").statusCode(200);
        place(county, "village-exits", exit, "NOTICE", "township-officer").statusCode(200);
        place(county, "village-exits", exit, "REVIEW", "county-officer").statusCode(200);
        place(county, "village-exits", exit, "APPROVAL", "county-officer")
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        place(county, "village-exits", exit, "APPROVAL", "city-officer").statusCode(200);
        place(county, "village-exits", exit, "ANNOUNCEMENT", "city-officer").statusCode(200);
        county.county()
                .get("/v1/divisions/" + county.village(1))
                .then()
                .body(
                        "exitedOn",
                        equalTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
        village(county, 1).statusCode(409).body("code", equalTo("exited-already"));
    }

    private static String appliesAndIsVerified(County county) {
        String exit = Registered.post(
                        county,
                        "county-officer",
                        "planner",
                        "/v1/county-exits",
                        "{\"division\":\"%s000000\",\"year\":2017}".formatted(county.code()))
                .statusCode(201)
                .body("exit.standard", equalTo("GX-2017-COUNTY-2"))
                .body("unevaluated", contains("WRONG_EXIT", "MISSED", "SATISFACTION"))
                .extract()
                .path("exit.id");
        place(county, "county-exits", exit, "APPRAISAL", "county-officer").statusCode(200);
        place(county, "county-exits", exit, "VERIFICATION", "city-officer")
                .statusCode(409)
                .body("code", equalTo("findings-missing"))
                .body("criteria", hasSize(9));
        as("city-officer", "4510")
                .body("{\"findings\":[{\"criterion\":\"MISSED\",\"value\":\"0\",\"evidence\":[\"报告\"]}]}")
                .put("/v1/county-exits/" + exit + "/findings")
                .then()
                .statusCode(422)
                .body("code", equalTo("measured-by-evaluation"));
        found(county, "county-exits", exit, "city-officer", allMet("COUNTY", "GX-2017-COUNTY-2"));
        place(county, "county-exits", exit, "VERIFICATION", "city-officer")
                .statusCode(409)
                .body("code", equalTo("incidence-too-high"));
        Registered.exit(county, 2017, "丙");
        place(county, "county-exits", exit, "VERIFICATION", "county-officer").statusCode(403);
        place(county, "county-exits", exit, "VERIFICATION", "city-officer")
                .statusCode(200)
                .body("findings.find { it.criterion == 'INCIDENCE' }.value", equalTo("0.00"));
        as("village-officer", county.village(1))
                .get("/v1/county-exits/" + exit)
                .then()
                .statusCode(404);
        return exit;
    }

    private static void isNoticedAndObjectedTo(County county, String exit) {
        place(county, "county-exits", exit, "RECOGNITION", "region-officer").statusCode(200);
        evaluate(county, exit, "supervisor", 2017, 0).statusCode(409).body("code", equalTo("evaluation-closed"));
        place(county, "county-exits", exit, "NOTICE", "region-officer").statusCode(200);
        given().get("/v1/exits/notices?subject=COUNTY&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.division", contains(county.code() + "000000"))
                .body("items[0].rows", empty());
        String objection = Registered.post(
                        county,
                        "county-officer",
                        "taker",
                        "/v1/exit-objections",
                        "{\"caseId\":\"%s\",\"raisedBy\":\"陆某\",\"text\":\"数据不实\"}".formatted(exit))
                .statusCode(201)
                .extract()
                .path("id");
        place(county, "county-exits", exit, "REVIEW", "region-officer")
                .statusCode(409)
                .body("code", equalTo("open-objection"));
        Registered.post(
                        county,
                        "region-officer",
                        "investigator",
                        "/v1/exit-objections/" + objection + "/resolution",
                        """
                        {"outcome":"REJECTED","finding":"属实达标","investigators":["周某","吴某"],"findings":[\
                        {"criterion":"WATER","value":"98.50","evidence":["复核表"]}]}""")
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        place(county, "county-exits", exit, "REVIEW", "region-officer").statusCode(200);
    }

    private static void isEvaluatedAndApproved(County county, String exit) {
        place(county, "county-exits", exit, "APPROVAL", "region-officer")
                .statusCode(409)
                .body("code", equalTo("evaluation-missing"))
                .body("criteria", hasSize(3));
        evaluate(county, exit, "county-officer", 2017, 0).statusCode(403);
        evaluate(county, exit, "supervisor", 2018, 0).statusCode(409).body("code", equalTo("evaluation-closed"));
        evaluate(county, exit, "supervisor", 2017, 101).statusCode(400);
        as("supervisor", county.code())
                .auth()
                .oauth2(Tokens.of("supervisor", county.code(), "region-officer of NOTICE"))
                .body(evaluation(2017, 0))
                .put("/v1/county-exits/" + exit + "/evaluation")
                .then()
                .statusCode(409)
                .body("code", equalTo("evaluator-concerned"));
        evaluate(county, exit, "supervisor", 2017, 2)
                .statusCode(200)
                .body("missed", contains("WRONG_EXIT"))
                .body("findings.find { it.criterion == 'WRONG_EXIT' }.value", equalTo("2.00"));
        place(county, "county-exits", exit, "APPROVAL", "region-officer")
                .statusCode(409)
                .body("code", equalTo("evaluation-missed"))
                .body("criteria", contains("WRONG_EXIT"));
        evaluate(county, exit, "supervisor", 2017, 1)
                .statusCode(200)
                .body("missed", empty())
                .body("formerFindings.find { it.criterion == 'WRONG_EXIT' }.value", equalTo("2.00"));
        place(county, "county-exits", exit, "APPROVAL", "city-officer").statusCode(403);
        place(county, "county-exits", exit, "APPROVAL", "region-officer").statusCode(200);
        place(county, "county-exits", exit, "ANNOUNCEMENT", "region-officer")
                .statusCode(200)
                .body("exit.stage", equalTo("EXITED"));
        county.county()
                .get("/v1/divisions/" + county.code() + "000000")
                .then()
                .body(
                        "exitedOn",
                        equalTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
    }

    private static void isSampledLater(County county, String exit) {
        String sample = "/v1/county-exits/sample?year=2017&division=%s&seed=".formatted(county.code());
        as("region-officer", "45")
                .get(sample + "2018-06")
                .then()
                .statusCode(200)
                .body("percent", equalTo(20))
                .body("counties", contains(county.code() + "000000"));
        as("region-officer", "45").get(sample).then().statusCode(400);
        evaluate(county, exit, "supervisor", 2018, 3).statusCode(200);
        county.county()
                .get("/v1/exit-rechecks?subject=COUNTY&year=2018&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("FAILED"))
                .body("items[0].failing", contains("WRONG_EXIT"));
    }

    private static ValidatableResponse evaluate(County county, String exit, String role, int year, int wrong) {
        return as(role, county.code())
                .body(evaluation(year, wrong))
                .put("/v1/county-exits/" + exit + "/evaluation")
                .then();
    }

    private static String evaluation(int year, int wrong) {
        return """
                {"year":%d,"institution":"某大学","evaluatedOn":"2017-12-10","report":"评估报告",\
                "wrongExits":{"sampled":100,"found":%d},"missed":{"sampled":150,"found":2},%s}""".formatted(year, wrong, SATISFIED);
    }

    private static void found(County county, String kind, String exit, String role, String findings) {
        as(role, role.equals("city-officer") ? "4510" : county.code())
                .body(findings)
                .put("/v1/" + kind + "/" + exit + "/findings")
                .then()
                .statusCode(200);
    }
}
