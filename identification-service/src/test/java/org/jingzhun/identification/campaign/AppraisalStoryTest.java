package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** Villagers change scores with reasons; what decides is explained, and the round can be replayed. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class AppraisalStoryTest {

    private static ValidatableResponse appraise(County county, String gate, String changes) {
        return as("village-officer", county.village(1))
                .auth()
                .oauth2(Tokens.of("village-officer", county.village(1), "village-officer of " + gate))
                .body("""
                        {"step":"%s","signers":["黄某","农某"],\
                        "minutes":{"present":20,"entitled":30,"votes":18,"changes":[%s]}}""".formatted(gate, changes))
                .post("/v1/rounds/" + county.round(1) + "/steps")
                .then();
    }

    private static String points(UUID household, int points) {
        return "{\"householdId\":\"%s\",\"points\":%d,\"reason\":\"漏算一头牛\"}".formatted(household, points);
    }

    private static String answers(UUID household, String answers) {
        return "{\"householdId\":\"%s\",\"answers\":{%s},\"reason\":\"房屋已成危房\"}".formatted(household, answers);
    }

    private static ValidatableResponse explained(County county, String household) {
        return county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates/" + county.household(household))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse replayed(County county) {
        return as("auditor", county.code())
                .get("/v1/rounds/" + county.round(1) + "/replay")
                .then()
                .statusCode(200);
    }

    @Test
    void anAppraisalChangesScoresWithReasonsAndTheDecidingScoreExplainsItself() {
        County county = new County("451034", 20200, 1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 54)
                .household("丙", 1, 2, 57)
                .begun(4, 0)
                .taken(1, "FIRST_VISIT");
        refusesWhatNoMeetingCanDecide(county);
        appraise(
                        county,
                        "FIRST_APPRAISAL",
                        points(county.household("甲"), 9) + ","
                                + answers(county.household("丙"), "\"C01\":[\"C01-01\"],\"C16\":[\"C16-01\"]"))
                .statusCode(200);
        county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates")
                .then()
                .statusCode(200)
                .body("items.householder", contains("丙", "乙", "甲"))
                .body("items.score", contains(43, 54, 55))
                .body("items.assessed", contains(57, 54, 46))
                .body("items.changedBecause", contains("房屋已成危房", null, "漏算一头牛"));
        county.taken(1, "FIRST_NOTICE", "FIRST_REVIEW", "SECOND_VISIT");
        appraise(county, "SECOND_APPRAISAL", points(county.household("丙"), 2)).statusCode(200);
        explainsThePath(county);
        county.taken(1, "SECOND_NOTICE");
        county.screened();
        county.county()
                .body("{\"handedDown\":50}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200)
                .body("households", is(1));
        county.taken(1, "SECOND_REVIEW", "ANNOUNCEMENT");
        county.county()
                .get("/v1/register/" + county.household("丙"))
                .then()
                .statusCode(200)
                .body("entry.score", is(45));
        replaysToWhatIsStored(county);
        saysWhereTheHistoryWasTamperedWith(county);
    }

    private static void refusesWhatNoMeetingCanDecide(County county) {
        UUID household = county.household("甲");
        appraise(county, "FIRST_APPRAISAL", points(UUID.randomUUID(), 1))
                .statusCode(422)
                .body("code", equalTo("score-change-unassessed"))
                .body("errors.pointer", contains("/minutes/changes/0/householdId"));
        appraise(county, "FIRST_APPRAISAL", points(household, 1) + "," + points(household, 2))
                .statusCode(422)
                .body("code", equalTo("score-change-unassessed"))
                .body("errors.pointer", contains("/minutes/changes/1/householdId"));
        appraise(county, "FIRST_APPRAISAL", points(household, 0))
                .statusCode(422)
                .body("code", equalTo("score-change-without-effect"));
        appraise(county, "FIRST_APPRAISAL", points(household, -47))
                .statusCode(422)
                .body("code", equalTo("score-change-out-of-range"));
        appraise(county, "FIRST_APPRAISAL", answers(household, "\"C01\":[\"C01-05\",\"C01-06\"]"))
                .statusCode(422)
                .body("code", equalTo("several-items"))
                .body("errors.pointer", contains("/minutes/changes/0/answers"));
        appraise(
                        county,
                        "FIRST_APPRAISAL",
                        points(household, 3).replace("\"points\"", "\"answers\":{\"C01\":[\"C01-05\"]},\"points\""))
                .statusCode(400);
        appraise(county, "FIRST_APPRAISAL", points(household, 3).replace("漏算一头牛", " "))
                .statusCode(400);
        county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates")
                .then()
                .body("items.score", contains(46, 54, 57));
    }

    private static void explainsThePath(County county) {
        explained(county, "丙")
                .body("candidate.score", is(45))
                .body("candidate.assessed", is(57))
                .body("visits.score", contains(57))
                .body("visits[0].counts", is(true))
                .body("changes.before", contains(57, 43))
                .body("changes.after", contains(43, 45))
                .body("changes.points", contains(null, 2))
                .body("changes[0].items.item", hasItem("C16-05"))
                .body("changes[1].step", equalTo("SECOND_APPRAISAL"))
                .body(
                        "explanation",
                        containsString(
                                "57 points at the FIRST_VISIT of 2015-11-20 by GX-2015; FIRST_APPRAISAL made it 43;"
                                        + " SECOND_APPRAISAL made it 45; 45 count"));
        String assessment = explained(county, "丙").extract().path("visits[0].assessmentId");
        county.county()
                .get("/v1/assessments/" + assessment + "/proof")
                .then()
                .statusCode(200)
                .body("stored", is(57))
                .body("counted", is(45))
                .body("changes", hasSize(2))
                .body("agrees", is(true));
        as("auditor", "451031")
                .get("/v1/rounds/" + county.round(1) + "/candidates/" + county.household("丙"))
                .then()
                .statusCode(404);
        county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static void replaysToWhatIsStored(County county) {
        replayed(county)
                .body("storedStage", equalTo("ANNOUNCED"))
                .body("replayedStage", equalTo("ANNOUNCED"))
                .body("noticeSince", notNullValue())
                .body("steps", hasSize(9))
                .body("broken", nullValue())
                .body("candidates", is(3))
                .body("differences", empty())
                .body("agrees", is(true));
        as("auditor", "451031")
                .get("/v1/rounds/" + county.round(1) + "/replay")
                .then()
                .statusCode(404);
    }

    /** Nobody can do this through the service: it takes the owner of the tables. */
    private static void saysWhereTheHistoryWasTamperedWith(County county) {
        UUID household = county.household("丙");
        asOwner("update assessment set appraised_score = 51 where household_id = '" + household + "'");
        replayed(county)
                .body("agrees", is(false))
                .body("differences.subject", contains("SCORE_CHANGE", "CANDIDATE"))
                .body("differences.householdId", contains(household.toString(), household.toString()))
                .body("differences[1].stored", equalTo("51"))
                .body("differences[1].replayed", equalTo("45"));
        asOwner("update assessment set appraised_score = 45 where household_id = '" + household + "'");
        asOwner("update assessment set score = 40 where household_id = '" + county.household("乙") + "'");
        replayed(county).body("differences.subject", hasItem("VISIT"));
        asOwner("update assessment set score = 54 where household_id = '" + county.household("乙") + "'");
        asOwner("update register_entry set score = 44 where household_id = '" + household + "'");
        replayed(county).body("differences.subject", contains("REGISTER"));
        asOwner("update register_entry set score = 45 where household_id = '" + household + "'");
        replaysWhatTheGatesFoundThen(county);
        asOwner("delete from round_step where gate = 'SECOND_VISIT' and round_id = '" + county.round(1) + "'");
        replayed(county)
                .body("replayedStage", equalTo("REVIEWED"))
                .body("broken.code", equalTo("gate-not-open"))
                .body("differences[0].subject", equalTo("ROUND"));
    }

    /** What a step found is kept with it; of one from before it was kept, it is assumed and said. */
    private static void replaysWhatTheGatesFoundThen(County county) {
        String step = " where gate = 'FIRST_VISIT' and round_id = '" + county.round(1) + "'";
        replayed(county).body("assumed", empty());
        asOwner("update round_step set unassessed = 2" + step);
        replayed(county).body("broken.code", equalTo("households-unassessed")).body("replayedStage", equalTo("ROSTER"));
        asOwner("update round_step set unassessed = null, open_flags = null, open_objections = null, screened = null,"
                + " line_fixed = null" + step);
        replayed(county).body("broken", nullValue()).body("assumed", contains("ALL_ASSESSED"));
        String review = " where gate = 'SECOND_REVIEW' and round_id = '" + county.round(1) + "'";
        asOwner("update round_step set open_flags = 1" + review);
        replayed(county).body("broken.code", equalTo("open-flags"));
        asOwner("update round_step set open_flags = 0, missing_second_visits = 1" + review);
        replayed(county).body("broken.code", equalTo("second-visits-missing"));
        asOwner("update round_step set missing_second_visits = 0" + review);
    }

    private static void asOwner(String change) {
        var own = PlatformResource.platform().addresses().database("identification");
        try (Connection connection = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void onlyAppraisalsChangeScores() {
        County county = new County("451035", 20300, 1).household("甲", 1, 2, 46).begun(4, 0);
        appraise(county, "FIRST_VISIT", points(county.household("甲"), 3))
                .statusCode(422)
                .body("code", equalTo("score-changes-elsewhere"));
        county.taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        replayed(county).body("replayedStage", equalTo("NOTICED")).body("agrees", is(true));
    }
}
