package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** Where hamlets and offices lie, and what a plan makes of it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class HamletStoryTest {

    @Test
    void aPlanUnderTheRuleKeepsEachHelperInOneOrAdjacentHamletsAndSaysWhoIsLeft() {
        County county = new County("450470");
        county.hasVillages(1);
        List<UUID> east = registers(county, "东屯", 2);
        List<UUID> middle = registers(county, "中屯", 1);
        List<UUID> west = registers(county, "西屯", 2);
        UUID helper = cadre(county, Map.of());
        String free = county.planOf(5);
        assertThat(unpaired(county, free).getList("items.reason")).containsExactly("QUOTAS_EXHAUSTED");

        county.imported("hamlets", List.of("""
                        {"villageCode":"%s","name":"中屯","neighbours":["东屯"]}""".formatted(county.village(1))));
        String ruled = county.computed(order(county, Map.of("oneOrAdjacentHamlets", true)));
        county.auditor()
                .get("/v1/pairing-plans/" + ruled)
                .then()
                .statusCode(200)
                .body("oneOrAdjacentHamlets", equalTo(true))
                .body("optimal", equalTo(true))
                .body("figures.paired", equalTo(3))
                .body("figures.unpaired", equalTo(2));
        JsonPath left = unpaired(county, ruled);
        assertThat(left.getList("items.reason")).containsExactly("HAMLET_RULE", "HAMLET_RULE");
        assertThat(left.<String>getList("items.householdId"))
                .containsExactlyInAnyOrderElementsOf(
                        west.stream().map(UUID::toString).toList());
        county.auditor()
                .get("/v1/pairing-plans/" + ruled + "/proof")
                .then()
                .statusCode(200)
                .body("faults", hasSize(0));

        UUID other = cadre(county, Map.of());
        String second = county.computed(order(county, Map.of("oneOrAdjacentHamlets", true)));
        assertThat(unpaired(county, second).getList("items")).isEmpty();
        county.auditor()
                .get("/v1/pairing-plans/" + second + "/pairs/" + middle.getFirst())
                .then()
                .body("oneOrAdjacentHamlets", equalTo(true))
                .body("alternatives", hasSize(0));
        JsonPath pairs = county.auditor()
                .get("/v1/pairing-plans/" + second + "/pairs")
                .then()
                .extract()
                .jsonPath();
        assertThat(pairs.getString("items.find { it.householdId == '" + east.getFirst() + "' }.helperId"))
                .isEqualTo(pairs.getString("items.find { it.householdId == '" + east.getLast() + "' }.helperId"))
                .isNotEqualTo(pairs.getString("items.find { it.householdId == '" + west.getFirst() + "' }.helperId"))
                .isIn(helper.toString(), other.toString());
        county.step(county.head(), second, "APPROVE").statusCode(200);
        county.step(county.head(), second, "ACTIVATE").statusCode(200).body("newPairings", equalTo(5));
        String again = county.computed(order(county, Map.of("oneOrAdjacentHamlets", true, "mostMoves", 0)));
        county.auditor()
                .get("/v1/pairing-plans/" + again)
                .then()
                .body("figures.moves", equalTo(0))
                .body("figures.paired", equalTo(5));
    }

    @Test
    void whereOfficesAndHamletsAreKnownTheWayCostsItsKilometres() {
        County county = new County("450471");
        county.hasVillages(1);
        UUID household = registers(county, "东屯", 1).getFirst();
        UUID near = cadre(county, Map.of("latitude", 24.77, "longitude", 105.34));
        cadre(county, Map.of("latitude", 24.77, "longitude", 105.64));
        county.imported("hamlets", List.of("""
                        {"villageCode":"%s","name":"东屯","latitude":"24.770000","longitude":"105.440000"}""".formatted(county.village(1))));
        county.auditor()
                .get("/v1/hamlets?division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.name", contains("东屯"));
        String plan = county.planOf(1);
        county.auditor()
                .get("/v1/pairing-plans/" + plan + "/pairs/" + household)
                .then()
                .body("pair.helperId", equalTo(near.toString()))
                .body("terms.distance", equalTo(500))
                .body("alternatives[0].terms.distance", equalTo(1000));
        county.auditor().get("/v1/pairing-plans/" + plan + "/proof").then().body("proven", equalTo(true));
    }

    @Test
    void halfAPlaceAndANeighbourOfNoVillageAreRefused() {
        County county = new County("450472");
        county.hasVillages(1);
        String village = county.village(1);
        assertThat(county.rejections(
                        county.imported("hamlets", List.of("""
                                {"villageCode":"%s","name":"甲","latitude":"24.77"}""".formatted(village), """
                                {"villageCode":"%s","name":"乙","neighbours":["451/丙"]}""".formatted(village)))))
                .containsExactly("1 /latitude half-a-place", "2 /neighbours no-neighbour");
        county.planner()
                .body(Map.of("name", "Unit", "level", "COUNTY", "division", "450472000000", "latitude", 24.77))
                .put("/v1/units/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("half-a-place"));
        county.auditor().get("/v1/policies").then().body("items.policy", hasItem("hamlet-rule"));
    }

    private static UUID cadre(County county, Map<String, Object> place) {
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(place);
        body.putAll(Map.of("name", "Unit", "level", "COUNTY", "division", county.code() + "000000"));
        county.planner().body(body).put("/v1/units/" + unit).then().statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        return helper;
    }

    private static List<UUID> registers(County county, String hamlet, int count) {
        List<UUID> ids = new ArrayList<>();
        List<Neighbour.Told> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            told.add(Neighbour.household(id, county.village(1), hamlet, "POOR", "ILLNESS", 1));
        }
        Neighbour.tell("identification.register", told);
        return ids;
    }

    private static String order(County county, Map<String, Object> policies) {
        return county.planner()
                .body(Map.of("division", county.code(), "policies", policies))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static JsonPath unpaired(County county, String plan) {
        return county.auditor()
                .get("/v1/pairing-plans/" + plan + "/unpaired")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
