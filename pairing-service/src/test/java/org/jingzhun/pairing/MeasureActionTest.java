package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A measure names the action to which it belongs (十大行动), one of the catalogue or none. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class MeasureActionTest {

    private final County county = new County("450781");

    @Inject
    Rows rows;

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void aMeasureBelongsToAnActionOfTheCatalogueOrToNone() {
        county.hasVillages(1);
        Rounds rounds = Rounds.of(county, rows, 1);
        UUID plan = UUID.randomUUID();
        String household = rounds.households().getFirst().toString();
        RequestSpecification village = County.as("village-officer", county.village(1), "village@" + county.code());
        RequestSpecification township =
                County.as("township-officer", county.code() + "100", "township@" + county.code());
        put(rounds, plan, household, List.of(measure("INDUSTRY", "LOTTERY")))
                .statusCode(422)
                .body("code", equalTo("unknown-measure"))
                .body("detail", containsString("LOTTERY"));
        put(rounds, plan, household, List.of(measure("INDUSTRY", "INDUSTRY")))
                .statusCode(422)
                .body("code", equalTo("unknown-measure"));
        List<Map<String, Object>> measures =
                List.of(measure("INDUSTRY", "SPECIALTY_INDUSTRY"), measure("MEDICAL", null));
        put(rounds, plan, household, measures)
                .statusCode(201)
                .body("plan.measures.action", contains("SPECIALTY_INDUSTRY", null));
        step(rounds.asHelper(), plan, "PROPOSE");
        step(township, plan, "RETURN");
        step(village, plan, "REPROPOSE");
        step(township, plan, "CHECK");
        step(county.planner(), plan, "APPROVE");
        county.auditor()
                .get("/v1/help-plans/" + plan)
                .then()
                .statusCode(200)
                .body("plan.measures.action", contains("SPECIALTY_INDUSTRY", null));
        rounds.asHelper()
                .get("/v1/handbooks/" + household)
                .then()
                .statusCode(200)
                .body(
                        "parts.find { it.name == 'help-plan' }.tables[0].rows.collect { it[1] }",
                        contains("特色产业富民", "—"));
        assertThat(Announced.of(plan, Announcement.Type.HELP_PLAN_ADOPTED)
                        .getFirst()
                        .payload()
                        .getList("measures.action", String.class))
                .containsExactly("SPECIALTY_INDUSTRY", null);
    }

    private ValidatableResponse put(Rounds rounds, UUID plan, String household, List<Map<String, Object>> measures) {
        return rounds.asHelper()
                .body(Map.of(
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
                        measures))
                .put("/v1/help-plans/" + plan)
                .then();
    }

    private static Map<String, Object> measure(String pathway, @Nullable String action) {
        Map<String, Object> measure = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID(),
                "pathway",
                pathway,
                "title",
                "发放猪苗",
                "responsible",
                "村委会",
                "amount",
                "800",
                "target",
                "1000",
                "dueOn",
                "2019-12-31"));
        if (action != null) {
            measure.put("action", action);
        }
        return measure;
    }

    private static void step(RequestSpecification person, UUID plan, String step) {
        person.body(Map.of("step", step, "remark", "同意"))
                .post("/v1/help-plans/" + plan + "/steps")
                .then()
                .statusCode(200);
    }
}
