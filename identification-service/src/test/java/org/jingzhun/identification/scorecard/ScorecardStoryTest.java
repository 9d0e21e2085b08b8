package org.jingzhun.identification.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.Test;

/** A scorecard from draft to retirement, and the scores that it leaves behind. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ScorecardStoryTest {

    private static final String COUNTY = "451031";
    private static final String TOWNSHIP = "451031360";
    private static final String VILLAGE = TOWNSHIP + "001";
    private static final String SMALL = """
            [{"code":"H","nameZh":"住房","nameEn":"Housing","mode":"CHOOSE_ONE","maxPoints":6,"items":[\
            {"code":"H-1","nameZh":"无房","points":6},{"code":"H-2","nameZh":"有房","points":0}]},\
            {"code":"L","nameZh":"家电","nameEn":"Appliances","mode":"ADD_UP","maxPoints":4,"items":[\
            {"code":"L-0","nameZh":"无","points":0},{"code":"L-1","nameZh":"电视","points":3},\
            {"code":"L-2","nameZh":"冰箱","points":2}]}]""";

    @Inject
    AgroalDataSource database;

    private final String version = "T-" + UUID.randomUUID().toString().substring(0, 8);

    private String small(String more) {
        return """
                {"direction":"HIGH_IS_POOR","division":"%s","validFrom":"2016-01-01","source":"隆政发〔2016〕9号",\
                "categories":%s%s}""".formatted(COUNTY, SMALL, more);
    }

    private static String variant(String base) {
        return """
                {"division":"%s","validFrom":"2016-01-01","source":"隆政发〔2016〕9号","basedOn":"%s"}""".formatted(COUNTY, base);
    }

    private ValidatableResponse write(String body) {
        return as("county-officer", COUNTY)
                .body(body)
                .put("/v1/scorecards/" + version)
                .then();
    }

    private ValidatableResponse take(String step, String subject) {
        return as("county-officer", COUNTY)
                .auth()
                .oauth2(Tokens.of("county-officer", COUNTY, subject))
                .body("{\"step\":\"%s\",\"remark\":\"同意\"}".formatted(step))
                .post("/v1/scorecards/" + version + "/steps")
                .then();
    }

    private void published(String body) {
        write(body).statusCode(201);
        take("CHECK", "checker").statusCode(200).body("stage", equalTo("CHECKED"));
        take("PUBLISH", "checker").statusCode(200).body("stage", equalTo("PUBLISHED"));
    }

    @Test
    void aDraftIsWrittenCheckedPublishedAndNeverChangesAgain() {
        String etag = write(small(",\"maxPoints\":11"))
                .statusCode(201)
                .body("stage", equalTo("DRAFT"))
                .body("steps", hasSize(1))
                .extract()
                .header("ETag");
        take("CHECK", "checker")
                .statusCode(422)
                .body("code", equalTo("scorecard-faulty"))
                .body("errors[0].pointer", equalTo("/maxPoints"))
                .body("errors[0].code", equalTo("total-differs"));
        as("auditor", COUNTY)
                .get("/v1/scorecards/" + version + "/check")
                .then()
                .statusCode(200)
                .body("sound", equalTo(false))
                .body("faults[0].found", equalTo("11"))
                .body("faults[0].expected", equalTo("10"));

        write(small("")).statusCode(428);
        as("county-officer", COUNTY)
                .header("If-Match", etag)
                .body(small(""))
                .put("/v1/scorecards/" + version)
                .then()
                .statusCode(200)
                .body("maxPoints", equalTo(10));
        take("PUBLISH", "checker").statusCode(409).body("code", equalTo("scorecard-step-not-open"));
        take("CHECK", "county-officer@" + COUNTY).statusCode(409).body("code", equalTo("same-person"));
        take("CHECK", "checker").statusCode(200);
        take("PUBLISH", "checker")
                .statusCode(200)
                .body("steps.step", equalTo(List.of("WRITE", "WRITE", "CHECK", "PUBLISH")));

        String published = as("county-officer", COUNTY)
                .get("/v1/scorecards/" + version)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        as("county-officer", COUNTY)
                .header("If-Match", published)
                .body(small(""))
                .put("/v1/scorecards/" + version)
                .then()
                .statusCode(409)
                .body("code", equalTo("scorecard-step-not-open"));
        assertThatThrownBy(this::tamper).hasStackTraceContaining("never changes");
    }

    private void tamper() {
        Caller everybody = new Caller("x", "x", java.util.Set.of(), org.jingzhun.chassis.caller.Area.EVERYWHERE, null);
        int changed = CallerScope.call(
                everybody, () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection();
                            var update = connection.prepareStatement(
                                    "update scorecard set content = '[]', content_sha256 = sha256('[]') where version = ?")) {
                        update.setString(1, version);
                        return update.executeUpdate();
                    }
                }));
        assertThat(changed).isZero();
    }

    @Test
    void draftsAreSeenInTheirAreaAndPublishedCardsEverywhere() {
        write(small("")).statusCode(201);
        as("auditor", "451030").get("/v1/scorecards/" + version).then().statusCode(404);
        as("auditor", "451030").get("/v1/scorecards").then().body("items.version", not(hasItem(version)));
        as("auditor", TOWNSHIP).get("/v1/scorecards/" + version).then().statusCode(200);
        take("CHECK", "checker").statusCode(200);
        take("PUBLISH", "checker").statusCode(200);
        as("auditor", "451030").get("/v1/scorecards/" + version).then().statusCode(200);
        as("auditor", "451030")
                .get("/v1/scorecards?stage=PUBLISHED&division=" + COUNTY)
                .then()
                .body("items.version", hasItems("GX-2015", version));
        as("auditor", "451030")
                .get("/v1/scorecards?division=451030")
                .then()
                .body("items.version", hasItem("GX-2015"))
                .body("items.version", not(hasItem(version)));
    }

    @Test
    void aCountyWritesVariantsForItselfAlone() {
        write(variant("GX-2015"))
                .statusCode(201)
                .body("basedOn", equalTo("GX-2015"))
                .body("direction", equalTo("LOW_IS_POOR"))
                .body("items", equalTo(98))
                .body("maxPoints", equalTo(100));
        as("county-officer", COUNTY)
                .body(small("").replace("\"division\":\"451031\"", "\"division\":\"45\""))
                .put("/v1/scorecards/" + version + "-R")
                .then()
                .statusCode(403)
                .body("code", equalTo("whole-division-required"));
        as("county-officer", COUNTY)
                .body(variant("NONE"))
                .put("/v1/scorecards/" + version + "-N")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-scorecard"));
        as("county-officer", COUNTY)
                .body("{\"division\":\"451031\",\"validFrom\":\"2016-01-01\",\"source\":\"x\"}")
                .put("/v1/scorecards/" + version + "-E")
                .then()
                .statusCode(422)
                .body("code", equalTo("scorecard-empty"));
        as("county-officer", COUNTY)
                .body("{\"version\":\"GX-2015\"," + small("").substring(1))
                .post("/v1/scorecards")
                .then()
                .statusCode(409)
                .body("code", equalTo("version-taken"));
        as("county-officer", COUNTY)
                .body(small(""))
                .post("/v1/scorecards")
                .then()
                .statusCode(422)
                .body("code", equalTo("version-missing"));
        as("county-officer", COUNTY)
                .body("{\"version\":\"" + version + "-P\"," + small("").substring(1))
                .post("/v1/scorecards")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/scorecards/" + version + "-P"));
    }

    @Test
    void aStoredScoreIsProvenLongAfterItsCardWasRetired() {
        published(small(""));
        UUID household = household();
        UUID assessment = UUID.randomUUID();
        as("surveyor", TOWNSHIP)
                .body(visit(household, "\"H\":[\"H-1\"],\"L\":[\"L-1\",\"L-2\"]"))
                .put("/v1/assessments/" + assessment)
                .then()
                .statusCode(201)
                .body("score", equalTo(10));
        take("RETIRE", "checker").statusCode(200).body("stage", equalTo("RETIRED"));
        as("auditor", COUNTY)
                .get("/v1/assessments/" + assessment + "/proof")
                .then()
                .statusCode(200)
                .body("scorecardStage", equalTo("RETIRED"))
                .body("stored", equalTo(10))
                .body("recomputed.total", equalTo(10))
                .body("agrees", equalTo(true));
        as("surveyor", TOWNSHIP)
                .body(visit(household(), "\"H\":[\"H-1\"],\"L\":[\"L-0\"]"))
                .put("/v1/assessments/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("no-scorecard"));
        as("county-officer", COUNTY)
                .body("""
                        {"year":2016,"county":"451031000000","scorecard":"%s","vetoList":"GX-2015","quotaPersons":9,\
                        "pointInTime":"2016-12-01"}""".formatted(version))
                .post("/v1/campaigns")
                .then()
                .statusCode(422)
                .body("code", equalTo("scorecard-not-in-force"));
    }

    @Test
    void aCardOfAnotherCountyScoresNobodyHere() {
        published(small("").replace("\"division\":\"451031\"", "\"division\":\"" + COUNTY + "\""));
        Client.imported(
                "divisions",
                List.of(
                        Places.division("450000000000", "广西壮族自治区", "PROVINCE", ""),
                        Places.division("451000000000", "百色市", "CITY", "450000000000"),
                        Places.division("451085000000", "凌云县", "COUNTY", "451000000000"),
                        Places.division("451085360000", "乡", "TOWNSHIP", "451085000000"),
                        Places.division("451085360001", "村", "VILLAGE", "451085360000")));
        UUID household = UUID.randomUUID();
        imported("households", List.of(People.household(household, "451085360001")));
        String visit = visit(household, "\"H\":[\"H-1\"],\"L\":[\"L-0\"]");
        as("surveyor", "451085")
                .body(visit)
                .put("/v1/assessments/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("no-scorecard"));
        JsonPath result = Client.finished(
                "system",
                "45",
                Client.upload(
                        "system",
                        "45",
                        "kind=assessments&scorecard=" + version,
                        List.of("{\"id\":\"" + UUID.randomUUID() + "\"," + visit.substring(1))));
        assertThat(rejections(result)).containsExactly("1 /householdId scorecard-elsewhere");
    }

    @Test
    void twoYearsAndTwoScorecardsAreComparedItemByItem() {
        published(small(""));
        UUID household = household();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        as("surveyor", TOWNSHIP)
                .body(visit(household, "\"H\":[\"H-1\"],\"L\":[\"L-1\"]"))
                .put("/v1/assessments/" + first)
                .then()
                .statusCode(201);
        as("surveyor", TOWNSHIP)
                .body(visit(household, "\"H\":[\"H-2\"],\"L\":[\"L-1\",\"L-2\"]"))
                .put("/v1/assessments/" + second)
                .then()
                .statusCode(201);
        as("surveyor", TOWNSHIP)
                .body(visit(household(), "\"H\":[\"H-2\"],\"L\":[\"L-0\"]"))
                .put("/v1/assessments/" + other)
                .then()
                .statusCode(201);
        String path = "/v1/assessments/" + second + "/difference";
        as("auditor", COUNTY)
                .get(path + "?with=" + first)
                .then()
                .statusCode(200)
                .body("before.score", equalTo(9))
                .body("after.score", equalTo(4))
                .body("change", equalTo(-5))
                .body("categories.find { it.category == 'H' }.change", equalTo(-6))
                .body("categories.find { it.category == 'L' }.cappedAfter", equalTo(1))
                .body("categories.find { it.category == 'L' }.items[0].item", equalTo("L-2"));
        as("auditor", COUNTY)
                .get(path + "?with=" + other)
                .then()
                .statusCode(422)
                .body("code", equalTo("other-household"));
        as("auditor", COUNTY)
                .get(path + "?scorecard=GX-2015")
                .then()
                .statusCode(422)
                .body("code", equalTo("category-missing"));
        as("auditor", COUNTY)
                .get(path + "?scorecard=" + version)
                .then()
                .statusCode(200)
                .body("change", equalTo(0))
                .body("categories", hasSize(0));
        as("auditor", COUNTY).get(path).then().statusCode(400).body("code", equalTo("one-comparison"));
    }

    private UUID household() {
        Places.known(TOWNSHIP, 1);
        UUID id = UUID.randomUUID();
        imported("households", List.of(People.household(id, VILLAGE)));
        return id;
    }

    private String visit(UUID household, String answers) {
        return """
                {"householdId":"%s","campaignId":"%s","round":"FIRST_VISIT","visitedOn":"2016-03-01",\
                "assessors":["王一","李二"],"signedBy":"户主","mainCause":"ILLNESS","scorecard":"%s","answers":{%s}}""".formatted(household, UUID.randomUUID(), version, answers);
    }
}
