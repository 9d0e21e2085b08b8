package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

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

/** Nobody is paired with kin, partners in dealings or those on whom an office decides: in plans and in transfers. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PlanConflictTest {

    @Test
    void aHouseholdThatEveryHelperMustAvoidStaysUnpairedForThatReason() {
        County county = new County("450374");
        county.hasVillages(1);
        List<UUID> households = county.registers(1, "ILLNESS", 3);
        UUID unit = UUID.randomUUID();
        UUID kin = UUID.randomUUID();
        UUID partner = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(kin, unit, "ORDINARY", List.of()).statusCode(200);
        county.helper(partner, unit, "ORDINARY", List.of()).statusCode(200);
        UUID avoided = households.getFirst();
        conflict(county, kin, avoided, "KINSHIP");
        String plan = county.planOf(3);
        county.auditor()
                .get("/v1/pairing-plans/" + plan + "/pairs/" + avoided)
                .then()
                .body("pair.helperId", equalTo(partner.toString()))
                .body("alternatives", hasSize(0));
        county.step(county.head(), plan, "APPROVE").statusCode(200);
        conflict(county, partner, avoided, "DEALINGS");
        county.step(county.head(), plan, "ACTIVATE").statusCode(409).body("code", equalTo("plan-in-conflict"));
        county.auditor().get("/v1/pairings?division=" + county.code()).then().body("items", hasSize(0));

        String again = county.activatedPlanOf(3);
        county.auditor()
                .get("/v1/pairing-plans/" + again + "/unpaired")
                .then()
                .body("items.householdId", equalTo(List.of(avoided.toString())))
                .body("items.reason", equalTo(List.of("CONFLICT_OF_INTEREST")));
        county.auditor()
                .get("/v1/pairings?state=ACTIVE&division=" + county.code())
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void aPlanIsOfACountyOrOfADivisionAndNotOfBoth() {
        County county = new County("451278");
        for (Map<String, Object> order :
                List.<Map<String, Object>>of(Map.of(), Map.of("county", county.code(), "division", county.code()))) {
            county.planner()
                    .body(order)
                    .post("/v1/pairing-plans")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("county-or-division"))
                    .body("errors[0].pointer", equalTo("/county"));
        }
        county.planner()
                .body(Map.of("county", "4512"))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/county"));
        String plan = county.computed(county.planner()
                .body(Map.of("county", county.code()))
                .post("/v1/pairing-plans")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        county.auditor().get("/v1/pairing-plans/" + plan).then().body("division", equalTo(county.code() + "000000"));
    }

    @Test
    void aConflictRecordedAgainstAStandingPairMovesTheHouseholdWithTheNextPlan() {
        County county = new County("450375");
        county.hasVillages(1);
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        UUID unit = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(first, unit, "ORDINARY", List.of()).statusCode(200);
        county.activatedPlanOf(1);
        county.helper(second, unit, "ORDINARY", List.of()).statusCode(200);
        conflict(county, first, household, "OWN_HOUSEHOLD");
        county.activatedPlanOf(1);
        county.auditor()
                .get("/v1/pairings?state=ACTIVE&household=" + household)
                .then()
                .body("items.helperId", equalTo(List.of(second.toString())));
    }

    @Test
    void noTransferEvenOfManyLeadsToAHelperWhoMustNotHelp() {
        County county = new County("450376");
        county.hasVillages(1);
        List<UUID> households = county.registers(1, "ILLNESS", 2);
        UUID unit = UUID.randomUUID();
        UUID from = UUID.randomUUID();
        UUID inOffice = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(from, unit, "ORDINARY", List.of()).statusCode(200);
        county.activatedPlanOf(2);
        county.planner()
                .body(Map.of(
                        "name",
                        "Helper",
                        "unitId",
                        unit,
                        "post",
                        "副乡长",
                        "rank",
                        "ORDINARY",
                        "skills",
                        List.of(),
                        "decidesIn",
                        county.code() + "100000"))
                .put("/v1/helpers/" + inOffice)
                .then()
                .statusCode(200);
        county.step(
                        county.active(households.getFirst()),
                        Map.of("step", "TRANSFER", "helperId", inOffice, "reason", "moved away"))
                .statusCode(409)
                .body("code", equalTo("helper-conflict"));
        JsonPath done = county.transferred(households, inOffice);
        assertThat(done.getInt("result.transferred")).isZero();
        assertThat(done.getInt("result.refused")).isEqualTo(2);
        assertThat(done.getList("result.results.refusal", String.class))
                .allSatisfy(refusal -> assertThat(refusal).contains("forbid that this helper"));
        county.auditor()
                .get("/v1/pairings?state=ACTIVE&division=" + county.code())
                .then()
                .body("items.helperId", everyItem(equalTo(from.toString())));
    }

    private static void conflict(County county, UUID helper, UUID household, String kind) {
        county.planner()
                .body(Map.of("kind", kind))
                .put("/v1/helpers/" + helper + "/conflicts/" + household)
                .then()
                .statusCode(204);
    }
}
