package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A helper falls ill, retires or dies, and its households are shared out by a plan that moves nobody else. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class ReplanStoryTest {

    @ParameterizedTest
    @CsvSource({"ILLNESS, 450324", "RETIRED, 451088", "DIED, 451089"})
    void theHouseholdsOfAHelperWhoIsGoneAreSharedOutAndNobodyElseMoves(String kind, String code) {
        County county = new County(code);
        county.hasVillages(1);
        county.registers(1, "ILLNESS", 6);
        UUID unit = UUID.randomUUID();
        List<UUID> helpers = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        county.unit(unit, "COUNTY").statusCode(200);
        helpers.forEach(
                helper -> county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200));
        String first = county.activatedPlanOf(6);
        UUID gone = helpers.getFirst();
        List<String> left = households(county, gone);
        assertThat(left).hasSize(2);

        county.planner()
                .body(Map.of("kind", "LEAVE", "since", "2016-01-01"))
                .put("/v1/helpers/" + gone + "/absences/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong-days"));
        county.planner()
                .body(Map.of("kind", kind, "since", "2016-01-01"))
                .put("/v1/helpers/" + gone + "/absences/" + UUID.randomUUID())
                .then()
                .statusCode(200);
        String second = county.computed(county.planner()
                .body(Map.of("division", county.code(), "policies", Map.of("mostMoves", left.size())))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        county.auditor()
                .get("/v1/pairing-plans/" + second)
                .then()
                .body("figures.moves", equalTo(left.size()))
                .body("figures.helpers", equalTo(2))
                .body("mostMoves", equalTo(left.size()))
                .body("optimal", equalTo(true));
        county.auditor()
                .get("/v1/pairing-plans/" + first + "/comparison/" + second)
                .then()
                .statusCode(200)
                .body("same", equalTo(4))
                .body("different", equalTo(2))
                .body("onlyFirst", equalTo(0));
        county.step(county.head(), second, "APPROVE").statusCode(200);
        county.step(county.head(), second, "ACTIVATE").statusCode(200).body("transfers", equalTo(2));
        assertThat(households(county, gone)).isEmpty();
    }

    @Test
    void manyHouseholdsAreTransferredAtOnceAndThoseThatARuleForbidsAreNamed() {
        County county = new County("450325");
        county.hasVillages(1);
        List<UUID> households = county.registers(1, "ILLNESS", 3);
        UUID unit = UUID.randomUUID();
        UUID from = UUID.randomUUID();
        UUID to = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(from, unit, "ORDINARY", List.of()).statusCode(200);
        county.activatedPlanOf(3);
        county.helper(to, unit, "ORDINARY", List.of()).statusCode(200);
        county.planner()
                .body(Map.of("kind", "KINSHIP"))
                .put("/v1/helpers/" + to + "/conflicts/" + households.getFirst())
                .then()
                .statusCode(204);
        JsonPath done = county.transferred(households, to);
        assertThat(done.getInt("result.transferred")).isEqualTo(2);
        assertThat(done.getString("result.results[0].code")).isEqualTo("helper-conflict");
        assertThat(done.getString("result.results[0].refusal")).contains("Kinship");
        assertThat(done.getString("result.results[0].refusalChinese")).contains("回避");
        assertThat(households(county, to)).hasSize(2);
        assertThat(households(county, from))
                .containsExactly(households.getFirst().toString());
    }

    private static List<String> households(County county, UUID helper) {
        return county.auditor()
                .get("/v1/pairings?state=ACTIVE&helper=" + helper)
                .jsonPath()
                .getList("items.householdId");
    }
}
