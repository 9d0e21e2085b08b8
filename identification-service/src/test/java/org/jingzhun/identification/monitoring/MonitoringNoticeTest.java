package org.jingzhun.identification.monitoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.monitoring.Watch.FOUND;
import static org.jingzhun.identification.monitoring.Watch.MINUTES;
import static org.jingzhun.identification.monitoring.Watch.today;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Everybody reads the notices of monitoring while they are up, and what is held against one holds the case. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class MonitoringNoticeTest {

    private static ValidatableResponse read(String division) {
        return given().filter(Contract.filter())
                .get("/v1/monitoring/notices?division=" + division)
                .then();
    }

    private static ValidatableResponse object(Watch watch, String id) {
        return Registered.post(
                watch.county(),
                "surveyor",
                "clerk",
                "/v1/monitoring/objections",
                "{\"caseId\":\"%s\",\"raisedBy\":\"邻居\",\"text\":\"该户有两辆货车\"}".formatted(id));
    }

    private static ValidatableResponse decide(Watch watch, String objection, String by, String outcome, String people) {
        return Registered.post(
                watch.county(),
                "township-officer",
                by,
                "/v1/monitoring/objections/" + objection + "/resolution",
                "{\"outcome\":\"%s\",\"finding\":\"核查情况\",\"investigators\":[%s]}".formatted(outcome, people));
    }

    private static String noticed(Watch watch, String household) {
        watch.tells(household, "SELF_REPORT", "ILLNESS").statusCode(201);
        String id = watch.caseOf(household);
        walkToNotice(watch, id);
        return id;
    }

    private static void walkToNotice(Watch watch, String id) {
        watch.take(id, "VERIFICATION", "village-officer", FOUND).statusCode(200);
        watch.take(id, "APPRAISAL", "village-officer", MINUTES).statusCode(200);
        watch.take(id, "NOTICE", "village-officer", "").statusCode(200);
    }

    @Test
    void aNoticeIsPublicWhileItIsUpAndAnObjectionHoldsTheCase() {
        County county =
                Lot.MONITORING_NOTICES.county(1).household("覃大明", 1, 3, 46).household("韦小红", 1, 2, 57);
        county.begun(1, 0);
        Registered.withoutNoticeDays(county, today().getYear());
        Watch watch = new Watch(county).withLines();
        watch.earns("覃大明", today(), "9000.00");
        watch.earns("韦小红", today(), "9000.00");
        read(county.village(1)).statusCode(200).body("items", empty());
        int majority = as("region-officer", "45")
                .body("""
                        {"name":"MAJORITY","division":"%s","year":%d,"value":3,"outOf":5,"source":"县规"}""".formatted(county.code(), today().getYear()))
                .post("/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String id = noticed(watch, "覃大明");
        as("auditor", county.code())
                .get("/v1/monitoring/" + id)
                .then()
                .body("steps.find { it.step == 'APPRAISAL' }.majorityPolicy", equalTo(majority))
                .body("steps.find { it.step == 'VERIFICATION' }.majorityPolicy", nullValue());
        read(county.village(1))
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].subject", equalTo("IDENTIFICATION"))
                .body("items[0].villageCode", equalTo(county.village(1)))
                .body("items[0].since", equalTo(today().toString()))
                .body("items[0].rows.householder", contains("覃**"))
                .body("items[0].rows[0].keySet()", equalTo(Set.of("number", "hamlet", "householder", "persons")));
        read("450470").statusCode(400).body("errors[0].code", equalTo("pattern"));

        String objection = object(watch, id).statusCode(201).extract().path("id");
        watch.take(id, "REVIEW", "township-officer", "").statusCode(409).body("code", equalTo("open-objection"));
        decide(watch, objection, "clerk", "REJECTED", "\"甲\",\"乙\"")
                .statusCode(409)
                .body("code", equalTo("monitoring-investigator-concerned"));
        decide(watch, objection, "decider", "REJECTED", "\"黄某\",\"乙\"")
                .statusCode(409)
                .body("code", equalTo("monitoring-investigator-concerned"));
        decide(watch, objection, "decider", "REJECTED", "\"乙\"").statusCode(400);
        decide(watch, objection, "decider", "UPHELD", "\"甲\",\"乙\"")
                .statusCode(200)
                .body("state", equalTo("UPHELD"));
        decide(watch, objection, "decider", "REJECTED", "\"甲\",\"乙\"")
                .statusCode(409)
                .body("code", equalTo("objection-resolved"));
        watch.take(id, "REVIEW", "township-officer", "")
                .statusCode(409)
                .body("code", equalTo("upheld-monitoring-objection"));
        watch.take(id, "SEND_BACK", "township-officer", ",\"remark\":\"异议成立\"").statusCode(200);
        read(county.village(1)).body("items", empty());
        object(watch, id).statusCode(409).body("code", equalTo("no-monitoring-notice"));

        walkToNotice(watch, id);
        String second = object(watch, id).statusCode(201).extract().path("id");
        decide(watch, second, "decider", "REJECTED", "\"甲\",\"乙\"").statusCode(200);
        watch.take(id, "REVIEW", "township-officer", "").statusCode(200);
        read(county.village(1)).body("items", empty());
        as("auditor", county.code())
                .get("/v1/monitoring/objections?case=" + id)
                .then()
                .body("items.state", contains("UPHELD", "REJECTED"))
                .body("items.about", contains("MONITORING", "MONITORING"))
                .body("items.division", contains(county.village(1), county.village(1)))
                .body("items[0].investigators", hasSize(2));
        String file = "sections.find { it.name == '%s' }.tables.find { it.name == '%s' }.rows";
        county.county()
                .accept("application/json")
                .get("/v1/households/" + county.household("覃大明") + "/archive?reason=异议复查")
                .then()
                .statusCode(200)
                .body(file.formatted("monitoring", "objections") + ".caseId", contains(id, id))
                .body(file.formatted("monitoring", "objections") + ".state", contains("UPHELD", "REJECTED"))
                .body(file.formatted("standards", "standards") + ".kind", hasItem("MONITORING_RULE"))
                .body(
                        file.formatted("standards", "standards") + ".findAll { it.kind == 'MAJORITY' }.version",
                        hasItem("3/5"));
        as("auditor", "451031")
                .get("/v1/monitoring/objections?case=" + id)
                .then()
                .body("items", empty());
    }
}
