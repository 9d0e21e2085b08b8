package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** What a plan cannot give and what a pairing may not do. Each test has a county of its own. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PairingRefusalsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aPairingIsTransferredButNotClosedWhileTheHouseholdIsPoorAndExitAloneDoesNotCloseIt() {
        County county = new County("451024");
        county.hasVillages(1);
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        UUID unit = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(first, unit, "ORDINARY", List.of("ILLNESS")).statusCode(200);
        county.helper(second, unit, "ORDINARY", List.of()).statusCode(200);
        county.activatedPlanOf(1);
        String pairing = county.active(household);

        county.step(pairing, Map.of("step", "CLOSE", "reason", "done"))
                .statusCode(409)
                .body("code", equalTo("household-still-poor"));
        county.step(pairing, Map.of("step", "TRANSFER", "helperId", first, "reason", "again"))
                .statusCode(409)
                .body("code", equalTo("same-helper"));
        county.step(pairing, Map.of("step", "TRANSFER", "helperId", UUID.randomUUID(), "reason", "who"))
                .statusCode(422)
                .body("code", equalTo("unknown-helper"));
        String next = county.step(pairing, Map.of("step", "TRANSFER", "helperId", second, "reason", "moved away"))
                .statusCode(200)
                .body("helperId", equalTo(second.toString()))
                .body("state", equalTo("ACTIVE"))
                .extract()
                .path("id");
        county.step(pairing, Map.of("step", "TRANSFER", "helperId", second, "reason", "twice"))
                .statusCode(409)
                .body("code", equalTo("step-not-open"));

        Neighbour.tell(
                "identification.register",
                List.of(Neighbour.household(household, county.village(1), "EXITED", "ILLNESS", 2)));
        await().atMost(SOON).until(() -> {
            assertThat(county.active(household)).isEqualTo(next);
            return county.step(next, Map.of("step", "CLOSE", "reason", "out of poverty"))
                            .extract()
                            .statusCode()
                    == 200;
        });
        county.step(next, Map.of("step", "CLOSE", "reason", "twice"))
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        county.auditor()
                .get("/v1/pairings?household=" + household)
                .then()
                .body("items.state", equalTo(List.of("CLOSED", "CLOSED")))
                .body("items.endedBy", equalTo(List.of("TRANSFER", "CLOSE")))
                .body("items.revision", equalTo(List.of(2, 4)));
    }

    @Test
    void aTransferDoesNotExceedTheQuotaOfTheRank() {
        County county = new County("451025");
        county.hasVillages(1);
        List<UUID> households = county.registers(1, "ILLNESS", 5);
        UUID unit = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(first, unit, "DEPUTY_SECTION_HEAD", List.of())
                .statusCode(200)
                .body("quota", equalTo(5));
        county.activatedPlanOf(5);
        UUID second = UUID.randomUUID();
        county.helper(second, unit, "ORDINARY", List.of()).statusCode(200);
        for (UUID household : households.subList(0, 4)) {
            county.step(county.active(household), Map.of("step", "TRANSFER", "helperId", second, "reason", "share"))
                    .statusCode(200);
        }
        county.step(
                        county.active(households.getLast()),
                        Map.of("step", "TRANSFER", "helperId", second, "reason", "one too many"))
                .statusCode(409)
                .body("code", equalTo("helper-quota-exhausted"))
                .body("detail", containsString("4"));
    }

    @Test
    void moreHouseholdsThanPlacesEndWithAListOfTheUnpaired() {
        County county = new County("451022");
        county.hasVillages(1);
        county.registers(1, "ILLNESS", 6);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(UUID.randomUUID(), unit, "ORDINARY", List.of())
                .statusCode(200)
                .body("quota", equalTo(4));
        String plan = county.planOf(6);
        county.planner()
                .get("/v1/pairing-plans/" + plan)
                .then()
                .body("figures.paired", equalTo(4))
                .body("figures.unpaired", equalTo(2))
                .body("optimal", equalTo(true));
        county.planner()
                .get("/v1/pairing-plans/" + plan + "/unpaired")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.reason", everyItem(equalTo("QUOTAS_EXHAUSTED")));
        String csv = county.planner()
                .accept("text/csv")
                .get("/v1/pairing-plans/" + plan + "/unpaired")
                .asString();
        assertThat(csv.lines()).hasSize(3).first().asString().contains("householdId,villageCode");
    }

    @Test
    void aCountyWithoutHelpersSaysSo() {
        County county = new County("451023");
        county.hasVillages(1);
        county.registers(1, "ILLNESS", 2);
        String plan = county.planOf(2);
        county.planner()
                .get("/v1/pairing-plans/" + plan + "/unpaired")
                .then()
                .body("items.reason", equalTo(List.of("NO_HELPERS", "NO_HELPERS")));
    }
}
