package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What it costs to leave pairs as they are, and what becomes of them where a helper has more than it may. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class StandingPairsTest {

    /** A skill for the main cause is free, one for another cause costs half the weight of 30, none the whole. */
    @Test
    void aPlanWithFewMovesTellsHowMuchDearerItIsThanOneWithoutALimit() {
        County county = new County("970108");
        county.hasVillages(1);
        county.registers(1, "ILLNESS", 1);
        Neighbour.tell(
                "identification.register",
                List.of(Neighbour.household(UUID.randomUUID(), county.village(1), "POOR", "DISASTER", 1)));
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(UUID.randomUUID(), unit, "ORDINARY", List.of()).statusCode(200);
        county.activatedPlanOf(2);
        county.helper(UUID.randomUUID(), unit, "ORDINARY", List.of("ILLNESS", "LACK_OF_FUNDS"))
                .statusCode(200);

        figures(county, plan(county, null))
                .body("figures.moves", equalTo(2))
                .body("figures.freeMoves", equalTo(2))
                .body("figures.cost", equalTo(15 * 100))
                .body("figures.stabilityPrice", equalTo(0));
        figures(county, plan(county, 1))
                .body("figures.moves", equalTo(1))
                .body("figures.freeMoves", equalTo(2))
                .body("figures.stabilityPrice", equalTo(15 * 100));
        figures(county, plan(county, 0))
                .body("figures.moves", equalTo(0))
                .body("figures.freeMoves", equalTo(2))
                .body("figures.stabilityPrice", equalTo(45 * 100));
    }

    /** Of five households a helper of a lower rank may keep four; nobody loses its helper without another one. */
    @Test
    void aHelperWithMoreHouseholdsThanItsNewRankAllowsGivesUpTheRestAndOnlyToAnother() {
        County county = new County("970109");
        county.hasVillages(1);
        List<UUID> households = county.registers(1, "ILLNESS", 5);
        UUID unit = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        String tag = county.helper(first, unit, "DEPUTY_SECTION_HEAD", List.of())
                .statusCode(200)
                .extract()
                .header("ETag");
        county.activatedPlanOf(5);
        county.planner()
                .header("If-Match", tag)
                .body(Map.of("name", "罗干部", "unitId", unit, "post", "科员", "rank", "ORDINARY", "skills", List.of()))
                .put("/v1/helpers/" + first)
                .then()
                .statusCode(200)
                .body("quota", equalTo(4));

        String alone = county.planOf(5);
        figures(county, alone)
                .body("figures.places", equalTo(4))
                .body("figures.paired", equalTo(4))
                .body("figures.unpaired", equalTo(1))
                .body("figures.moves", equalTo(1))
                .body("optimal", equalTo(true));
        county.auditor()
                .get("/v1/pairing-plans/" + alone + "/unpaired")
                .then()
                .body("items.reason", contains("QUOTAS_EXHAUSTED"));
        county.step(county.head(), alone, "APPROVE").statusCode(200);
        county.step(county.head(), alone, "ACTIVATE").statusCode(200).body("transfers", equalTo(0));
        assertThat(helped(county, first)).hasSize(5);

        UUID second = UUID.randomUUID();
        county.helper(second, unit, "ORDINARY", List.of()).statusCode(200);
        county.step(
                        county.active(households.getFirst()),
                        Map.of("step", "TRANSFER", "helperId", second, "reason", "share"))
                .statusCode(200);
        county.step(
                        county.active(households.getFirst()),
                        Map.of("step", "TRANSFER", "helperId", first, "reason", "back"))
                .statusCode(409)
                .body("code", equalTo("helper-quota-exhausted"));
        String shared = county.planOf(5);
        figures(county, shared).body("figures.unpaired", equalTo(0)).body("figures.moves", equalTo(0));
        assertThat(helped(county, first)).hasSize(4);
    }

    private static String plan(County county, @Nullable Integer mostMoves) {
        Map<String, Integer> weights = Map.of(
                "unitVillage",
                0,
                "homeVillage",
                0,
                "skill",
                30,
                "language",
                0,
                "standing",
                0,
                "load",
                0,
                "distance",
                0,
                "rankQuota",
                0);
        Map<String, Object> policies =
                mostMoves == null ? Map.of("weights", weights) : Map.of("weights", weights, "mostMoves", mostMoves);
        return county.computed(county.planner()
                .body(Map.of("division", county.code(), "policies", policies))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse figures(County county, String plan) {
        return county.auditor().get("/v1/pairing-plans/" + plan).then().statusCode(200);
    }

    private static List<String> helped(County county, UUID helper) {
        return county.auditor()
                .get("/v1/pairings?state=ACTIVE&helper=" + helper)
                .jsonPath()
                .getList("items.householdId");
    }
}
