package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.ExitSteps;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.TransitionSteps;
import org.junit.jupiter.api.Test;

/** Quorum and majority of every meeting are policies by place and year; each meeting keeps those by which it was held. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class MeetingPolicyTest {

    private static int set(String name, County county, Integer year, int value, int outOf) {
        return as("region-officer", "45")
                .body("""
                        {"name":"%s","division":"%s","year":%d,"value":%d,"outOf":%d,"source":"县规〔2017〕1号"}""".formatted(name, county.code(), year, value, outOf))
                .post("/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse appraise(County county, String exit, int present, int votes) {
        return Registered.post(
                county,
                "village-officer",
                "village-officer of APPRAISAL",
                "/v1/exits/" + exit + "/steps",
                "{\"step\":\"APPRAISAL\",\"signers\":[\"黄某\"],\"minutes\":{\"present\":%d,\"entitled\":30,\"votes\":%d}}"
                        .formatted(present, votes));
    }

    @Test
    void exitsAskForTheQuorumAndMajorityOfTheirPlaceAndYear() {
        County county = Registered.register(
                Lot.MEETINGS.county(1).household("甲", 1, 3, 46).household("乙", 1, 2, 46), 1, 10);
        int quorum = set("QUORUM", county, 2017, 1, 2);
        int majority = set("MAJORITY", county, 2017, 2, 3);
        String exit = ExitSteps.plan(county, county.household("甲"), 2017)
                .statusCode(201)
                .extract()
                .path("exit.id");
        appraise(county, exit, 14, 14)
                .statusCode(409)
                .body("code", equalTo("no-quorum"))
                .body("detail", containsString("14 of 30 entitled came, but 1 of 2 are needed"));
        appraise(county, exit, 15, 10)
                .statusCode(409)
                .body("code", equalTo("not-carried"))
                .body("detail", containsString("10 of 15 present voted for it, but more than 2 of 3 are needed"));
        appraise(county, exit, 15, 11)
                .statusCode(200)
                .body("steps[0].quorumPolicy", equalTo(quorum))
                .body("steps[0].majorityPolicy", equalTo(majority));

        String other = ExitSteps.plan(county, county.household("乙"), 2018)
                .statusCode(201)
                .extract()
                .path("exit.id");
        appraise(county, other, 15, 15).statusCode(409).body("code", equalTo("no-quorum"));
        appraise(county, other, 20, 11).statusCode(200);
    }

    @Test
    void transitionsAndAppraisalsOfCampaignsDoTooAndACampaignKeepsWhatItBeganWith() {
        County county = Lot.MEETINGS_OF_TRANSITIONS.county(1).household("甲", 1, 3, 46);
        int majority = set("MAJORITY", county, 2015, 9, 10);
        county.begun(10, 0).taken(1, "FIRST_VISIT");
        county.take("FIRST_APPRAISAL", 1)
                .statusCode(409)
                .body("code", equalTo("not-carried"))
                .body("detail", containsString("18 of 20 present voted for it, but more than 9 of 10 are needed"));
        county.county().get("/v1/campaigns/" + county.campaign()).then().body("majorityPolicy", equalTo(majority));
        set("MAJORITY", county, 2015, 1, 2);
        county.take("FIRST_APPRAISAL", 1).statusCode(409).body("code", equalTo("not-carried"));

        County registered = Registered.register(Lot.REPLAY.county(1).household("甲", 1, 3, 46), 1, 10);
        as("auditor", registered.code())
                .get("/v1/rounds/" + registered.round(1) + "/replay")
                .then()
                .statusCode(200)
                .body("agrees", equalTo(true))
                .body("assumed", empty());
        int strict = set("MAJORITY", registered, 2018, 9, 10);
        UUID household = registered.household("甲");
        String id = TransitionSteps.propose(registered, "REMOVE", "甲", "[\"照片\"]")
                .statusCode(201)
                .extract()
                .path("transition.id");
        TransitionSteps.take(registered, household, id, "REMOVE_VERIFICATION", "township-officer")
                .statusCode(200);
        TransitionSteps.take(registered, household, id, "REMOVE_HEARING", "village-officer", ",\"remark\":\"户主认可\"")
                .statusCode(200);
        ValidatableResponse few =
                TransitionSteps.take(registered, household, id, "REMOVE_APPRAISAL", "village-officer", minutes(18));
        few.statusCode(409).body("code", equalTo("not-carried"));
        ValidatableResponse enough =
                TransitionSteps.take(registered, household, id, "REMOVE_APPRAISAL", "village-officer", minutes(19));
        enough.statusCode(200)
                .body("steps[0].majorityPolicy", nullValue())
                .body("steps[2].majorityPolicy", equalTo(strict));
        assertThat(strict).isGreaterThan(majority);
    }

    private static String minutes(int votes) {
        return ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":%d}".formatted(votes);
    }

    @Test
    void aMajorityThatNobodyCanReachAndAQuorumOfNothingAreRefused() {
        as("region-officer", "45")
                .body("{\"name\":\"MAJORITY\",\"value\":2,\"outOf\":2,\"source\":\"县规\"}")
                .post("/v1/policies")
                .then()
                .statusCode(400);
        as("region-officer", "45")
                .body("{\"name\":\"MAJORITY\",\"value\":1,\"source\":\"县规\"}")
                .post("/v1/policies")
                .then()
                .statusCode(400);
    }
}
