package org.jingzhun.identification.screening;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** What only a visit finds. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SightingTest {

    private static String body(County county, UUID household, String veto, String effectiveOn) {
        return """
                {"campaignId":"%s","householdId":"%s","veto":"%s","fact":"三层砖混结构住房","evidence":"照片2张",\
                "effectiveOn":"%s"}""".formatted(county.campaign(), household, veto, effectiveOn);
    }

    private static ValidatableResponse raise(String area, String body) {
        return as("surveyor", area).body(body).post("/v1/flags").then();
    }

    private static ValidatableResponse confirm(County county, String flag, String role, String subject) {
        return as(role, county.code())
                .auth()
                .oauth2(Tokens.of(role, county.code(), subject))
                .body("{\"resolution\":\"CONFIRMED\",\"reason\":\"实地核查属实\",\"evidence\":\"照片\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then();
    }

    @Test
    void whatAVisitFindsIsCheckedBySomebodyElseAndVetoesTheHousehold() {
        County county = new County("451074", 13800, 1).household("甲", 1, 2, 46).begun(5, 0);
        String flag = raise(county.village(1), body(county, county.household("甲"), "GOOD_HOUSE", "2013-06-01"))
                .statusCode(201)
                .body("source", equalTo("VISIT"))
                .body("state", equalTo("OPEN"))
                .body("villageCode", equalTo(county.village(1)))
                .body("memberId", nullValue())
                .body("vetoList", equalTo("GX-2015"))
                .body("raisedBy", equalTo("surveyor@" + county.village(1)))
                .body("raisedEvidence", equalTo("照片2张"))
                .extract()
                .path("id");
        as("township-officer", county.code())
                .body(
                        "{\"resolution\":\"DISMISSED\",\"ground\":\"FALSE_MATCH\",\"reason\":\"非本人\",\"evidence\":\"照片\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(422)
                .body("code", equalTo("false-match-of-sighting"));
        confirm(county, flag, "county-officer", "surveyor@" + county.village(1))
                .statusCode(409)
                .body("code", equalTo("same-person-resolves"));
        String confirmed = "{\"flagId\":\"%s\",\"resolution\":\"CONFIRMED\",\"reason\":\"属实\"}";
        var file = imported(
                "county-officer",
                county.code(),
                "flag-resolutions",
                List.of(confirmed.formatted(flag), confirmed.formatted(UUID.randomUUID())));
        county.county()
                .get("/v1/imports/" + file.getString("importId") + "/rejections")
                .then()
                .body("items.code", containsInAnyOrder("resolve-one-by-one", "unknown-flag"));
        confirm(county, flag, "township-officer", "somebody else")
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates")
                .then()
                .body("items.decision", contains("VETOED"))
                .body("items[0].vetoes", contains("GOOD_HOUSE"));
        as("auditor", county.code())
                .get("/v1/audit?action=flag-raised&object=" + flag)
                .then()
                .body("items.subject", contains("surveyor@" + county.village(1)));
    }

    @Test
    void aSightingOfALaterFactIsOnlyNoted() {
        County county = new County("451075", 13900, 1).household("甲", 1, 2, 46).begun(5, 0);
        raise(county.village(1), body(county, county.household("甲"), "IDLE", "2015-12-02"))
                .statusCode(201)
                .body("state", equalTo("NOTED"))
                .body("exception", equalTo("AFTER_POINT_IN_TIME"));
    }

    @Test
    void aSightingNeedsACampaignAHouseholdAVetoOfTheListAndADayThatHasCome() {
        County county = new County("451076", 14000, 2).household("甲", 1, 2, 46).begun(5, 0);
        UUID household = county.household("甲");
        String good = body(county, household, "ALL_AWAY", "2012-01-01");
        String tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2).toString();
        raise(county.village(1), good.replace("ALL_AWAY", "TOO_PROUD"))
                .statusCode(422)
                .body("code", equalTo("unknown-veto"))
                .body("errors[0].pointer", equalTo("/veto"))
                .body("detail", containsString("ALL_AWAY"));
        raise(
                        county.village(1),
                        good.replace(
                                county.campaign().toString(), UUID.randomUUID().toString()))
                .statusCode(422)
                .body("code", equalTo("unknown-campaign"));
        raise(county.village(2), good).statusCode(422).body("code", equalTo("unknown-household"));
        raise(county.village(1), good.replace("2012-01-01", tomorrow))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/effectiveOn"));
        raise(county.village(1), good.replace("照片2张", " ")).statusCode(400);
        raise(county.village(1), good).statusCode(201);
        raise(county.village(1), good).statusCode(409).body("code", equalTo("flag-raised-before"));
        as("auditor", county.code()).body(good).post("/v1/flags").then().statusCode(403);
    }

    @Test
    void nothingIsRaisedAgainstAnAnnouncedList() {
        County county = new County("451077", 14100, 1).household("甲", 1, 2, 46).begun(5, 0);
        county.taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE", "FIRST_REVIEW", "SECOND_VISIT");
        county.taken(1, "SECOND_APPRAISAL", "SECOND_NOTICE");
        county.screened();
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        county.taken(1, "SECOND_REVIEW");
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(409)
                .body("code", equalTo("line-in-use"));
        county.taken(1, "ANNOUNCEMENT");
        raise(county.village(1), body(county, county.household("甲"), "IDLE", "2012-01-01"))
                .statusCode(409)
                .body("code", equalTo("already-announced"));
    }
}
