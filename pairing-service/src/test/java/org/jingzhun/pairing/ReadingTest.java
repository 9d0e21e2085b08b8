package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/** Who reads personal data leaves a record of it; what the reader cannot see stays unknown, its id too. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class ReadingTest {

    @Test
    void everyListOfPersonalDataLeavesOneRecordWithItsRowsAndSoDoesEverySingleReading() {
        County county = new County("450981");
        county.hasVillages(1);
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        UUID household = county.registers(1, "ILLNESS", 6).getFirst();
        String plan = county.activatedPlanOf(6);
        String pairing =
                county.auditor().get("/v1/pairings?limit=1").then().extract().path("items[0].id");

        leavesOne(county, "/v1/helpers?unit=" + unit, "helpers-listed", "rows=1");
        leavesOne(county, "/v1/pairings?division=450981&state=ACTIVE", "pairings-listed", "rows=4");
        leavesOne(county, "/v1/pairing-plans/" + plan + "/pairs", "pairs-listed", "rows=4");
        leavesOne(county, "/v1/pairing-plans/" + plan + "/unpaired", "unpaired-listed", "rows=2");
        leavesOne(county, "/v1/helpers/" + helper, "helper-read", "{}");
        leavesOne(county, "/v1/pairings/" + pairing, "pairing-read", pairing);
        String paired =
                county.auditor().get("/v1/pairings/" + pairing).then().extract().path("householdId");
        leavesOne(county, "/v1/pairing-plans/" + plan + "/pairs/" + paired, "pair-read", plan);
        assertThat(household).isNotNull();
    }

    private static void leavesOne(County county, String path, String action, String details) {
        String reader = "reader-" + UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.of("county-officer", county.code(), reader))
                .get(path)
                .then()
                .statusCode(200);
        List<Map<String, Object>> left = county.auditor()
                .get("/v1/audit?subject=" + reader)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(left).as(path).hasSize(1);
        assertThat(left.getFirst()).as(path).containsEntry("action", action);
        assertThat(String.valueOf(left.getFirst().get("details"))).as(path).contains(details);
    }

    @Test
    void anIdThatIsTakenInAnotherCountyIsRefused() {
        County county = new County("450982");
        County stranger = new County("450921");
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        UUID strangersUnit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        stranger.unit(strangersUnit, "COUNTY").statusCode(200);

        stranger.unit(unit, "COUNTY").statusCode(409).body("code", equalTo("id-taken"));
        stranger.helper(helper, strangersUnit, "ORDINARY", List.of())
                .statusCode(409)
                .body("code", equalTo("id-taken"));
        county.auditor().get("/v1/helpers/" + helper).then().statusCode(200).body("name", equalTo("Helper " + helper));
    }
}
