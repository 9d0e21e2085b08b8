package org.jingzhun.identification.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.ExitSteps.findings;
import static org.jingzhun.identification.testing.ExitSteps.plan;
import static org.jingzhun.identification.testing.ExitSteps.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** A household leaves poverty, as the officers of each level do it, and must keep meeting its standard. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ExitStoryTest {

    @Test
    void aHouseholdLeavesPovertyAndMustKeepMeetingTheStandardOfItsYear() {
        PlatformResource.connectOutbox();
        County county = Registered.register(
                new County("451061", 15000, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        Registered.withoutNoticeDays(county, 2017);
        UUID household = county.household("甲");
        refusesToPlan(county, household);
        String exit = plan(county, household, 2017).statusCode(201).extract().path("exit.id");
        plan(county, household, 2018).statusCode(409).body("code", equalTo("exit-planned"));

        checksEveryCriterion(county, exit);
        walksToTheEnd(county, exit);
        county.county()
                .get("/v1/register/" + household)
                .then()
                .statusCode(200)
                .body("entry.status", equalTo("EXITED"))
                .body("history.kind", contains("REGISTERED", "EXITED"))
                .body("history[1].standard", equalTo("GX-2017-HOUSEHOLD"))
                .body("history[1].documentNumber", equalTo("隆政发〔2017〕88号"));
        county.county().get("/v1/households/" + household).then().body("status", equalTo("EXITED"));
        ConsumerRecord<String, String> told =
                Topic.await("identification.register", household.toString(), "household-exited");
        assertThat(told.value())
                .contains("\"status\":\"EXITED\"", "\"exitYear\":2017", "\"exitStandard\":\"GX-2017-HOUSEHOLD\"")
                .contains("\"persons\":3", "\"revision\":2", "\"mainCause\":\"ILLNESS\"");
        plan(county, household, 2019).statusCode(409).body("code", equalTo("not-poor"));

        staysUnderWatch(county, exit);
    }

    private static void refusesToPlan(County county, UUID household) {
        plan(county, household, 2015).statusCode(409).body("code", equalTo("year-of-entry"));
        plan(county, UUID.randomUUID(), 2017).statusCode(422).body("code", equalTo("exit-unknown-subject"));
        Registered.post(
                        county,
                        "county-officer",
                        "planner",
                        "/v1/exits",
                        "{\"householdId\":\"%s\",\"year\":2017,\"standard\":\"GX-2017-VILLAGE\"}".formatted(household))
                .statusCode(422)
                .body("code", equalTo("no-exit-standard"));
    }

    private static void checksEveryCriterion(County county, String exit) {
        step(county, exit, "VERIFICATION").statusCode(409).body("code", equalTo("step-not-open"));
        step(county, exit, "APPRAISAL").statusCode(200).body("exit.stage", equalTo("APPRAISED"));
        step(county, exit, "VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("findings-missing"))
                .body("criteria", hasSize(9));
        findings(county, exit, "{\"findings\":[{\"criterion\":\"CAR\",\"met\":true,\"evidence\":[]}]}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/findings/0/criterion"));
        findings(county, exit, "{\"findings\":[{\"criterion\":\"INCOME\",\"met\":true,\"evidence\":[]}]}")
                .statusCode(422)
                .body("code", equalTo("finding-value-missing"));
        findings(county, exit, Registered.findings(Map.of("INCOME", "\"value\":\"2952.00\"")))
                .statusCode(200)
                .body("failing", contains("INCOME"))
                .body("findings.find { it.criterion == 'INCOME' }.threshold", equalTo("2952.00"));
        step(county, exit, "VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("standard-not-met"))
                .body("criteria", contains("INCOME"));
        findings(county, exit, "{\"findings\":[{\"criterion\":\"INCOME\",\"value\":\"2952.01\",\"evidence\":[]}]}")
                .statusCode(200)
                .body("failing", empty())
                .body("unproven", contains("INCOME"));
        step(county, exit, "VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("evidence-missing"))
                .body("criteria", contains("INCOME"));
        findings(county, exit, Registered.findings(Map.of())).statusCode(200);
        step(county, exit, "VERIFICATION", "village-officer", "x")
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        step(county, exit, "VERIFICATION").statusCode(200);
        findings(county, exit, Registered.findings(Map.of())).statusCode(409).body("code", equalTo("findings-closed"));
    }

    private static void walksToTheEnd(County county, String exit) {
        String path = "/v1/exits/" + exit + "/steps";
        Registered.post(county, "village-officer", "x", path, "{\"step\":\"RECOGNITION\",\"signers\":[\"黄某\"]}")
                .statusCode(422)
                .body("code", equalTo("not-recognised"));
        step(county, exit, "RECOGNITION").statusCode(200).body("certifiedBy", contains("李队员", "赵干部"));
        step(county, exit, "SEND_BACK").statusCode(200).body("exit.stage", equalTo("PLANNED"));
        for (String step : List.of("APPRAISAL", "VERIFICATION", "RECOGNITION", "NOTICE")) {
            step(county, exit, step).statusCode(200);
        }
        step(county, exit, "REVIEW", "township-officer", "township-officer of VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(county, exit, "REVIEW").statusCode(200);
        Registered.post(county, "county-officer", "y", path, "{\"step\":\"APPROVAL\",\"signers\":[\"黄某\"]}")
                .statusCode(422)
                .body("code", equalTo("document-missing"));
        step(county, exit, "APPROVAL", "county-officer", "planner")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(county, exit, "APPROVAL").statusCode(200);
        step(county, exit, "ANNOUNCEMENT")
                .statusCode(200)
                .body("exit.stage", equalTo("EXITED"))
                .body(
                        "exit.exitedOn",
                        equalTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()))
                .body("steps", hasSize(11));
        step(county, exit, "SEND_BACK").statusCode(409).body("code", equalTo("step-not-open"));
    }

    private static void staysUnderWatch(County county, String exit) {
        String rechecks = "/v1/exit-rechecks?year=2018&division=" + county.code();
        county.county()
                .get(rechecks)
                .then()
                .statusCode(200)
                .body("items.outcome", contains("NOT_CHECKED"))
                .body("items[0].missing", hasSize(9));
        findings(county, exit, "{\"year\":2016," + Registered.findings(Map.of()).substring(1))
                .statusCode(409)
                .body("code", equalTo("findings-closed"));
        findings(
                        county,
                        exit,
                        "{\"year\":2018,"
                                + Registered.findings(Map.of("WATER", "\"value\":\"20\""))
                                        .substring(1))
                .statusCode(200);
        county.county()
                .get(rechecks + "&outcome=FAILED")
                .then()
                .statusCode(200)
                .body("items.standard", contains("GX-2017-HOUSEHOLD"))
                .body("items[0].failing", contains("WATER"))
                .body("items[0].missing", empty());
        assertThat(imported("county-officer", county.code(), "exit-findings", List.of("""
                        {"householdId":"%s","year":2018,"criterion":"WATER","value":"36.00","evidence":["照片"]}""".formatted(
                                        county.household("甲"))))
                        .getInt("updated"))
                .isEqualTo(1);
        county.county().get(rechecks).then().body("items.outcome", contains("MET"));
        as("auditor", "451031").get("/v1/exits/" + exit).then().statusCode(404);
    }
}
