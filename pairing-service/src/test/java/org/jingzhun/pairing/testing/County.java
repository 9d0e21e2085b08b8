package org.jingzhun.pairing.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.Tokens;

/** A county with its office, its villages and its households; every answer is held against the contract. */
public record County(String code) {

    private static final Filter CONTRACT = Contract.filter();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(50);

    public static RequestSpecification as(String role, String area, String person) {
        return given().filter(CONTRACT)
                .auth()
                .oauth2(Tokens.of(role, area, person))
                .contentType(ContentType.JSON);
    }

    /** Orders plans. */
    public RequestSpecification planner() {
        return as("county-officer", code, "planner@" + code);
    }

    /** Approves and activates them. */
    public RequestSpecification head() {
        return as("county-officer", code, "head@" + code);
    }

    public RequestSpecification auditor() {
        return as("auditor", code, "auditor@" + code);
    }

    public String village(int number) {
        return code + "100" + (200 + number);
    }

    /** Lets identification tell of villages 1 to n and waits until they are known. */
    public void hasVillages(int count) {
        List<Neighbour.Told> villages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            villages.add(Neighbour.village(village(number)));
        }
        Neighbour.tell("identification.village", villages);
        UUID unit = UUID.randomUUID();
        unit(unit, "TOWNSHIP").statusCode(200);
        for (int number = 1; number <= count; number++) {
            String village = village(number);
            await().atMost(SOON)
                    .pollInterval(OFTEN)
                    .until(() -> link(unit, village).extract().statusCode() == 201);
        }
    }

    /** Lets identification tell of poor households. */
    public List<UUID> registers(int village, String cause, int count) {
        List<UUID> ids = new ArrayList<>();
        List<Neighbour.Told> households = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            households.add(Neighbour.household(id, village(village), "POOR", cause, 1));
        }
        Neighbour.tell("identification.register", households);
        return ids;
    }

    /** Lets identification tell of a household of the village with these members, and waits until they are known. */
    public void hasMembers(int village, List<UUID> persons) {
        UUID household = registers(village, "ILLNESS", 1).getFirst();
        Neighbour.tell("identification.member", List.of(Neighbour.members(household, village(village), persons)));
        await().atMost(SOON)
                .pollInterval(OFTEN)
                .until(
                        () -> auditor()
                                .get("/v1/handbooks/" + household)
                                .jsonPath()
                                .getList("members"),
                        members -> members != null && members.size() == persons.size());
    }

    public ValidatableResponse unit(UUID id, String level) {
        return planner()
                .body(Map.of("name", "Unit " + id, "level", level, "division", code + "000000"))
                .put("/v1/units/" + id)
                .then();
    }

    public ValidatableResponse helper(UUID id, UUID unit, String rank, List<String> skills) {
        return planner()
                .body(Map.of("name", "Helper " + id, "unitId", unit, "post", "科员", "rank", rank, "skills", skills))
                .put("/v1/helpers/" + id)
                .then();
    }

    public ValidatableResponse link(UUID unit, String village) {
        return planner()
                .body(Map.of("kind", "UNIT_VILLAGE", "unitId", unit, "division", village))
                .post("/v1/links")
                .then();
    }

    /** Orders a plan, waits until it is computed and gives its id. */
    public String plan() {
        return computed(order());
    }

    public String order() {
        return planner()
                .body(Map.of("division", code))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Orders plans until one finds so many households: events arrive when they do. */
    public String planOf(int households) {
        return await().atMost(SOON)
                .until(
                        this::plan,
                        plan -> planner()
                                        .get("/v1/pairing-plans/" + plan)
                                        .jsonPath()
                                        .getInt("figures.households")
                                == households);
    }

    public String computed(String job) {
        JsonPath end = await().atMost(SOON)
                .pollInterval(OFTEN)
                .until(
                        () -> planner().get("/v1/jobs/" + job).jsonPath(),
                        path -> List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(path.getString("state")));
        if (!end.getString("state").equals("SUCCEEDED")) {
            throw new AssertionError(end.prettify());
        }
        return job;
    }

    public ValidatableResponse step(RequestSpecification person, String plan, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/pairing-plans/" + plan + "/steps")
                .then();
    }

    /** Computes, approves and activates a plan for so many households. */
    public String activatedPlanOf(int households) {
        String plan = planOf(households);
        step(head(), plan, "APPROVE").statusCode(200);
        step(head(), plan, "ACTIVATE").statusCode(200);
        return plan;
    }

    /** The id of a household's one active pairing. */
    public String active(UUID household) {
        return auditor()
                .get("/v1/pairings?state=ACTIVE&household=" + household)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    public ValidatableResponse step(String pairing, Map<String, Object> body) {
        return head().body(body).post("/v1/pairings/" + pairing + "/steps").then();
    }

    /** Asks to transfer the households to a helper in one request; the job that did it. */
    public JsonPath transferred(List<UUID> households, UUID helper) {
        List<Map<String, Object>> transfers = households.stream()
                .map(household -> Map.<String, Object>of("pairingId", active(household), "helperId", helper))
                .toList();
        String job = head().body(Map.of("transfers", transfers, "reason", "moved away"))
                .post("/v1/pairings/transfers")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        computed(job);
        return head().get("/v1/jobs/" + job).jsonPath();
    }

    /** Imports rows and gives the result. */
    public JsonPath imported(String kind, List<String> rows) {
        String job = given().auth()
                .oauth2(Tokens.of("county-officer", code, "planner@" + code))
                .contentType("application/x-ndjson")
                .body((String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=" + kind)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return planner().get("/v1/jobs/" + computed(job)).jsonPath();
    }

    /** The rejections of an import as {@code line pointer code}. */
    public List<String> rejections(JsonPath job) {
        return planner()
                .get("/v1/imports/" + job.getString("result.importId") + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .map(row -> row.get("line") + " " + row.get("pointer") + " " + row.get("code"))
                .toList();
    }
}
