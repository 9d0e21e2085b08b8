package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** What the service refuses, and how it says so. Each test has a county of its own. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class RefusalsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void badRowsOfAnImportAreNamedAndTheGoodOnesGoIn() {
        County county = new County("451026");
        county.hasVillages(2);
        UUID unit = UUID.randomUUID();
        var units = county.imported(
                "units",
                List.of(
                        "{\"id\": \"%s\", \"name\": \"A\", \"level\": \"COUNTY\", \"villageCode\": \"%s\"}"
                                .formatted(unit, county.village(1)),
                        "{\"id\": \"%s\", \"name\": \"B\", \"level\": \"COUNTY\", \"villageCode\": \"451026999999\"}"
                                .formatted(UUID.randomUUID()),
                        "{\"id\": \"%s\", \"name\": \"C\", \"level\": \"COUNTY\", \"villageCode\": \"451031100201\"}"
                                .formatted(UUID.randomUUID()),
                        "{\"id\": \"%s\", \"name\": \"D\", \"level\": \"VILLAGE\"}".formatted(UUID.randomUUID())));
        assertThat(county.rejections(units))
                .containsExactlyInAnyOrder(
                        "2 /villageCode unknown-village",
                        "3 /villageCode outside-your-area",
                        "4 /level not-allowed-value");
        var moved = county.imported(
                "units",
                List.of("{\"id\": \"%s\", \"name\": \"A\", \"level\": \"COUNTY\", \"villageCode\": \"%s\"}"
                        .formatted(unit, county.village(2))));
        assertThat(county.rejections(moved)).containsExactly("1 /villageCode link-limit");
        var helpers = county.imported(
                "helpers",
                List.of(
                        "{\"id\": \"%s\", \"name\": \"H\", \"unitId\": \"%s\", \"post\": \"p\", \"rank\": \"ORDINARY\", \"skills\": []}"
                                .formatted(UUID.randomUUID(), unit),
                        "{\"id\": \"%s\", \"name\": \"H\", \"unitId\": \"%s\", \"post\": \"p\", \"rank\": \"ORDINARY\", \"skills\": []}"
                                .formatted(UUID.randomUUID(), UUID.randomUUID()),
                        "{\"id\": \"%s\", \"name\": \"H\", \"post\": \"p\", \"rank\": \"ORDINARY\", \"skills\": []}"
                                .formatted(UUID.randomUUID())));
        assertThat(county.rejections(helpers))
                .containsExactlyInAnyOrder("2 /unitId unknown-unit", "3 /unitId missing-field");
        var ofATownship = county.imported(
                "helpers",
                List.of(
                        "{\"id\": \"%s\", \"name\": \"H\", \"unitId\": \"%s\", \"post\": \"p\", \"rank\": \"ORDINARY\", \"skills\": [], \"homeVillage\": \"451026100000\"}"
                                .formatted(UUID.randomUUID(), unit)));
        assertThat(county.rejections(ofATownship)).containsExactly("1 /homeVillage no-village");
        county.auditor().get("/v1/helpers?unit=" + unit).then().body("items", hasSize(1));
        county.helper(UUID.randomUUID(), UUID.randomUUID(), "ORDINARY", List.of())
                .statusCode(422)
                .body("code", equalTo("unknown-unit"));
    }

    @Test
    void aUnitHasAsManyVillagesAsItsLevelMay() {
        County county = new County("451027");
        county.hasVillages(2);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        String link =
                county.link(unit, county.village(1)).statusCode(201).extract().path("id");
        county.link(unit, county.village(1)).statusCode(409).body("code", equalTo("link-exists"));
        county.link(unit, county.village(2)).statusCode(409).body("code", equalTo("link-limit"));
        county.link(unit, "451027999999").statusCode(422).body("code", equalTo("unknown-village"));
        county.link(UUID.randomUUID(), county.village(1)).statusCode(422).body("code", equalTo("unknown-unit"));
        end(county, link).statusCode(409).body("code", equalTo("village-still-poor"));
        Neighbour.tell("identification.village", List.of(Neighbour.delisted(county.village(1))));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> end(county, link).extract().statusCode() == 200);
        end(county, link).statusCode(409).body("code", equalTo("step-not-open"));
        county.link(unit, county.village(2)).statusCode(201);
    }

    private static ValidatableResponse end(County county, String link) {
        return county.planner()
                .body(Map.of("step", "END"))
                .post("/v1/links/" + link + "/steps")
                .then();
    }

    @Test
    void aStrangerFindsNothingAndMayNotEvenKnowThatItExists() {
        County county = new County("451028");
        county.hasVillages(1);
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        String plan = county.activatedPlanOf(1);
        String pairing = county.active(household);

        County stranger = new County("451029");
        for (String path : List.of(
                "/v1/units/" + unit,
                "/v1/helpers/" + helper,
                "/v1/pairings/" + pairing,
                "/v1/pairing-plans/" + plan,
                "/v1/pairing-plans/" + plan + "/proof",
                "/v1/pairing-plans/" + plan + "/pairs",
                "/v1/pairing-plans/" + plan + "/pairs/" + household)) {
            stranger.head().get(path).then().statusCode(404).body("code", equalTo("not-found"));
            county.head().get(path).then().statusCode(200);
        }
        for (String path : List.of(
                "/v1/units?division=451028",
                "/v1/helpers?unit=" + unit,
                "/v1/links?unit=" + unit,
                "/v1/pairings?household=" + household,
                "/v1/pairing-plans?division=451028")) {
            stranger.head().get(path).then().statusCode(200).body("items", hasSize(0));
        }
        stranger.step(stranger.head(), plan, "DISCARD").statusCode(404);
        stranger.step(pairing, Map.of("step", "CLOSE", "reason", "no")).statusCode(404);
        stranger.planner()
                .body(Map.of("division", "451028"))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-county"))
                .body("errors[0].pointer", equalTo("/division"));
        stranger.planner()
                .body(Map.of("county", "451028"))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/county"));
        aHelperSeesItsOwn(county, helper, pairing);
    }

    private static void aHelperSeesItsOwn(County county, UUID helper, String pairing) {
        given().auth()
                .oauth2(Tokens.ofHelper(county.code(), helper.toString()))
                .get("/v1/pairings")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(pairing)));
        given().auth()
                .oauth2(Tokens.ofHelper(county.code(), UUID.randomUUID().toString()))
                .get("/v1/pairings?helper=" + helper)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().auth()
                .oauth2(Tokens.ofHelper(county.code(), UUID.randomUUID().toString()))
                .get("/v1/pairings/" + pairing)
                .then()
                .statusCode(404);
    }

    @Test
    void onlyPlansOfTheSamePlaceAreCompared() {
        County county = new County("450546");
        County other = new County("450547");
        county.hasVillages(1);
        other.hasVillages(1);
        String path = "/v1/pairing-plans/" + county.plan() + "/comparison/" + other.plan();
        County.as("city-officer", "4505", "city@4505")
                .get(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("plan-of-another-place"));
        county.head().get(path).then().statusCode(404);
    }

    @Test
    void anUnreadableEventBecomesADeadLetterAndTheOthersGoOn() {
        County county = new County("451030");
        county.hasVillages(1);
        String key = "unreadable-" + UUID.randomUUID();
        UUID good = UUID.randomUUID();
        Neighbour.tell(
                "identification.register",
                List.of(
                        new Neighbour.Told(key, "household-registered", "{\"householdId\": 7"),
                        Neighbour.household(good, county.village(1), "POOR", "ILLNESS", 1)));
        county.planOf(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(new TreeSet<>(given().auth()
                        .oauth2(Tokens.of("region-officer", "45"))
                        .get("/v1/dead-letters?topic=identification.register&limit=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.key")))
                .contains(key));
    }

    @Test
    void requestsThatNoTokenOrRoleCoversAreRefused() {
        given().get("/v1/helpers").then().statusCode(401).body("code", equalTo("token-required"));
        given().auth()
                .oauth2(Tokens.expired("county-officer", "451031"))
                .get("/v1/helpers")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.ofForeignIssuer("county-officer", "451031"))
                .get("/v1/helpers")
                .then()
                .statusCode(401);
        County county = new County("451031");
        county.auditor()
                .body(Map.of("division", "451031"))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(403)
                .body("code", equalTo("role-required"));
        county.planner()
                .contentType(ContentType.JSON)
                .body("{\"county\": \"451031\", \"colour\": \"red\"}")
                .post("/v1/pairing-plans")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
        county.planner()
                .body(Map.of("division", "451031", "policies", Map.of("weights", Map.of("skill", -1))))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/policies/weights/skill"));
    }
}
