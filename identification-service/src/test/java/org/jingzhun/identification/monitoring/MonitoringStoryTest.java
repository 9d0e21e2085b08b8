package org.jingzhun.identification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.monitoring.Watch.DOCUMENT;
import static org.jingzhun.identification.monitoring.Watch.EVIDENCE;
import static org.jingzhun.identification.monitoring.Watch.FOUND;
import static org.jingzhun.identification.monitoring.Watch.MINUTES;
import static org.jingzhun.identification.monitoring.Watch.today;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** Households are found to be at risk, monitored, helped, and leave monitoring one way or the other. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class MonitoringStoryTest {

    @Inject
    Session database;

    @Test
    void anExitedHouseholdIsMonitoredFallsBackAndIsHandedOver() {
        PlatformResource.connectOutbox();
        County county = new County("451093", 14200, 1).household("甲", 1, 3, 46).household("丙", 1, 2, 49);
        Registered.register(county, 1, 5);
        Registered.withoutNoticeDays(county, 2017);
        Registered.withoutNoticeDays(county, today().getYear());
        Registered.exit(county, 2017, "甲");
        Watch watch = new Watch(county);
        watch.tells("丙", "SURVEY", "ILLNESS").statusCode(409).body("code", equalTo("household-is-poor"));
        String id = anIncomeBelowTheLineIsALead(watch);
        theHomeCheckAsksForWhatItNeeds(watch, id);
        theCountyDecides(watch, id);
        nobodyIsClosedWithoutMeasuresAndAStableIncome(watch, id);
        fallsBack(watch, id);
    }

    private static String anIncomeBelowTheLineIsALead(Watch watch) {
        County county = watch.county();
        watch.withLines();
        UUID income = watch.earns("甲", today(), "9000.00");
        watch.earns(income, "甲", today(), "9000.00").statusCode(200);
        watch.tells("甲", "SELF_REPORT", "ILLNESS")
                .statusCode(201)
                .body("monitoringId", equalTo(watch.caseOf("甲")))
                .body("recordedBy", equalTo("village-officer@" + county.code()));
        county.county()
                .get("/v1/monitoring/leads?household=" + county.household("甲"))
                .then()
                .body("items.source", contains("INCOME", "SELF_REPORT"))
                .body("items[0].sourceKey", equalTo(income.toString()))
                .body("items[0].figure", is(300_000));
        String id = watch.caseOf("甲");
        county.county()
                .get("/v1/monitoring/" + id)
                .then()
                .body("monitoring.stage", equalTo("LEAD"))
                .body("monitoring.monitoringClass", nullValue())
                .body("monitoring.risks", contains("ILLNESS", "INCOME_DROP"))
                .body("monitoring.dueStep", equalTo("VERIFICATION"))
                .body("monitoring.colour", equalTo("YELLOW"))
                .body("monitoring.colourReason", equalTo("IN_HAND"));
        as("auditor", "451031").get("/v1/monitoring/" + id).then().statusCode(404);
        return id;
    }

    private static void theHomeCheckAsksForWhatItNeeds(Watch watch, String id) {
        watch.take(id, "APPRAISAL", "village-officer", MINUTES).statusCode(409).body("code", equalTo("step-not-open"));
        watch.take(id, "VERIFICATION", "township-officer", FOUND)
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        watch.take(id, "VERIFICATION", "village-officer", EVIDENCE)
                .statusCode(422)
                .body("code", equalTo("monitoring-findings-missing"));
        watch.take(id, "VERIFICATION", "village-officer", FOUND.replace(EVIDENCE, ""))
                .statusCode(422)
                .body("code", equalTo("monitoring-evidence-missing"));
        watch.take(
                        id,
                        "VERIFICATION",
                        "village-officer",
                        FOUND.replace("{\"risks", "{\"monitoringClass\":\"EDGE\",\"risks"))
                .statusCode(422)
                .body("code", equalTo("class-unexplained"));
        watch.take(id, "VERIFICATION", "village-officer", FOUND)
                .statusCode(200)
                .body("monitoring.stage", equalTo("VERIFIED"))
                .body("monitoring.monitoringClass", equalTo("UNSTABLE_EXIT"))
                .body("monitoring.risks", contains("ILLNESS"));
        watch.county()
                .county()
                .get("/v1/monitoring/" + id + "/proof")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].outcome", equalTo("UNSTABLE_EXIT"))
                .body("items[0].rules", equalTo("MONITORING-2020"))
                .body("items[0].grounds", contains("INCOME_BELOW_LINE"))
                .body("items[0].years[0].line", equalTo("8000.00"))
                .body("items[0].years[0].lineYear", is(today().getYear()))
                .body("items[0].years[0].perHead", equalTo("3000.00"))
                .body("items[0].years[0].shares", hasSize(1))
                .body("items[0].agrees", is(true));
    }

    private static void theCountyDecides(Watch watch, String id) {
        watch.take(id, "APPRAISAL", "village-officer", MINUTES.replace("18", "9"))
                .statusCode(409)
                .body("code", equalTo("not-carried"));
        watch.take(id, "APPRAISAL", "village-officer", MINUTES).statusCode(200);
        watch.take(id, "NOTICE", "village-officer", "").statusCode(200);
        watch.takeAs(id, "REVIEW", "township-officer", "village-officer of APPRAISAL", "")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        watch.take(id, "REVIEW", "township-officer", "").statusCode(200);
        watch.take(id, "CONFIRMATION", "county-officer", "").statusCode(422).body("code", equalTo("document-missing"));
        watch.take(id, "CONFIRMATION", "county-officer", DOCUMENT)
                .statusCode(200)
                .body("monitoring.stage", equalTo("MONITORED"))
                .body("monitoring.monitoredOn", equalTo(today().toString()))
                .body("monitoring.dueStep", equalTo("MEASURE_PLANNED"))
                .body("monitoring.dueOn", equalTo(today().plusDays(10).toString()));
        assertThat(Topic.await("identification.register", id, "household-monitored")
                        .value())
                .contains("\"monitoringClass\":\"UNSTABLE_EXIT\"", "\"risks\":[\"ILLNESS\"]");
        watch.county()
                .county()
                .get("/v1/monitoring?class=UNSTABLE_EXIT&colour=YELLOW&division="
                        + watch.county().code())
                .then()
                .body("items.id", contains(id));
        watch.county()
                .county()
                .get("/v1/monitoring?class=EDGE&division=" + watch.county().code())
                .then()
                .body("items", empty());
    }

    private void nobodyIsClosedWithoutMeasuresAndAStableIncome(Watch watch, String id) {
        watch.take(id, "CLOSURE_VISIT", "village-officer", Watch.CLEAR)
                .statusCode(409)
                .body("code", equalTo("measures-not-done"));
        watch.take(id, "MEASURE_PLANNED", "village-officer", "")
                .statusCode(422)
                .body("code", equalTo("measure-missing"));
        String measure = watch.plans(id, "INDUSTRY");
        watch.daysLater(database, id, 30);
        watch.county()
                .county()
                .get("/v1/monitoring/overdue?step=MEASURE_DONE&office=TOWNSHIP&division="
                        + watch.county().code())
                .then()
                .statusCode(200)
                .body("items.monitoringId", contains(id))
                .body("items[0].daysLate", is(27))
                .body("items[0].term", nullValue());
        watch.county()
                .county()
                .get("/v1/monitoring/overdue?office=COUNTY&division="
                        + watch.county().code())
                .then()
                .body("items", empty());
        watch.county()
                .county()
                .get("/v1/monitoring/statistics?division=" + watch.county().code())
                .then()
                .statusCode(200)
                .body("households", is(1))
                .body("items[0].colour", equalTo("RED"))
                .body("items[0].colourReason", equalTo("OVERDUE"))
                .body("items[0].monitoringClass", equalTo("UNSTABLE_EXIT"))
                .body("items[0].persons", is(3));
        watch.done(id, UUID.randomUUID().toString()).statusCode(422).body("code", equalTo("no-such-open-measure"));
        watch.done(id, measure)
                .statusCode(200)
                .body("monitoring.colour", equalTo("GREEN"))
                .body("measures.state", contains("DONE"));
        watch.take(id, "CLOSURE_VISIT", "village-officer", Watch.CLEAR)
                .statusCode(409)
                .body("code", equalTo("income-not-stable"));
    }

    private static void fallsBack(Watch watch, String id) {
        County county = watch.county();
        UUID household = county.household("甲");
        watch.take(id, "HAND_OVER", "county-officer", "").statusCode(409).body("code", equalTo("household-not-poor"));
        String why = EVIDENCE + ",\"remark\":\"收入持续低于贫困线\"";
        String transition = watch.take(id, "RETURN_PROPOSED", "township-officer", why)
                .statusCode(200)
                .extract()
                .path("monitoring.returnTransitionId");
        watch.take(id, "RETURN_PROPOSED", "township-officer", why)
                .statusCode(409)
                .body("code", equalTo("transition-under-way"));
        for (List<String> gate : List.of(
                List.of("RETURN_VISIT", "township-officer", ""),
                List.of("RETURN_APPRAISAL", "village-officer", MINUTES),
                List.of("RETURN_NOTICE", "village-officer", ""),
                List.of("RETURN_REVIEW", "township-officer", ""),
                List.of("RETURN_APPROVAL", "county-officer", DOCUMENT))) {
            Registered.post(
                            county,
                            gate.get(1),
                            gate.get(1) + " of " + gate.get(0),
                            "/v1/register/" + household + "/transitions/" + transition + "/steps",
                            "{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(gate.get(0), gate.get(2)))
                    .statusCode(200);
        }
        watch.take(id, "HAND_OVER", "county-officer", "")
                .statusCode(200)
                .body("monitoring.stage", equalTo("HANDED_OVER"))
                .body("monitoring.colour", nullValue())
                .body("steps.step", hasItem("RETURN_PROPOSED"));
        assertThat(Topic.await("identification.register", id, "household-monitoring-closed")
                        .value())
                .contains("\"outcome\":\"HANDED_OVER\"");
        watch.tells("甲", "SELF_REPORT", "ILLNESS").statusCode(409).body("code", equalTo("household-is-poor"));
    }
}
