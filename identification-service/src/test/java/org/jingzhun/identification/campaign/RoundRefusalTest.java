package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.junit.jupiter.api.Test;

/** Refusals of campaigns and rounds that the story does not meet. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class RoundRefusalTest {

    @Test
    void anObjectionHoldsTheRoundUntilOtherPeopleHaveVisitedAgain() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        County county =
                new County("451028", 9200, 1, today).household("甲", 1, 2, 57).begun(5, 0);
        assertThat(object(county).statusCode(409).extract().<String>path("code"))
                .isEqualTo("no-notice");
        county.taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        object(county, UUID.randomUUID()).statusCode(422).body("code", equalTo("not-of-the-village"));
        String objection = object(county).statusCode(201).extract().path("id");

        county.take("FIRST_REVIEW", 1).statusCode(409).body("code", equalTo("open-objection"));
        resolve(county, objection, "somebody else", "[\"赵五\",\"王一\"]")
                .statusCode(409)
                .body("code", equalTo("same-person-investigates"));
        resolve(county, objection, "somebody else", "[\"赵五\"]").statusCode(400);
        resolve(county, objection, "somebody else", "[\"赵五\",\"孙六\"]")
                .statusCode(409)
                .body("code", equalTo("second-visit-missing"));

        assertThat(imported(
                                "assessments",
                                List.of(county.assessment(
                                        county.household("甲"), "SECOND_VISIT", today.toString(), 46, "\"赵五\",\"孙六\"")))
                        .getInt("rejected"))
                .isZero();
        resolve(county, objection, "the one who took it down", "[\"赵五\",\"孙六\"]")
                .statusCode(409)
                .body("code", equalTo("same-person-investigates"));
        resolve(county, objection, "somebody else", "[\"赵五\",\"孙六\"]")
                .statusCode(200)
                .body("state", equalTo("UPHELD"));
        resolve(county, objection, "somebody else", "[\"赵五\",\"孙六\"]")
                .statusCode(409)
                .body("code", equalTo("objection-resolved"));
        county.take("FIRST_REVIEW", 1).statusCode(200);
        county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates")
                .then()
                .body("items.score", hasItem(46));
    }

    private static ValidatableResponse object(County county) {
        return object(county, county.household("甲"));
    }

    private static ValidatableResponse object(County county, UUID household) {
        return Client.as("village-officer", county.village(1))
                .auth()
                .oauth2(Tokens.of("village-officer", county.village(1), "the one who took it down"))
                .body("""
                        {"householdId":"%s","raisedBy":"钱某","text":"甲家没有砖房"}""".formatted(household))
                .post("/v1/rounds/" + county.round(1) + "/objections")
                .then();
    }

    private static ValidatableResponse resolve(County county, String id, String subject, String investigators) {
        return Client.as("township-officer", county.township())
                .auth()
                .oauth2(Tokens.of("township-officer", county.township(), subject))
                .body("""
                        {"outcome":"UPHELD","finding":"属实","investigators":%s}""".formatted(investigators))
                .post("/v1/objections/" + id + "/resolution")
                .then();
    }

    @Test
    void aQuotaThatHasNoRoomForThePoorestDrawsNoLine() {
        County county = Lot.NOBODY_WITHIN.county(1).household("甲", 1, 3, 46).begun(1, 0);
        county.taken(1, "FIRST_VISIT");
        county.screened();
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(409)
                .body("code", equalTo("nobody-within"));
    }

    @Test
    void aNoticeOfSevenDaysHoldsTheReviewAndThePersonWhoVisitedFirstVisitsNoSecondTime() {
        County county = new County("451027", 9300, 1).household("甲", 1, 2, 57).begun(5, 7);
        county.county()
                .get("/v1/campaigns/" + county.campaign())
                .then()
                .body(
                        "noticeSource",
                        equalTo("provincial rule: each notice and announcement stands for 7 days or more"));
        county.taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        String lastDay = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7).toString();
        county.take("FIRST_REVIEW", 1)
                .statusCode(409)
                .body("code", equalTo("notice-running"))
                .body("until", equalTo(lastDay));
        County hasty = new County("451026", 9400, 1).household("乙", 1, 2, 57).begun(5, 0);
        hasty.taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE", "FIRST_REVIEW");
        hasty.take("SECOND_VISIT", 1, "village-officer", "village-officer of FIRST_VISIT")
                .statusCode(409)
                .body("code", equalTo("same-person"));
    }

    @Test
    void aCampaignWithoutQuotaCountyScorecardOrVetoListIsRefused() {
        County county = new County("451025", 9500, 1);
        put(county, county.body(0, 0)).statusCode(400).body("errors.pointer", hasItem("/quotaPersons"));
        put(county, county.body(5, 0).replace("451025", "451099"))
                .statusCode(422)
                .body("code", equalTo("unknown-county"));
        put(county, county.body(5, 0).replace("\"scorecard\":\"GX-2015\"", "\"scorecard\":\"XX-1\""))
                .statusCode(422)
                .body("code", equalTo("unknown-scorecard"));
        put(county, county.body(5, 0).replace("\"vetoList\":\"GX-2015\"", "\"vetoList\":\"XX-1\""))
                .statusCode(422)
                .body("code", equalTo("unknown-veto-list"));
        String etag = put(county, county.body(5, 0)).statusCode(201).extract().header("ETag");
        put(county, county.body(5, 0)).statusCode(200);
        put(county, county.body(6, 0)).statusCode(428);
        county.county()
                .header("If-Match", etag)
                .body(county.body(6, 0))
                .put("/v1/campaigns/" + county.campaign())
                .then()
                .statusCode(200)
                .body("quotaPersons", equalTo(6));
        put(county, county.body(6, 3)).statusCode(409).body("code", equalTo("campaign-fixed"));
        Client.as("county-officer", "451024")
                .body(county.body(6, 0))
                .put("/v1/campaigns/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-county"));
    }

    private static ValidatableResponse put(County county, String body) {
        return county.county()
                .body(body)
                .put("/v1/campaigns/" + county.campaign())
                .then();
    }

    @Test
    void aVillageIsNotVisitedWhileAHouseholdIsUnassessed() {
        County county = new County("451024", 9600, 1).household("甲", 1, 2, 57).begun(5, 0);
        UUID late = UUID.randomUUID();
        imported("households", List.of(org.jingzhun.identification.testing.People.household(late, county.village(1))));
        imported(
                "members",
                List.of(org.jingzhun.identification.testing.People.member(UUID.randomUUID(), late, "HEAD", 9699)));
        county.take("FIRST_VISIT", 1).statusCode(409).body("code", equalTo("households-unassessed"));
    }
}
