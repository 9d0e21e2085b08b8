package org.jingzhun.pairing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.junit.jupiter.api.Test;

/** What has changed between the computation of a plan and its activation stops it whole, and a new plan is not stopped by it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PlanActivationTest {

    private final LocalDate today = Rounds.today();

    @Test
    void aHelperWhoIsAbsentByNowStopsThePlan() {
        County county = county("451273");
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        UUID first = cadre(county, "ORDINARY");
        String plan = approved(county, 1);
        UUID second = cadre(county, "ORDINARY");
        county.planner()
                .body(Map.of(
                        "kind",
                        "LEAVE",
                        "since",
                        today.minusDays(1).toString(),
                        "until",
                        today.plusDays(1).toString()))
                .put("/v1/helpers/" + first + "/absences/" + UUID.randomUUID())
                .then()
                .statusCode(200);
        activate(county, plan)
                .statusCode(409)
                .body("code", equalTo("plan-helper-absent"))
                .body("detail", containsString("Make a new plan"));
        county.auditor().get("/v1/pairing-plans/" + plan).then().body("stage", equalTo("APPROVED"));
        county.auditor().get("/v1/pairings?division=" + county.code()).then().body("items", hasSize(0));
        county.activatedPlanOf(1);
        helped(county, household, second);
    }

    @Test
    void aQuotaThatIsSmallerByNowStopsThePlan() {
        County county = county("451274");
        county.registers(1, "ILLNESS", 5);
        UUID head = cadre(county, "SECTION_HEAD");
        String plan = approved(county, 5);
        ranked(county, head, "ORDINARY");
        activate(county, plan)
                .statusCode(409)
                .body("code", equalTo("plan-quota-exceeded"))
                .body("detail", containsString("1 helper(s)"));
        county.activatedPlanOf(5);
        county.auditor().get("/v1/pairings?state=ACTIVE&helper=" + head).then().body("items", hasSize(4));
    }

    @Test
    void householdsThatAHelperGotOutsideOfThePlanCountForItsQuota() {
        County county = county("451275");
        List<UUID> planned = county.registers(1, "ILLNESS", 4);
        UUID clerk = cadre(county, "DEPUTY_SECTION_HEAD");
        String plan = approved(county, 4);
        UUID kin = cadre(county, "ORDINARY");
        planned.forEach(household -> county.planner()
                .body(Map.of("kind", "KINSHIP"))
                .put("/v1/helpers/" + kin + "/conflicts/" + household)
                .then()
                .statusCode(204));
        UUID late = county.registers(1, "ILLNESS", 1).getFirst();
        county.activatedPlanOf(5);
        if (county.auditor()
                .get("/v1/pairings?state=ACTIVE&household=" + late)
                .jsonPath()
                .getString("items[0].helperId")
                .equals(kin.toString())) {
            transfer(county, late, clerk).statusCode(200);
        }
        ranked(county, clerk, "ORDINARY");
        activate(county, plan).statusCode(409).body("code", equalTo("plan-quota-exceeded"));
        transfer(county, late, kin).statusCode(200);
        activate(county, plan).statusCode(200).body("newPairings", equalTo(0));
    }

    @Test
    void aHouseholdThatWasTransferredSinceStopsThePlanUnlessItWentWhereThePlanSends() {
        County county = county("451276");
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        UUID first = cadre(county, "ORDINARY");
        county.activatedPlanOf(1);
        UUID second = cadre(county, "ORDINARY");
        county.planner()
                .body(Map.of("kind", "DEALINGS"))
                .put("/v1/helpers/" + first + "/conflicts/" + household)
                .then()
                .statusCode(204);
        String plan = approved(county, 1);
        UUID third = cadre(county, "ORDINARY");
        transfer(county, household, third).statusCode(200);
        activate(county, plan)
                .statusCode(409)
                .body("code", equalTo("plan-outdated"))
                .body("detail", containsString("1 household(s)"));
        helped(county, household, third);
        transfer(county, household, second).statusCode(200);
        activate(county, plan).statusCode(200).body("transfers", equalTo(0));
        helped(county, household, second);
    }

    private static County county(String code) {
        County county = new County(code);
        county.hasVillages(1);
        return county;
    }

    private static String approved(County county, int households) {
        String plan = county.planOf(households);
        county.step(county.head(), plan, "APPROVE").statusCode(200);
        return plan;
    }

    private static ValidatableResponse activate(County county, String plan) {
        return county.step(county.head(), plan, "ACTIVATE");
    }

    private static UUID cadre(County county, String rank) {
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, rank, List.of()).statusCode(200);
        return helper;
    }

    private static void ranked(County county, UUID helper, String rank) {
        String unit = county.planner().get("/v1/helpers/" + helper).jsonPath().getString("unitId");
        String tag = county.planner().get("/v1/helpers/" + helper).header("ETag");
        county.planner()
                .header("If-Match", tag)
                .body(Map.of("name", "Helper", "unitId", unit, "post", "科员", "rank", rank, "skills", List.of()))
                .put("/v1/helpers/" + helper)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse transfer(County county, UUID household, UUID helper) {
        return county.step(
                county.active(household), Map.of("step", "TRANSFER", "helperId", helper, "reason", "moved away"));
    }

    private static void helped(County county, UUID household, UUID helper) {
        county.auditor()
                .get("/v1/pairings?state=ACTIVE&household=" + household)
                .then()
                .body("items.helperId", equalTo(List.of(helper.toString())));
    }
}
