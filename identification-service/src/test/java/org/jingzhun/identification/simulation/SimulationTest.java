package org.jingzhun.identification.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.junit.jupiter.api.Test;

/** What would change with another scorecard, line or quota. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SimulationTest {

    @Inject
    Simulating simulating;

    private static ValidatableResponse order(String county, String version, String body) {
        return as("county-officer", county)
                .body(body)
                .post("/v1/scorecards/" + version + "/simulations")
                .then();
    }

    private static JsonPath simulated(String county, String version, String body) {
        String job = order(county, version, body).statusCode(202).extract().path("id");
        return Client.finished("county-officer", county, job);
    }

    private static String body(String county, String more) {
        return "{\"baseline\":\"GX-2015\",\"division\":\"%s\",%s}".formatted(county, more);
    }

    /** GX-2015 with the house worth twice as much, written by the county for itself. */
    private static String variant(String county) {
        String version = "S-" + UUID.randomUUID().toString().substring(0, 8);
        as("county-officer", county)
                .body(card(county, 2))
                .put("/v1/scorecards/" + version)
                .then()
                .statusCode(201);
        return version;
    }

    private static String card(String county, int times) {
        ArrayNode categories = (ArrayNode) shipped(county).path("categories");
        for (JsonNode category : categories) {
            if (category.path("code").asText().equals("C01")) {
                ((ObjectNode) category).put("maxPoints", 20 * times);
                category.path("items").forEach(item -> ((ObjectNode) item)
                        .put("points", times * item.path("points").asInt()));
            }
        }
        ObjectNode card = new ObjectMapper().createObjectNode();
        card.put("direction", "LOW_IS_POOR")
                .put("division", county)
                .put("validFrom", "2016-01-01")
                .put("source", "文件")
                .set("categories", categories);
        return card.toString();
    }

    private static JsonNode shipped(String county) {
        try {
            return new ObjectMapper()
                    .readTree(as("county-officer", county)
                            .get("/v1/scorecards/GX-2015")
                            .asString());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void aDraftThatChangesBeforeItIsTriedIsNotTried() {
        County county =
                Lot.CHANGED_SIMULATION.county(1).household("甲", 1, 1, 46).begun(5, 0);
        String version = variant(county.code());
        var officer = new Caller("o", "O", Set.of("county-officer"), Area.ofPrefix(county.code()), null);
        UUID job = CallerScope.call(
                officer, () -> QuarkusTransaction.requiringNew().call(() -> {
                    UUID ordered = simulating.order(
                            new Order(version, "GX-2015", Area.ofPrefix(county.code()), 52, null, null, null));
                    as("county-officer", county.code())
                            .header(
                                    "If-Match",
                                    as("county-officer", county.code())
                                            .get("/v1/scorecards/" + version)
                                            .header("ETag"))
                            .body(card(county.code(), 3))
                            .put("/v1/scorecards/" + version)
                            .then()
                            .statusCode(200);
                    return ordered;
                }));
        JsonPath ended = await().until(
                        () -> as("county-officer", county.code())
                                .get("/v1/jobs/" + job)
                                .jsonPath(),
                        answer -> "FAILED".equals(answer.getString("state")));
        assertThat(ended.getString("problem.code")).isEqualTo("scorecard-changed");
    }

    @Test
    void aDraftIsTriedOverACountyWithoutDecidingAnything() {
        County county = new County("451081", 12100, 2)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 3, 49)
                .household("丙", 1, 4, 51)
                .household("丁", 2, 1, 54)
                .household("戊", 2, 5, 57)
                .begun(5, 0);
        String version = variant(county.code());

        // Twice the points of the house: 46, 52, 56, 62 and 68 in place of 46, 49, 51, 54 and 57
        JsonPath result = simulated(county.code(), version, body(county.code(), "\"line\":52"));
        assertThat(result.getInt("all.households")).isEqualTo(5);
        assertThat(result.getLong("all.persons")).isEqualTo(15);
        assertThat(result.getInt("poorByBaseline.households")).isEqualTo(3);
        assertThat(result.getInt("poorBySimulation.households")).isEqualTo(2);
        assertThat(result.getInt("movesIn.households")).isZero();
        assertThat(result.getInt("movesOut.households")).isEqualTo(1);
        assertThat(result.getLong("movesOut.persons")).isEqualTo(4);
        assertThat(result.getInt("villages")).isEqualTo(2);
        assertThat(result.getList("histogram.score", Integer.class))
                .containsExactly(46, 49, 51, 52, 54, 56, 57, 62, 68);

        String id = result.getString("simulationId");
        as("county-officer", county.code())
                .get("/v1/simulations/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("result.movesOut.persons", equalTo(4));
        as("county-officer", county.code())
                .get("/v1/simulations/" + id + "/movers?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].householder", equalTo("丙"))
                .body("items[0].moves", equalTo("OUT"))
                .body("items[0].baselineScore", equalTo(51))
                .body("items[0].score", equalTo(56));
        as("county-officer", county.code())
                .get("/v1/simulations/" + id + "/movers?moves=IN")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("auditor", county.code())
                .get("/v1/simulations/" + id + "/villages")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].poorHouseholdsByBaseline", equalTo(3))
                .body("items[0].poorHouseholds", equalTo(2))
                .body("items[0].outPersons", equalTo(4))
                .body("items[1].outPersons", equalTo(0));
        as("auditor", county.code()).get("/v1/simulations").then().body("items.id", hasItem(id));
        as("auditor", county.code())
                .get("/v1/audit?action=simulation-movers-read&subject=county-officer@" + county.code())
                .then()
                .statusCode(200)
                .body("items.objectId", contains(id, id))
                .body("items.details.rows", containsInAnyOrder(1, 0));

        as("county-officer", "451082").get("/v1/simulations/" + id).then().statusCode(404);
        as("county-officer", county.township())
                .get("/v1/simulations/" + id + "/movers")
                .then()
                .statusCode(404);
        as("auditor", county.code())
                .get("/v1/register?division=" + county.code())
                .then()
                .body("items", hasSize(0));
        as("county-officer", county.code())
                .get("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(404);
    }

    @Test
    void quotasDrawTheLinesAndAVillageIsSimulatedAlone() {
        County county = new County("451082", 12300, 2)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 3, 49)
                .household("丙", 2, 4, 51)
                .household("丁", 2, 1, 54)
                .begun(5, 0);
        JsonPath result = simulated(county.code(), "GX-2015", body(county.code(), "\"quota\":9,\"baselineQuota\":5"));
        assertThat(result.getInt("baselineLine")).isEqualTo(49);
        assertThat(result.getInt("line")).isEqualTo(51);
        assertThat(result.getInt("movesIn.households")).isEqualTo(1);
        assertThat(result.getLong("movesIn.persons")).isEqualTo(4);

        JsonPath village =
                simulated(county.code(), "GX-2015", body(county.village(2), "\"quota\":1,\"baselineLine\":51"));
        assertThat(village.getInt("all.households")).isEqualTo(2);
        assertThat(village.getString("line")).isNull();
        assertThat(village.getInt("poorBySimulation.households")).isZero();
        assertThat(village.getInt("movesOut.households")).isEqualTo(1);
    }

    @Test
    void aSecondVisitCountsInPlaceOfTheFirst() {
        County county = new County("451086", 12500, 1).household("甲", 1, 2, 57).begun(5, 0);
        assertThat(Client.imported(
                                "assessments",
                                List.of(county.assessment(
                                        county.household("甲"), "SECOND_VISIT", "2015-12-01", 46, "\"赵五\",\"孙六\"")))
                        .getInt("rejected"))
                .isZero();
        JsonPath result = simulated(county.code(), "GX-2015", body(county.code(), "\"line\":50"));
        assertThat(result.getInt("all.households")).isEqualTo(1);
        assertThat(result.getList("histogram.score", Integer.class)).containsExactly(46);
    }

    @Test
    void answersThatANewCardLacksAreCountedAsUnscorable() {
        County county = new County("451083", 12700, 1).household("甲", 1, 2, 46).begun(5, 0);
        String version = "U-" + UUID.randomUUID().toString().substring(0, 8);
        as("county-officer", county.code())
                .body("""
                        {"direction":"HIGH_IS_POOR","division":"%s","validFrom":"2016-01-01","source":"文件",\
                        "categories":[{"code":"NEW","nameZh":"新","nameEn":"new","mode":"CHOOSE_ONE","maxPoints":1,\
                        "items":[{"code":"NEW-1","nameZh":"是","points":1},{"code":"NEW-0","nameZh":"否","points":0}]}]}\
                        """.formatted(county.code()))
                .put("/v1/scorecards/" + version)
                .then()
                .statusCode(201);
        order(county.code(), version, body(county.code(), "\"line\":1"))
                .statusCode(422)
                .body("code", equalTo("baseline-line-missing"));
        JsonPath result = simulated(county.code(), version, body(county.code(), "\"line\":1,\"baselineLine\":50"));
        assertThat(result.getInt("unscorable.households")).isEqualTo(1);
        assertThat(result.getInt("all.households")).isZero();
        assertThat(result.getList("leftOut")).hasSize(98);
    }

    @Test
    void unclearOrdersAreRefused() {
        County county = new County("451084", 12900, 1).household("甲", 1, 2, 46).begun(5, 0);
        String code = county.code();
        order(code, "GX-2015", body(code, "\"line\":50,\"quota\":5"))
                .statusCode(422)
                .body("code", equalTo("line-or-quota"));
        order(code, "GX-2015", body("45", "\"line\":50"))
                .statusCode(403)
                .body("code", equalTo("whole-division-required"));
        order(code, "NONE", body(code, "\"line\":50")).statusCode(404);
        order(code, "GX-2015", body(code, "\"line\":50").replace("GX-2015", "NONE"))
                .statusCode(422)
                .body("code", equalTo("unknown-baseline"));
        order("451098", "GX-2015", body("451098", "\"line\":50"))
                .statusCode(409)
                .body("code", equalTo("nothing-answered"));
        order(code, "GX-2015", body(code, "\"line\":-1")).statusCode(400);
        order(code, "GX-2015", body(code, "\"quota\":0")).statusCode(400);
    }
}
