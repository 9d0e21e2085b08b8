package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.importedFrom;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** Flagged, objected and borderline households are visited a second time, by other people, before they are decided. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SecondVisitStoryTest {

    private static ValidatableResponse due(County county, String query) {
        return county.county()
                .get("/v1/campaigns/" + county.campaign() + "/second-visits" + query)
                .then()
                .statusCode(200);
    }

    private static String second(County county, String household, int score, String assessors) {
        return county.assessment(county.household(household), "SECOND_VISIT", "2015-12-05", score, assessors);
    }

    @Test
    void whoIsInDoubtIsVisitedAgainByOthersBeforeTheSecondAppraisal() {
        County county = new County("451032", 20000, 2)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 57)
                .household("丙", 2, 2, 51)
                .begun(4, 0)
                .taken(2, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE", "FIRST_REVIEW", "SECOND_VISIT");
        due(county, "?made=false").body("items", empty());
        var unused = importedFrom("PAYROLL", List.of("""
                {"idNumber":"%s","fact":"教师","effectiveOn":"2014-05-01"}""".formatted(county.idNumber("乙"))));
        county.screened();
        due(county, "?made=false")
                .body("items.householder", contains("乙"))
                .body("items[0].reasons", contains("FLAGGED"))
                .body("items[0].made", is(false));
        county.take("SECOND_APPRAISAL", 1)
                .statusCode(409)
                .body("code", equalTo("second-visits-missing"))
                .body("households", is(1))
                .body("list", containsString("/second-visits?division=" + county.village(1) + "&made=false"))
                .body("detail", containsString("1"));
        county.take("SECOND_APPRAISAL", 2).statusCode(200);
        theSameTeamDoesNotVerifyItself(county);
        assertThat(imported("assessments", List.of(second(county, "乙", 54, "\"赵五\",\"孙六\"")))
                        .getInt("inserted"))
                .isEqualTo(1);
        due(county, "?made=true").body("items.visitedOn", contains("2015-12-05"));
        county.take("SECOND_APPRAISAL", 1).statusCode(200);
        theEdgeOfTheLineIsVerifiedBeforeTheCountyDecides(county);
    }

    private static void theSameTeamDoesNotVerifyItself(County county) {
        assertThat(rejections(imported("assessments", List.of(second(county, "乙", 57, "\"李二\",\"孙六\"")))))
                .containsExactly("1 /assessors same-assessors");
    }

    private static void theEdgeOfTheLineIsVerifiedBeforeTheCountyDecides(County county) {
        String flag =
                county.county().get("/v1/flags?state=OPEN").then().extract().path("items[0].id");
        county.county()
                .body("{\"resolution\":\"DISMISSED\",\"reason\":\"同名\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(200);
        county.taken(2, "SECOND_NOTICE");
        county.county()
                .body("{\"handedDown\":49}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        due(county, "")
                .body("items.householder", containsInAnyOrder("甲", "丙"))
                .body("items.reasons.flatten()", hasItem("LINE_EDGE"));
        county.take("SECOND_REVIEW", 2).statusCode(409).body("code", equalTo("second-visits-missing"));
        as("village-officer", county.village(2))
                .get("/v1/campaigns/" + county.campaign() + "/second-visits")
                .then()
                .statusCode(200)
                .body("items.householder", contains("丙"));
        county.taken(2, "SECOND_REVIEW");
        due(county, "?made=false").body("items", empty());
    }

    @Test
    void theQuorumAndTheEdgeAreDatedData() {
        as("county-officer", "451033")
                .body("{\"name\":\"QUORUM\",\"value\":1,\"outOf\":2,\"source\":\"x\"}")
                .post("/v1/policies")
                .then()
                .statusCode(403);
        as("region-officer", "44")
                .body("{\"name\":\"LINE_EDGE\",\"division\":\"451033\",\"value\":9,\"source\":\"x\"}")
                .post("/v1/policies")
                .then()
                .statusCode(403)
                .body("code", equalTo("policy-elsewhere"));
        as("region-officer", "45")
                .body("{\"name\":\"QUORUM\",\"division\":\"451033\",\"value\":3,\"outOf\":2,\"source\":\"x\"}")
                .post("/v1/policies")
                .then()
                .statusCode(400);
        as("region-officer", "45")
                .body("""
                        {"name":"QUORUM","division":"451033","year":2015,"value":1,"outOf":2,"source":"桂扶办试点函"}""")
                .post("/v1/policies")
                .then()
                .statusCode(201)
                .body("value", is(1));
        as("region-officer", "45").body("""
                        {"name":"LINE_EDGE","division":"451033","value":0,"source":"桂扶办试点函"}""").post("/v1/policies").then().statusCode(201);
        as("auditor", "4510")
                .get("/v1/policies?limit=1000")
                .then()
                .statusCode(200)
                .body("items.source", hasItem("桂扶办试点函"));
        County county = new County("451033", 20100, 1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 49)
                .begun(2, 0)
                .taken(1, "FIRST_VISIT");
        as("village-officer", county.code())
                .body("""
                        {"step":"FIRST_APPRAISAL","signers":["黄某"],"minutes":{"present":15,"entitled":30,"votes":9}}""")
                .post("/v1/rounds/" + county.round(1) + "/steps")
                .then()
                .statusCode(200);
        county.screened();
        county.county()
                .body("{\"handedDown\":48}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        due(county, "").body("items", empty());
    }
}
