package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/**
 * Plans of a whole city and of a whole region, whose own cadres help in several counties; in a province of its own, so that
 * nobody else's households take their places.
 */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class CityPlanStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final County SMALL = new County("980101");
    private static final County LARGE = new County("980102");
    private static final County FAR = new County("980201");

    private final UUID local = UUID.randomUUID();
    private final UUID ofTheCity = UUID.randomUUID();
    private final UUID ofTheRegion = UUID.randomUUID();

    @Test
    void aCityAndARegionPairTheirCountiesTogetherOrNotAtAll() {
        List.of(SMALL, LARGE, FAR).forEach(county -> county.hasVillages(1));
        List<UUID> small = SMALL.registers(1, "ILLNESS", 2);
        List<UUID> large = LARGE.registers(1, "SCHOOLING", 7);
        UUID far = FAR.registers(1, "ILLNESS", 1).getFirst();
        String alone = FAR.planOf(1);
        unpaired(FAR.auditor(), alone, "").body("items.reason", equalTo(List.of("NO_HELPERS")));
        cadre(local, "980102000000", "COUNTY", "ORDINARY");
        cadre(ofTheCity, "980100000000", "CITY", "DEPUTY_DIVISION_HEAD");

        String first = planOf("9801", 9);
        small = pairedFirst(first, small);
        placesOfTheWholeCityAreDealtOut(first, small, large);
        nobodyButTheCityDecides(first);
        aConflictRecordedMeanwhileStopsTheWholePlan(first, small, large);

        String second = planOf("9801", 9);
        unpaired(city("officer"), second, "")
                .body("items.householdId", equalTo(List.of(small.getFirst().toString())))
                .body("items.reason", equalTo(List.of("CONFLICT_OF_INTEREST")));
        step(city("head"), second, "APPROVE").statusCode(200).body("stage", equalTo("APPROVED"));
        step(city("head"), second, "ACTIVATE")
                .statusCode(200)
                .body("stage", equalTo("ACTIVATED"))
                .body("newPairings", equalTo(8))
                .body("transfers", equalTo(0));
        helpersFromAboveAreSeenAndNotChanged(SMALL.active(small.getLast()));
        large.forEach(LARGE::active);

        cadre(ofTheRegion, "980000000000", "PROVINCE", "DEPUTY_SECTION_HEAD");
        theRegionHelpsWhomNoCityCan(small, far);
    }

    /** There is a place too few: anybody may be left without one. */
    private static List<UUID> pairedFirst(String plan, List<UUID> households) {
        List<String> paired = city("officer")
                .get("/v1/pairing-plans/" + plan + "/pairs?division=980101")
                .then()
                .extract()
                .jsonPath()
                .getList("items.householdId", String.class);
        return households.stream()
                .sorted(Comparator.comparing(household -> !paired.contains(household.toString())))
                .toList();
    }

    private void placesOfTheWholeCityAreDealtOut(String plan, List<UUID> small, List<UUID> large) {
        city("officer")
                .get("/v1/pairing-plans/" + plan)
                .then()
                .statusCode(200)
                .body("division", equalTo("980100000000"))
                .body("stage", equalTo("PROPOSED"))
                .body("optimal", equalTo(true))
                .body("figures.helpers", equalTo(2))
                .body("figures.places", equalTo(8))
                .body("figures.paired", equalTo(8))
                .body("figures.unpaired", equalTo(1));
        city("officer")
                .get("/v1/pairing-plans/" + plan + "/proof")
                .then()
                .statusCode(200)
                .body("proven", equalTo(true));
        unpaired(city("officer"), plan, "").body("items.reason", equalTo(List.of("QUOTAS_EXHAUSTED")));
        int inLarge = unpaired(city("officer"), plan, "?division=980102")
                .extract()
                .jsonPath()
                .getList("items")
                .size();
        int inSmall = unpaired(city("officer"), plan, "?division=980101")
                .extract()
                .jsonPath()
                .getList("items")
                .size();
        assertThat(inLarge + inSmall).isEqualTo(1);
        city("officer")
                .get("/v1/pairing-plans/" + plan + "/pairs?helper=" + ofTheCity)
                .then()
                .body("items", hasSize(4));
        UUID byLocal = UUID.fromString(city("officer")
                .get("/v1/pairing-plans/" + plan + "/pairs?helper=" + local)
                .then()
                .body("items", hasSize(4))
                .body("items.villageCode", everyItem(equalTo(LARGE.village(1))))
                .extract()
                .path("items[0].householdId"));
        assertThat(large).contains(byLocal);
        city("officer")
                .get("/v1/pairing-plans/" + plan + "/pairs/" + byLocal)
                .then()
                .statusCode(200)
                .body("pair.helperId", equalTo(local.toString()))
                .body("terms.standing", equalTo(0))
                .body("alternatives.helperId", equalTo(List.of(ofTheCity.toString())))
                .body("alternatives[0].dearerBy", greaterThanOrEqualTo(0));
        city("officer")
                .get("/v1/pairing-plans/" + plan + "/pairs/" + small.getFirst())
                .then()
                .body("alternatives", hasSize(0));
    }

    private static void nobodyButTheCityDecides(String plan) {
        order(SMALL.planner(), "9801").statusCode(422).body("code", equalTo("no-county"));
        SMALL.planner().get("/v1/pairing-plans/" + plan).then().statusCode(404);
        step(SMALL.head(), plan, "APPROVE").statusCode(404);
        step(city("officer"), plan, "APPROVE").statusCode(409).body("code", equalTo("same-person"));
        step(city("head"), plan, "ACTIVATE").statusCode(409).body("code", equalTo("step-not-open"));
        step(city("head"), plan, "APPROVE").statusCode(200);
    }

    private void aConflictRecordedMeanwhileStopsTheWholePlan(String plan, List<UUID> small, List<UUID> large) {
        city("officer")
                .body(Map.of("kind", "KINSHIP"))
                .put("/v1/helpers/" + ofTheCity + "/conflicts/" + small.getFirst())
                .then()
                .statusCode(204);
        step(city("head"), plan, "ACTIVATE").statusCode(409).body("code", equalTo("plan-in-conflict"));
        city("head").get("/v1/pairing-plans/" + plan).then().body("stage", equalTo("APPROVED"));
        city("head").get("/v1/pairings?division=9801").then().body("items", hasSize(0));
        assertThat(large).hasSize(7);
        step(city("head"), plan, "DISCARD").statusCode(200);
    }

    /** Whoever is helped by a cadre of the city sees who that is, down to the village, and cannot write about it. */
    private void helpersFromAboveAreSeenAndNotChanged(String pairing) {
        County.as("village-officer", SMALL.village(1), "village@980101")
                .get("/v1/pairings/" + pairing)
                .then()
                .statusCode(200)
                .body("helperId", equalTo(ofTheCity.toString()));
        SMALL.auditor().get("/v1/helpers/" + ofTheCity).then().statusCode(200).body("post", equalTo("科员"));
        FAR.auditor().get("/v1/helpers/" + ofTheCity).then().statusCode(404);
        String unit =
                SMALL.auditor().get("/v1/helpers/" + ofTheCity).then().extract().path("unitId");
        SMALL.planner()
                .body(Map.of("name", "Other", "unitId", unit, "post", "科员", "rank", "ORDINARY", "skills", List.of()))
                .put("/v1/helpers/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-unit"));
        SMALL.planner()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Other", "level", "CITY", "division", SMALL.code() + "000000"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(422);
        assertThat(SMALL.rejections(SMALL.imported("helpers", List.of("""
                                {"id":"%s","name":"Other","unitId":"%s","post":"科员","rank":"ORDINARY","skills":[]}""".formatted(UUID.randomUUID(), unit)))))
                .containsExactly("1 /unitId unknown-unit");
    }

    private void theRegionHelpsWhomNoCityCan(List<UUID> small, UUID far) {
        String plan = planOf("98", 10);
        unpaired(region("officer"), plan, "").body("items", hasSize(0));
        region("officer")
                .get("/v1/pairing-plans/" + plan + "/pairs/" + small.getFirst())
                .then()
                .body("pair.helperId", equalTo(ofTheRegion.toString()))
                .body("alternatives", hasSize(0));
        region("officer")
                .get("/v1/pairing-plans/" + plan + "/pairs/" + small.getLast())
                .then()
                .body("pair.helperId", equalTo(ofTheCity.toString()))
                .body("alternatives.helperId", equalTo(List.of(ofTheRegion.toString())));
        step(city("head"), plan, "APPROVE").statusCode(404);
        step(region("head"), plan, "APPROVE").statusCode(200);
        step(region("head"), plan, "ACTIVATE")
                .statusCode(200)
                .body("newPairings", equalTo(2))
                .body("transfers", equalTo(0));
        FAR.auditor()
                .get("/v1/pairings?state=ACTIVE&household=" + far)
                .then()
                .body("items.helperId", equalTo(List.of(ofTheRegion.toString())));
    }

    private static RequestSpecification city(String person) {
        return County.as("city-officer", "9801", person + "@9801");
    }

    private static RequestSpecification region(String person) {
        return County.as("region-officer", "98", person + "@98");
    }

    private static void cadre(UUID helper, String division, String level, String rank) {
        UUID unit = UUID.randomUUID();
        region("officer")
                .body(Map.of("name", "Unit " + unit, "level", level, "division", division))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200);
        region("officer")
                .body(Map.of("name", "Helper", "unitId", unit, "post", "科员", "rank", rank, "skills", List.of()))
                .put("/v1/helpers/" + helper)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse order(RequestSpecification person, String division) {
        return person.body(Map.of("division", division))
                .post("/v1/pairing-plans")
                .then();
    }

    /** Orders plans until one finds so many households: events arrive when they do. */
    private static String planOf(String division, int households) {
        return await().atMost(SOON)
                .until(
                        () -> computed(division),
                        plan -> person(division)
                                        .get("/v1/pairing-plans/" + plan)
                                        .jsonPath()
                                        .getInt("figures.households")
                                == households);
    }

    private static RequestSpecification person(String division) {
        return division.length() == 2 ? region("officer") : city("officer");
    }

    private static String computed(String division) {
        String job = order(person(division), division).statusCode(202).extract().path("id");
        await().atMost(SOON).until(() -> person(division)
                .get("/v1/jobs/" + job)
                .jsonPath()
                .getString("state")
                .equals("SUCCEEDED"));
        return job;
    }

    private static ValidatableResponse unpaired(RequestSpecification person, String plan, String query) {
        return person.get("/v1/pairing-plans/" + plan + "/unpaired" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse step(RequestSpecification person, String plan, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/pairing-plans/" + plan + "/steps")
                .then();
    }
}
