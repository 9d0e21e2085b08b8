package org.jingzhun.identification.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.ExitSteps.plan;
import static org.jingzhun.identification.testing.TransitionSteps.DOCUMENT;
import static org.jingzhun.identification.testing.TransitionSteps.MINUTES;
import static org.jingzhun.identification.testing.TransitionSteps.body;
import static org.jingzhun.identification.testing.TransitionSteps.propose;
import static org.jingzhun.identification.testing.TransitionSteps.take;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Checked;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** Households fall back, are rolled back and are removed, as the officers of each level do it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class TransitionStoryTest {

    @Test
    void aHouseholdFallsBackAnotherIsRolledBackAndAThirdIsRemoved() {
        PlatformResource.connectOutbox();
        County county = new County("451063", 15200, 1)
                .household("甲", 1, 3, 46)
                .household("乙", 1, 2, 49)
                .household("丙", 1, 2, 51);
        assertThat(imported(
                                "system",
                                "45",
                                "assistance-records",
                                List.of(
                                        """
                        {"idNumber":"%s","assistance":"MINIMUM_ALLOWANCE","validFrom":"2014-01-01"}""".formatted(county.idNumber("甲")),
                                        """
                        {"idNumber":"%s","assistance":"FIVE_GUARANTEES","validFrom":"2014-01-01"}""".formatted(county.idNumber("乙")),
                                        """
                        {"idNumber":"%s","assistance":"MINIMUM_ALLOWANCE","validFrom":"2014-01-01","validTo":"2014-12-31"}""".formatted(county.idNumber("丙"))))
                        .getInt("inserted"))
                .isEqualTo(3);
        Registered.register(county, 1, 10);
        county.county()
                .get("/v1/register?division=" + county.code())
                .then()
                .body("items.attribute", contains(attributes(county)))
                .body("items.mark", contains("RED", "RED", "RED"))
                .body("items.entry", contains("IDENTIFIED", "IDENTIFIED", "IDENTIFIED"));
        Registered.withoutNoticeDays(county, 2017);
        Registered.withoutNoticeDays(county, 2018);
        Registered.exit(county, 2017, "甲", "乙");
        fallsBack(county);
        isRolledBack(county);
        isRemoved(county);
    }

    /** In the order of the list, which is that of the random ids. */
    private static Object[] attributes(County county) {
        List<String> order = county.county()
                .get("/v1/register?division=" + county.code())
                .jsonPath()
                .getList("items.householder");
        return order.stream()
                .map(name -> switch (name) {
                    case "甲" -> "LOW_INCOME_ASSISTED_POOR";
                    case "乙" -> "FIVE_GUARANTEES";
                    default -> "GENERAL";
                })
                .toArray();
    }

    private static void fallsBack(County county) {
        UUID household = county.household("甲");
        propose(county, "RETURN", "丙", "[]").statusCode(409).body("code", equalTo("other-status"));
        String id =
                propose(county, "RETURN", "甲", "[]").statusCode(201).extract().path("transition.id");
        propose(county, "ROLL_BACK", "甲", "[]").statusCode(409).body("code", equalTo("transition-under-way"));
        take(county, household, id, "RETURN_APPRAISAL", "village-officer")
                .statusCode(409)
                .body("code", equalTo("gate-not-open"));
        take(county, household, id, "ROLL_BACK_INVESTIGATION", "county-officer")
                .statusCode(409)
                .body("code", equalTo("gate-not-open"));
        take(county, household, id, "RETURN_VISIT", "township-officer")
                .statusCode(422)
                .body("code", equalTo("transition-evidence-missing"));
        take(county, household, id, "RETURN_VISIT", "township-officer", ",\"evidence\":[\"照片\"]")
                .statusCode(200)
                .body("transition.evidence", contains("照片"));
        take(county, household, id, "RETURN_APPRAISAL", "village-officer")
                .statusCode(422)
                .body("code", equalTo("minutes-missing"));
        take(county, household, id, "RETURN_APPRAISAL", "village-officer", MINUTES)
                .statusCode(200);
        take(county, household, id, "RETURN_NOTICE", "village-officer").statusCode(200);
        take(county, household, id, "RETURN_REVIEW", "township-officer").statusCode(200);
        take(county, household, id, "RETURN_APPROVAL", "township-officer")
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        take(county, household, id, "RETURN_APPROVAL", "county-officer", DOCUMENT)
                .statusCode(200)
                .body("transition.stage", equalTo("APPLIED"));
        county.county()
                .get("/v1/register/" + household)
                .then()
                .body("entry.status", equalTo("RETURNED"))
                .body("entry.mark", equalTo("YELLOW"))
                .body("entry.entry", equalTo("RETURNED"))
                .body("entry.entryYear", is(2018))
                .body("history.kind", contains("REGISTERED", "EXITED", "RETURNED"))
                .body("history[2].reason", equalTo("户主重病"));
        assertThat(Topic.await("identification.register", household.toString(), "household-returned")
                        .value())
                .contains("\"status\":\"RETURNED\"", "\"returnYear\":2018", "\"revision\":3");
        Registered.post(
                        county,
                        "county-officer",
                        "planner",
                        "/v1/exits",
                        "{\"householdId\":\"%s\",\"year\":2018}".formatted(household))
                .statusCode(409)
                .body("code", equalTo("year-of-entry"));
    }

    private static void isRolledBack(County county) {
        UUID household = county.household("乙");
        String id = propose(county, "ROLL_BACK", "乙", "[\"录像\"]")
                .statusCode(201)
                .extract()
                .path("transition.id");
        Registered.post(
                        county,
                        "county-officer",
                        "county-officer of APPROVAL",
                        "/v1/register/" + household + "/transitions/" + id + "/steps",
                        body("ROLL_BACK_INVESTIGATION", ",\"remark\":\"退出时收入未达标\""))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        take(county, household, id, "ROLL_BACK_INVESTIGATION", "county-officer", ",\"remark\":\"退出时收入未达标\"")
                .statusCode(200);
        take(county, household, id, "ROLL_BACK_REVIEW", "city-officer").statusCode(200);
        take(county, household, id, "ROLL_BACK_APPROVAL", "county-officer", DOCUMENT)
                .statusCode(200);
        county.county()
                .get("/v1/register/" + household)
                .then()
                .body("entry.status", equalTo("POOR"))
                .body("entry.entryYear", is(2015));
        assertThat(Topic.await("identification.register", household.toString(), "household-rolled-back")
                        .value())
                .contains("\"status\":\"POOR\"");
    }

    private static void isRemoved(County county) {
        UUID household = county.household("丙");
        String rejected = propose(county, "REMOVE", "丙", "[\"照片\"]")
                .statusCode(201)
                .extract()
                .path("transition.id");
        take(county, household, rejected, "REJECTION", "county-officer", ",\"remark\":\"查无实据\"")
                .statusCode(200);
        String id = propose(county, "REMOVE", "丙", "[\"照片\"]")
                .statusCode(201)
                .extract()
                .path("transition.id");
        take(county, household, id, "REMOVE_VERIFICATION", "township-officer").statusCode(200);
        take(county, household, id, "REMOVE_HEARING", "village-officer")
                .statusCode(422)
                .body("code", equalTo("reason-missing"));
        take(county, household, id, "REMOVE_HEARING", "village-officer", ",\"remark\":\"户主认可\"")
                .statusCode(200);
        take(county, household, id, "REMOVE_APPRAISAL", "village-officer", MINUTES)
                .statusCode(200);
        take(county, household, id, "REMOVE_NOTICE", "village-officer").statusCode(200);
        take(county, household, id, "REMOVE_REVIEW", "township-officer").statusCode(200);
        take(county, household, id, "REMOVE_APPROVAL", "county-officer")
                .statusCode(422)
                .body("code", equalTo("document-missing"));
        take(county, household, id, "REMOVE_APPROVAL", "county-officer", DOCUMENT)
                .statusCode(200);
        county.county()
                .get("/v1/register/" + household)
                .then()
                .body("entry.status", equalTo("REMOVED"))
                .body("entry.mark", nullValue());
        county.county()
                .get("/v1/register-transitions?kind=REMOVE&division=" + county.code())
                .then()
                .body("items.stage", contains("REJECTED", "APPLIED"));
        as("auditor", "451031")
                .get("/v1/register/" + household + "/transitions/" + id)
                .then()
                .statusCode(404);
    }

    /** 应纳入尽纳入: a later campaign takes in newly poor households and proposes the return of those who exited. */
    @Test
    void aLaterCampaignTakesInTheNewlyPoorAndProposesTheReturnOfThoseWhoHadExited() {
        County first = new County("451064", 15300, 1).household("甲", 1, 3, 46);
        Registered.register(first, 1, 3);
        Registered.withoutNoticeDays(first, 2017);
        Registered.exit(first, 2017, "甲");
        first.county()
                .get("/v1/register/" + first.household("甲"))
                .then()
                .body("entry.status", equalTo("EXITED"))
                .body("entry.mark", equalTo("GREEN"));
        County later = first.later(2018).household("丁", 1, 1, 49);
        Registered.register(later, 1, 10);
        later.county()
                .get("/v1/register/" + later.household("丁"))
                .then()
                .body("entry.entry", equalTo("NEW"))
                .body("entry.entryYear", is(2018));
        plan(later, later.household("丁"), 2018).statusCode(409).body("code", equalTo("year-of-entry"));
        plan(later, later.household("丁"), 2019).statusCode(201);
        later.county()
                .get("/v1/register-transitions?kind=RETURN&stage=PROPOSED&division=" + later.code())
                .then()
                .body("items.householdId", contains(first.household("甲").toString()))
                .body("items.campaignId", contains(later.campaign().toString()))
                .body("items.year", contains(2018));
        String round = Checked.openRound("county-officer", later.code(), later.code() + "000000", 2018, 1)
                .extract()
                .path("id");
        Checked.post(
                        "county-officer",
                        later.code(),
                        "/v1/adjustment-rounds/" + round + "/steps",
                        "{\"step\":\"CLOSE\"}")
                .statusCode(409)
                .body("code", equalTo("returns-waiting"));
    }
}
