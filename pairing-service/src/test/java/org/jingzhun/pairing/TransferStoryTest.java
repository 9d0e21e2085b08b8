package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.junit.jupiter.api.Test;

/** Counties transfer households to helpers of their city, who are not theirs to change. The province is of this test alone. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class TransferStoryTest {

    private static final String CITY = "9601";
    private static final String FOREIGN_CITY = "9602";

    private final LocalDate today = Rounds.today();

    @Test
    void aCountyTransfersToAHelperOfItsCityWithinTheHelpersQuotaAndNotToOneOfAnother() {
        County first = new County("960101");
        County second = new County("960102");
        List<UUID> ofFirst = paired(first);
        List<UUID> ofSecond = paired(second);
        UUID ofTheCity = cadre(CITY);

        transfer(first, ofFirst.getFirst(), cadre(FOREIGN_CITY))
                .statusCode(422)
                .body("code", equalTo("unknown-helper"));
        String absence = "/v1/helpers/" + ofTheCity + "/absences/" + UUID.randomUUID();
        Map<String, Object> ill = new HashMap<>(
                Map.of("kind", "ILLNESS", "since", today.minusDays(9).toString()));
        String tag = city(CITY)
                .body(ill)
                .put(absence)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        transfer(first, ofFirst.getFirst(), ofTheCity).statusCode(409).body("code", equalTo("helper-absent"));
        ill.put("until", today.minusDays(1).toString());
        city(CITY).header("If-Match", tag).body(ill).put(absence).then().statusCode(200);
        city(CITY)
                .body(Map.of("kind", "KINSHIP"))
                .put("/v1/helpers/" + ofTheCity + "/conflicts/" + ofFirst.get(1))
                .then()
                .statusCode(204);
        transfer(first, ofFirst.get(1), ofTheCity).statusCode(409).body("code", equalTo("helper-conflict"));

        transfer(first, ofFirst.getFirst(), ofTheCity)
                .statusCode(200)
                .body("helperId", equalTo(ofTheCity.toString()))
                .body("helperUnit", equalTo("市财政局"));
        ofSecond.forEach(household -> transfer(second, household, ofTheCity).statusCode(200));
        transfer(first, ofFirst.getLast(), ofTheCity).statusCode(409).body("code", equalTo("helper-quota-exhausted"));
        first.planner()
                .get("/v1/pairings?state=ACTIVE&helper=" + ofTheCity)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void twoCountiesThatGiveTheSameHelperAHouseholdAtOnceDoNotPassItsQuotaTogether() throws Exception {
        List<County> counties = List.of(new County("960301"), new County("960302"));
        UUID ofTheCity = cadre("9603");
        List<Callable<Integer>> transfers = new ArrayList<>();
        for (County county : counties) {
            for (UUID household : paired(county)) {
                String pairing = county.active(household);
                transfers.add(
                        () -> county.step(pairing, Map.of("step", "TRANSFER", "helperId", ofTheCity, "reason", "share"))
                                .extract()
                                .statusCode());
            }
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(transfers.size())) {
            for (Future<Integer> status : threads.invokeAll(transfers)) {
                statuses.add(status.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 200, 200, 200, 409, 409);
    }

    @Test
    void thePlanOfACountyLeavesHouseholdsToTheHelpersOfItsCity() {
        County county = new County("960601");
        List<UUID> households = paired(county);
        UUID ofTheCity = cadre("9606");
        transfer(county, households.getFirst(), ofTheCity).statusCode(200);
        county.activatedPlanOf(2);
        county.planner()
                .get("/v1/pairings?state=ACTIVE&household=" + households.getFirst())
                .then()
                .body("items.helperId", equalTo(List.of(ofTheCity.toString())));
    }

    @Test
    void aVillageReadsWhoHelpsItsHouseholdsFromTheTownshipNextDoor() {
        County county = new County("960501");
        List<UUID> households = paired(county);
        UUID unit = UUID.randomUUID();
        county.planner()
                .body(Map.of("name", "邻乡政府", "level", "TOWNSHIP", "division", county.code() + "777000"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200);
        UUID neighbour = UUID.randomUUID();
        county.helper(neighbour, unit, "ORDINARY", List.of()).statusCode(200);
        transfer(county, households.getFirst(), neighbour).statusCode(200);
        County.as("village-officer", county.village(1), "village of " + county.code())
                .get("/v1/pairings?state=ACTIVE&household=" + households.getFirst())
                .then()
                .statusCode(200)
                .body("items.helperUnit", equalTo(List.of("邻乡政府")));
        County.as("village-officer", county.village(9), "another village of " + county.code())
                .get("/v1/helpers/" + neighbour)
                .then()
                .statusCode(404);
    }

    @Test
    void eachRefusedTransferOfManyHasACodeAndTellsWhyInBothLanguages() {
        County county = new County("960401");
        List<UUID> households = paired(county);
        thePairingThatIsNamedTwiceIsNamed(county, households);
        JsonPath done = county.transferred(households, cadre(FOREIGN_CITY));
        assertThat(done.getInt("result.refused")).isEqualTo(3);
        assertThat(done.getList("result.results.code")).containsOnly("unknown-helper");
        UUID full = cadre("9604");
        assertThat(county.transferred(households, full).getInt("result.transferred"))
                .isEqualTo(3);
        JsonPath again = county.transferred(households, full);
        assertThat(again.getString("result.results[0].code")).isEqualTo("same-helper");
        assertThat(again.getString("result.results[0].refusal")).contains("helper");
        assertThat(again.getString("result.results[0].refusalChinese")).contains("该户");
        String gone = county.computed(county.head()
                .body(Map.of(
                        "transfers",
                        List.of(Map.of("pairingId", UUID.randomUUID(), "helperId", full)),
                        "reason",
                        "retired"))
                .post("/v1/pairings/transfers")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        JsonPath unknown = county.head().get("/v1/jobs/" + gone).jsonPath();
        assertThat(unknown.getString("result.results[0].code")).isEqualTo("not-found");
        assertThat(unknown.getString("result.results[0].refusalChinese")).isNotBlank();
    }

    @Test
    void aCadreOfACityUnitHasFewerPlacesUnlessItIsFirstSecretary() {
        County county = new County("960701");
        List<UUID> households = paired(county);
        UUID unit = UUID.randomUUID();
        UUID clerk = UUID.randomUUID();
        county.unit(unit, "CITY").statusCode(200);
        county.helper(clerk, unit, "ORDINARY", List.of()).statusCode(200).body("quota", equalTo(1));
        places(county, 4 + 1);
        transfer(county, households.getFirst(), clerk).statusCode(200);
        transfer(county, households.get(1), clerk)
                .statusCode(409)
                .body("code", equalTo("helper-quota-exhausted"))
                .body("detail", containsString("1 household"));

        county.link(unit, county.village(1)).statusCode(201);
        county.planner()
                .body(Map.of("kind", "FIRST_SECRETARY", "helperId", clerk, "division", county.village(1)))
                .post("/v1/links")
                .then()
                .statusCode(201);
        county.auditor().get("/v1/helpers/" + clerk).then().body("quota", equalTo(4));
        places(county, 4 + 4);
        transfer(county, households.get(1), clerk).statusCode(200);
    }

    private static void places(County county, int expected) {
        county.planner().get("/v1/pairing-plans/" + county.plan()).then().body("figures.places", equalTo(expected));
    }

    private static void thePairingThatIsNamedTwiceIsNamed(County county, List<UUID> households) {
        String twice = county.active(households.getFirst());
        String once = county.active(households.getLast());
        List<Map<String, Object>> transfers = List.of(
                Map.of("pairingId", twice, "helperId", UUID.randomUUID()),
                Map.of("pairingId", once, "helperId", UUID.randomUUID()),
                Map.of("pairingId", twice, "helperId", UUID.randomUUID()));
        county.head()
                .body(Map.of("transfers", transfers, "reason", "moved away"))
                .post("/v1/pairings/transfers")
                .then()
                .statusCode(422)
                .body("code", equalTo("repeated-transfer"))
                .body("errors.pointer", equalTo(List.of("/transfers/0/pairingId", "/transfers/2/pairingId")))
                .body("detail", containsString(twice));
    }

    /** Three households of the county with a helper of the county's own. */
    private static List<UUID> paired(County county) {
        county.hasVillages(1);
        List<UUID> households = county.registers(1, "ILLNESS", 3);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(UUID.randomUUID(), unit, "ORDINARY", List.of()).statusCode(200);
        county.activatedPlanOf(3);
        return households;
    }

    private static ValidatableResponse transfer(County county, UUID household, UUID helper) {
        return county.step(
                county.active(household), Map.of("step", "TRANSFER", "helperId", helper, "reason", "moved away"));
    }

    private static RequestSpecification city(String code) {
        return County.as("city-officer", code, "officer@" + code);
    }

    private static UUID cadre(String city) {
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        Map<String, Object> office = Map.of("name", "市财政局", "level", "CITY", "division", city + "00000000");
        city(city).body(office).put("/v1/units/" + unit).then().statusCode(200);
        Map<String, Object> facts = new HashMap<>(Map.of(
                "name", "覃干部", "unitId", unit, "post", "副局长", "rank", "DEPUTY_DIVISION_HEAD", "skills", List.of()));
        city(city).body(facts).put("/v1/helpers/" + helper).then().statusCode(200);
        return helper;
    }
}
