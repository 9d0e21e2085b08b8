package org.jingzhun.identification.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.Test;

/** The scores that a scorecard leaves behind: proven, compared, and nowhere but in its county. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ScorecardScoreTest {

    private static final String COUNTY = SmallCard.COUNTY;
    private static final String TOWNSHIP = "451031360";
    private static final String VILLAGE = TOWNSHIP + "001";

    private final SmallCard card = new SmallCard();

    @Test
    void aCardStaysWhileACampaignUsesIt() {
        Places.known(TOWNSHIP, 1);
        card.published(card.small(""));
        as("county-officer", COUNTY)
                .body("""
                        {"year":2034,"county":"%s","scorecard":"%s","vetoList":"GX-2015","quotaPersons":5,\
                        "pointInTime":"2015-12-01","noticeDays":0}""".formatted(COUNTY, card.version))
                .put("/v1/campaigns/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        card.take("RETIRE", "checker").statusCode(409).body("code", equalTo("scorecard-in-use"));
    }

    @Test
    void aStoredScoreIsProvenLongAfterItsCardWasRetired() {
        card.published(card.small(""));
        UUID household = household();
        UUID assessment = UUID.randomUUID();
        as("surveyor", TOWNSHIP)
                .body(visit(household, "\"H\":[\"H-1\"],\"L\":[\"L-1\",\"L-2\"]"))
                .put("/v1/assessments/" + assessment)
                .then()
                .statusCode(201)
                .body("score", equalTo(10));
        card.take("RETIRE", "checker").statusCode(200).body("stage", equalTo("RETIRED"));
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
                        "pointInTime":"2016-12-01"}""".formatted(card.version))
                .post("/v1/campaigns")
                .then()
                .statusCode(422)
                .body("code", equalTo("scorecard-not-in-force"));
    }

    @Test
    void aCardOfAnotherCountyScoresNobodyHere() {
        card.published(card.small("").replace("\"division\":\"451031\"", "\"division\":\"" + COUNTY + "\""));
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
                        "kind=assessments&scorecard=" + card.version,
                        List.of("{\"id\":\"" + UUID.randomUUID() + "\"," + visit.substring(1))));
        assertThat(rejections(result)).containsExactly("1 /householdId scorecard-elsewhere");
    }

    @Test
    void twoYearsAndTwoScorecardsAreComparedItemByItem() {
        card.published(card.small(""));
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
                .get(path + "?scorecard=" + card.version)
                .then()
                .statusCode(200)
                .body("change", equalTo(0))
                .body("categories", hasSize(0));
        SmallCard milder = new SmallCard();
        milder.published(
                milder.small("").replace("\"maxPoints\":6", "\"maxPoints\":4").replace("\"points\":6", "\"points\":4"));
        as("auditor", COUNTY)
                .get("/v1/assessments/" + first + "/difference?scorecard=" + milder.version)
                .then()
                .statusCode(200)
                .body("before.score", equalTo(9))
                .body("after.score", equalTo(7))
                .body("categories.category", equalTo(List.of("H")))
                .body("categories[0].items[0].item", equalTo("H-1"));
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
                "assessors":["王一","李二"],"signedBy":"户主","mainCause":"ILLNESS","scorecard":"%s","answers":{%s}}""".formatted(household, UUID.randomUUID(), card.version, answers);
    }
}
