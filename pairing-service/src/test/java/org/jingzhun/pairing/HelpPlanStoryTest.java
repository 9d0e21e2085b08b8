package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One prescription a household: measures against its cause, two rounds up and down, and what came of them. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class HelpPlanStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);
    private final County county = new County("450340");
    private final UUID plan = UUID.randomUUID();
    private final UUID pigs = UUID.randomUUID();
    private final UUID clinic = UUID.randomUUID();
    private final UUID helper = UUID.randomUUID();

    @Test
    void aHouseholdGetsItsPrescription() {
        county.hasVillages(2);
        var household = county.registers(1, "ILLNESS", 1).getFirst();
        var other = county.registers(1, "ILLNESS", 1).getFirst();
        var unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of("ILLNESS")).statusCode(200);
        county.activatedPlanOf(2);
        var village = County.as("village-officer", county.village(1), "village@" + county.code());
        var township = County.as("township-officer", county.code() + "100", "township@" + county.code());
        await().atMost(SOON).untilAsserted(() -> missing().body("items.householdId", hasSize(2)));

        refusals(village, household);
        var body = body(household, List.of(measure(pigs, "INDUSTRY", "3000", "5000.50")));
        put(helper(), plan, body)
                .statusCode(201)
                .body("plan.state", equalTo("DRAFT"))
                .body("plan.catalogue", equalTo("PATHWAYS-2016"));
        put(helper(), plan, body).statusCode(428);
        put(helper(), UUID.randomUUID(), body(household, List.of()))
                .statusCode(409)
                .body("code", equalTo("help-plan-stands"));
        step(helper(), "PROPOSE", "").statusCode(422).body("code", equalTo("cause-unmet"));
        body = body(
                household,
                List.of(measure(clinic, "MEDICAL", "800", "0"), measure(pigs, "INDUSTRY", "3000", "5000.50")));
        put(helper().header("If-Match", "\"0\""), plan, body)
                .statusCode(200)
                .body("plan.measures.id", contains(clinic.toString(), pigs.toString()));
        step(helper(), "PROPOSE", "").statusCode(200);
        put(helper().header("If-Match", "\"2\""), plan, body)
                .statusCode(409)
                .body("code", equalTo("help-plan-not-writable"));

        step(township, "RETURN", "").statusCode(422).body("code", equalTo("remark-missing"));
        step(township, "RETURN", "Nothing to change").statusCode(200);
        step(county.planner(), "APPROVE", "").statusCode(409).body("code", equalTo("step-not-open"));
        step(village, "REPROPOSE", "").statusCode(200);
        step(village, "CHECK", "").statusCode(403).body("code", equalTo("not-this-office"));
        step(township, "CHECK", "").statusCode(200);
        step(county.planner(), "APPROVE", "").statusCode(200).body("plan.state", equalTo("APPROVED"));
        missing().body("items.householdId", contains(other.toString()));
        var adopted = Announced.of(plan, Announcement.Type.HELP_PLAN_ADOPTED)
                .getFirst()
                .payload();
        assertThat(adopted.getString("householdId")).isEqualTo(household.toString());
        assertThat(adopted.getList("measures.pathway", String.class)).contains("INDUSTRY", "MEDICAL");

        effects(helper());
        county.auditor()
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .body("parts.name", hasItem("help-plan"))
                .body("parts.find { it.name == 'help-plan' }.tables[0].rows[1][6]", equalTo("4000.39"));
        step(township, "ADJUST", "Fewer pigs").statusCode(200);
        put(village.header("If-Match", "\"7\""), plan, body(household, List.of(measure(clinic, "MEDICAL", "800", "0"))))
                .statusCode(200)
                .body("plan.measures", hasSize(1));
        county.auditor()
                .get("/v1/help-plans?household=" + household)
                .then()
                .body("items.id", contains(plan.toString()));
        anotherHelperSeesNothing();
    }

    private void refusals(RequestSpecification village, UUID household) {
        put(village, plan, with(household, "householdId", UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("help-plan-unknown-subject"));
        put(village, plan, with(household, "kind", "VILLAGE"))
                .statusCode(422)
                .body("code", equalTo("help-plan-kind-mismatch"));
        put(village, plan, with(household, "measures", List.of(measure(pigs, "LOTTERY", "1", "1"))))
                .statusCode(422)
                .body("code", equalTo("unknown-measure"));
        put(
                        village,
                        plan,
                        with(
                                household,
                                "measures",
                                List.of(measure(pigs, "INDUSTRY", "1", "1"), measure(pigs, "MEDICAL", "1", "1"))))
                .statusCode(409)
                .body("code", equalTo("measure-taken"));
        put(village, plan, with(household, "measures", List.of(measure(pigs, "INDUSTRY", "1.005", "1"))))
                .statusCode(400);
        put(as(UUID.randomUUID()), plan, body(household, List.of()))
                .statusCode(403)
                .body("code", equalTo("not-helped-by-you"));
    }

    private void effects(RequestSpecification who) {
        var first = UUID.randomUUID();
        see(who, first, pigs, today.plusDays(1), "1").statusCode(422).body("code", equalTo("effect-in-future"));
        see(who, first, UUID.randomUUID(), today, "1").statusCode(404);
        see(who, first, pigs, today.minusDays(30), "1000").statusCode(200).body("plan.percentReached", equalTo(19));
        see(who, UUID.randomUUID(), pigs, today, "4000.39").statusCode(200).body("plan.percentReached", equalTo(79));
        see(who, first, pigs, today.minusDays(30), "1000").statusCode(200).body("plan.percentReached", equalTo(79));
        see(who, first, pigs, today, "9000").statusCode(409).body("code", equalTo("id-taken"));
        assertThat(Announced.of(first, Announcement.Type.HELP_EFFECT_RECORDED)
                        .getFirst()
                        .payload()
                        .getString("income"))
                .isEqualTo("1000.00");
    }

    private void anotherHelperSeesNothing() {
        as(UUID.randomUUID())
                .get("/v1/help-plans/" + plan)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-helped-by-you"));
        County.as("village-officer", "450349100201", "foreign")
                .get("/v1/help-plans/" + plan)
                .then()
                .statusCode(404);
    }

    @Test
    void theOthersAreToldWhenAPlanHasDoneItsWork() {
        var place = new County("450487");
        place.hasVillages(1);
        var village = County.as("village-officer", place.village(1), "village@" + place.code());
        var township = County.as("township-officer", place.code() + "100", "township@" + place.code());
        put(
                        village,
                        plan,
                        Map.of(
                                "kind",
                                "VILLAGE",
                                "villageCode",
                                place.village(1),
                                "firstYear",
                                2018,
                                "finalYear",
                                2019,
                                "measures",
                                List.of(measure(pigs, "INDUSTRY", "100000", "0"))))
                .statusCode(201);
        step(village, "PROPOSE", "").statusCode(200);
        step(township, "RETURN", "Nothing to change").statusCode(200);
        step(village, "REPROPOSE", "").statusCode(200);
        step(township, "CHECK", "").statusCode(200);
        step(township, "CLOSE", "").statusCode(409).body("code", equalTo("step-not-open"));
        step(place.planner(), "APPROVE", "").statusCode(200);
        step(township, "CLOSE", "").statusCode(200).body("plan.state", equalTo("CLOSED"));
        var closed = Announced.of(plan, Announcement.Type.HELP_PLAN_ADOPTED, Announcement.Type.HELP_PLAN_CLOSED)
                .getLast()
                .payload();
        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(closed.getString("villageCode")).isEqualTo(place.village(1));
        assertThat(closed.getList("measures.measureId", String.class)).containsExactly(pigs.toString());
    }

    @Test
    void hamletsAndVillagesHavePlansToo() {
        var place = new County("450341");
        place.hasVillages(1);
        var village = County.as("village-officer", place.village(1), "village@" + place.code());
        var ofHamlet = new HashMap<String, Object>(Map.of(
                "kind",
                "HAMLET",
                "villageCode",
                place.village(1),
                "hamlet",
                "上屯",
                "firstYear",
                2018,
                "finalYear",
                2019,
                "measures",
                List.of(measure(UUID.randomUUID(), "INDUSTRY", "100000", "0"))));
        put(village, plan, ofHamlet).statusCode(201);
        put(village, UUID.randomUUID(), ofHamlet).statusCode(409);
        ofHamlet.put("hamlet", "下屯");
        ofHamlet.put("measures", List.of());
        var second = UUID.randomUUID();
        put(village, second, ofHamlet).statusCode(201);
        village.body(Map.of("step", "PROPOSE"))
                .post("/v1/help-plans/" + second + "/steps")
                .then()
                .statusCode(422)
                .body("code", equalTo("measures-missing"));
        place.auditor()
                .get("/v1/help-plans?kind=HAMLET&division=" + place.village(1))
                .then()
                .body("items", hasSize(2));
        place.auditor()
                .get("/v1/help-plans?kind=VILLAGE&division=" + place.village(1))
                .then()
                .body("items", empty());
        place.auditor()
                .get("/v1/help-plans/catalogue?village=" + place.village(1))
                .then()
                .statusCode(200)
                .body("pathways", hasSize(7))
                .body("actions", hasSize(10))
                .body("pathways.code", hasItem("ECOLOGY"))
                .body("pathways.find { it.code == 'MEDICAL' }.causes", contains("DISABILITY", "ILLNESS"))
                .body("actions.code", not(hasItem("LOTTERY")));
    }

    private ValidatableResponse missing() {
        return county.auditor()
                .get("/v1/help-plans/missing?division=" + county.code())
                .then()
                .statusCode(200);
    }

    private Map<String, Object> body(UUID household, List<Map<String, Object>> measures) {
        return Map.of(
                "kind",
                "HOUSEHOLD",
                "villageCode",
                county.village(1),
                "householdId",
                household,
                "firstYear",
                2018,
                "finalYear",
                2019,
                "measures",
                measures);
    }

    private Map<String, Object> with(UUID household, String name, Object value) {
        var changed = new HashMap<>(body(household, List.of()));
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> measure(UUID id, String pathway, String amount, String target) {
        return Map.of(
                "id",
                id,
                "pathway",
                pathway,
                "title",
                "Measure",
                "responsible",
                "Village",
                "amount",
                amount,
                "target",
                target,
                "dueOn",
                "2019-12-31");
    }

    private RequestSpecification helper() {
        return as(helper);
    }

    private RequestSpecification as(UUID who) {
        return io.restassured.RestAssured.given()
                .filter(Contract.filter())
                .auth()
                .oauth2(Tokens.ofHelper(county.code(), who.toString()))
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse put(RequestSpecification person, UUID id, Map<String, Object> body) {
        return person.body(body).put("/v1/help-plans/" + id).then();
    }

    private ValidatableResponse step(RequestSpecification person, String step, String remark) {
        return person.body(Map.of("step", step, "remark", remark))
                .post("/v1/help-plans/" + plan + "/steps")
                .then();
    }

    private ValidatableResponse see(
            RequestSpecification person, UUID effect, UUID measure, LocalDate day, String income) {
        return person.body(Map.of("measureId", measure, "seenOn", day.toString(), "income", income, "done", false))
                .put("/v1/help-plans/" + plan + "/effects/" + effect)
                .then();
    }
}
