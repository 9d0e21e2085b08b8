package org.jingzhun.identification.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.junit.jupiter.api.Test;

/** A campaign goes on with the scores of another edition of its card; the former ones stay, and all can be made anew. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ScoringStoryTest {

    private static String order(String scorecard) {
        return "{\"scorecard\":\"%s\",\"reason\":\"砖木结构分值更正\",\"documentNumber\":\"隆政办发〔2015〕7号\"}"
                .formatted(scorecard);
    }

    private static ValidatableResponse ordered(County county, String scorecard) {
        return county.county()
                .body(order(scorecard))
                .post("/v1/campaigns/" + county.campaign() + "/scoring")
                .then();
    }

    private static JsonPath scored(County county, String scorecard) {
        String job = ordered(county, scorecard).statusCode(202).extract().path("id");
        return Client.finished("county-officer", county.code(), job);
    }

    /** GX-2015 with other points for a house of kind C01-04, and the appliances in a mode. */
    private static String card(County county, String name, int points, String appliances) {
        JsonPath shipped = as("county-officer", county.code())
                .get("/v1/scorecards/GX-2015")
                .jsonPath();
        List<Map<String, Object>> categories = shipped.getList("categories");
        List<Map<String, Object>> houses = shipped.getList("categories[0].items");
        houses.get(3).put("points", points);
        categories.getFirst().put("items", houses);
        categories.get(1).put("mode", appliances);
        categories.get(1).put("maxPoints", appliances.equals("ADD_UP") ? 5 : 2);
        String version = name + "-" + UUID.randomUUID().toString().substring(0, 6);
        county.county()
                .body(Map.of(
                        "division", county.code(),
                        "validFrom", "2015-01-01",
                        "source", "隆政办发〔2015〕7号",
                        "basedOn", "GX-2015",
                        "categories", categories))
                .put("/v1/scorecards/" + version)
                .then()
                .statusCode(201);
        return version;
    }

    private static String published(County county, String version) {
        for (String step : List.of("CHECK", "PUBLISH")) {
            county.county()
                    .auth()
                    .oauth2(Tokens.of("county-officer", county.code(), "checker"))
                    .body("{\"step\":\"%s\",\"remark\":\"同意\"}".formatted(step))
                    .post("/v1/scorecards/" + version + "/steps")
                    .then()
                    .statusCode(200);
        }
        return version;
    }

    private static String visitOf(County county, String household) {
        return county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates/" + county.household(household))
                .then()
                .statusCode(200)
                .extract()
                .path("visits[0].assessmentId");
    }

    private static ValidatableResponse proof(County county, String visit) {
        return county.county()
                .get("/v1/assessments/" + visit + "/proof")
                .then()
                .statusCode(200)
                .body("agrees", is(true));
    }

    private static ValidatableResponse ranking(County county) {
        return county.county()
                .get("/v1/campaigns/" + county.campaign() + "/ranking")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse line(County county) {
        return county.county()
                .body("{\"handedDown\":50}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
    }

    @Test
    void aCorrectedEditionScoresTheWholeCampaignAndTheFormerScoresStay() {
        County county = Lot.SCORED_ANEW
                .county(2)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 54)
                .household("丙", 2, 2, 57)
                .begun(4, 0)
                .taken(2, "FIRST_VISIT");
        county.screened();
        line(county).body("version", is(1)).body("households", is(1));
        String draft = card(county, "FIX", 2, "ADD_UP");
        refusesWhatCannotTakeThePlaceOfTheCard(county, draft);
        String fixed = published(county, draft);

        JsonPath summary = scored(county, fixed);
        assertThat(summary.getInt("visits")).isEqualTo(3);
        assertThat(summary.getInt("changed")).isEqualTo(1);

        ranking(county).body("items.score", contains(46, 48, 57)).body("items.householder", contains("甲", "乙", "丙"));
        county.county()
                .get("/v1/campaigns/" + county.campaign())
                .then()
                .body("scorecard", equalTo(fixed))
                .body("line", equalTo(null));
        keepsWhatWasBefore(county, fixed);
        line(county).body("version", is(2)).body("scorecard", equalTo(fixed)).body("households", is(2));
        takesLaterVisitsByTheCardInForce(county, fixed);
        appraisalsGoOnFromTheScoreInForce(county);
    }

    private static void refusesWhatCannotTakeThePlaceOfTheCard(County county, String draft) {
        String path = "/v1/campaigns/" + county.campaign() + "/scoring";
        ordered(county, "NONE").statusCode(422).body("code", equalTo("unknown-scorecard"));
        ordered(county, draft).statusCode(422).body("code", equalTo("unknown-scorecard"));
        ordered(county, "GX-2015").statusCode(409).body("code", equalTo("scorecard-scored-by"));
        as("county-officer", county.township())
                .body(order("GX-2015"))
                .post(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("county-required"));
        as("county-officer", "451099").body(order("GX-2015")).post(path).then().statusCode(404);
        county.county()
                .body(order("GX-2015").replace("砖木结构分值更正", " "))
                .post(path)
                .then()
                .statusCode(400);
        ordered(county, other(county))
                .statusCode(422)
                .body("code", equalTo("scorecard-other-items"))
                .body("items", hasItem("H-1"))
                .body("errors.pointer", contains("/scorecard"));
    }

    /** A form of its own. */
    private static String other(County county) {
        String version = "OTHER-" + UUID.randomUUID().toString().substring(0, 6);
        county.county()
                .body("""
                        {"direction":"LOW_IS_POOR","division":"%s","validFrom":"2015-01-01","source":"x",\
                        "categories":[{"code":"H","nameZh":"住房","nameEn":"Housing","mode":"CHOOSE_ONE","maxPoints":6,\
                        "items":[{"code":"H-1","nameZh":"无房","points":0},{"code":"H-2","nameZh":"有房","points":6}]}]}""".formatted(county.code()))
                .put("/v1/scorecards/" + version)
                .then()
                .statusCode(201);
        return published(county, version);
    }

    private static void keepsWhatWasBefore(County county, String fixed) {
        String path = "/v1/campaigns/" + county.campaign() + "/scoring";
        String scoring = county.county()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.number", contains(1, 2))
                .body("items.scorecard", contains("GX-2015", fixed))
                .body("items.inForce", contains(false, true))
                .body("items[1].reason", equalTo("砖木结构分值更正"))
                .body("items[1].changed", is(1))
                .extract()
                .path("items[1].id");
        String visit = visitOf(county, "乙");
        county.county()
                .get(path + "/" + scoring + "/changes")
                .then()
                .statusCode(200)
                .body("items.assessmentId", contains(visit))
                .body("items.before", contains(54))
                .body("items.after", contains(48));
        as("township-officer", county.code() + "999")
                .get(path + "/" + scoring + "/changes")
                .then()
                .statusCode(200)
                .body("items", empty());
        proof(county, visit)
                .body("scorecard", equalTo("GX-2015"))
                .body("stored", is(54))
                .body("recomputed.total", is(54))
                .body("scorings.scorecard", contains("GX-2015", fixed))
                .body("scorings.stored", contains(54, 48))
                .body("scorings.recomputed.total", contains(54, 48))
                .body("counted", is(48));
        for (String household : List.of("甲", "乙")) {
            String id = visitOf(county, household);
            int oneByOne = county.county()
                    .get("/v1/assessments/" + id + "/difference?scorecard=" + fixed)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("after.score");
            proof(county, id).body("counted", is(oneByOne));
        }
    }

    private static void takesLaterVisitsByTheCardInForce(County county, String fixed) {
        String again = county.assessment(county.household("丙"), "SECOND_VISIT", "2015-12-05", 54, "\"赵五\",\"孙六\"");
        JsonPath refused = Client.imported("assessments", List.of(again));
        assertThat(Client.rejections(refused)).containsExactly("1 /campaignId other-scorecard");
        JsonPath taken = Client.finished(
                "system", "45", Client.upload("system", "45", "kind=assessments&scorecard=" + fixed, List.of(again)));
        assertThat(taken.getInt("inserted")).isEqualTo(1);
        ranking(county).body("items.score", contains(46, 48, 48));
    }

    private static void appraisalsGoOnFromTheScoreInForce(County county) {
        as("village-officer", county.village(1))
                .auth()
                .oauth2(Tokens.of("village-officer", county.village(1), "village-officer of FIRST_APPRAISAL"))
                .body("""
                        {"step":"FIRST_APPRAISAL","signers":["黄某"],\
                        "minutes":{"present":20,"entitled":30,"votes":18,"changes":[\
                        {"householdId":"%s","points":9,"reason":"漏算一头牛"},\
                        {"householdId":"%s","answers":{"C01":["C01-01"]},"reason":"房屋已成危房"}]}}""".formatted(county.household("甲"), county.household("乙")))
                .post("/v1/rounds/" + county.round(1) + "/steps")
                .then()
                .statusCode(200);
        ranking(county).body("items.score", contains(46, 48, 55)).body("items.householder", contains("乙", "丙", "甲"));
        proof(county, visitOf(county, "乙"))
                .body("changes.before", contains(48))
                .body("changes.after", contains(46))
                .body("scorings.stored", contains(54, 46));
        as("auditor", county.code())
                .get("/v1/rounds/" + county.round(1) + "/replay")
                .then()
                .statusCode(200)
                .body("differences", empty())
                .body("agrees", is(true));
        ordered(county, "GX-2015")
                .statusCode(409)
                .body("code", equalTo("scores-decided"))
                .body("villages", contains(county.village(1)));
    }

    @Test
    void answersThatTheEditionDoesNotAllowStopItAndAlterationsLeaveTheFormerScoreProvable() {
        County county = Lot.SCORED_ANEW_REFUSED
                .county(1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 54)
                .begun(4, 0);
        String visit = visitOf(county, "乙");
        String job = ordered(county, published(county, card(county, "ONE", 2, "CHOOSE_ONE")))
                .statusCode(202)
                .extract()
                .path("id");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> county.county()
                .get("/v1/jobs/" + job)
                .jsonPath()
                .getString("state")
                .equals("FAILED"));
        county.county()
                .get("/v1/jobs/" + job)
                .then()
                .body("problem.code", equalTo("answers-not-scorable"))
                .body("problem.detail", containsString(visit));
        ranking(county).body("items.score", contains(46, 54));
        proof(county, visit).body("scorings.stored", contains(54));

        String fixed = published(county, card(county, "FIX", 2, "ADD_UP"));
        assertThat(scored(county, fixed).getInt("changed")).isEqualTo(1);
        String altered = county.assessment(county.household("乙"), "FIRST_VISIT", County.VISITED_ON, 57, "\"王一\",\"李二\"")
                .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + visit + "\"")
                .replaceFirst(
                        "\\{",
                        "{\"alterationReason\":\"看错房屋\",\"alteredBy\":\"王一\",\"fingerprint\":\"%s\","
                                .formatted("ab".repeat(32)));
        JsonPath result = Client.finished(
                "system", "45", Client.upload("system", "45", "kind=assessments&scorecard=" + fixed, List.of(altered)));
        assertThat(result.getInt("updated")).isEqualTo(1);
        ranking(county).body("items.score", contains(46, 57));
        proof(county, visit)
                .body("stored", is(57))
                .body("scorecard", equalTo(fixed))
                .body("scorings.stored", contains(54, 57))
                .body("scorings.recomputed.total", contains(54, 57));
    }
}
