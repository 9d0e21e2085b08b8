package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** Every household is visited every month, or somebody asks why. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class OverdueStoryTest {

    private static final County COUNTY = new County("450332");
    private static final County MANY = new County("450393");

    @Inject
    Rows rows;

    @Test
    void whoWasNotVisitedLastMonthIsListedByHelperVillageAndCounty() {
        Rounds rounds = Rounds.of(COUNTY, rows, 3);
        Rounds other = Rounds.of(COUNTY, rows, 1);
        LocalDate lastMonth = Rounds.today().withDayOfMonth(1).minusDays(1);
        UUID wrong = UUID.randomUUID();
        UUID visited = rounds.households().getFirst();
        UUID corrected = rounds.households().get(1);
        rounds.sync(List.of(
                        rounds.change(UUID.randomUUID(), visited, lastMonth, "看望"),
                        rounds.change(wrong, corrected, lastMonth, "看望"),
                        rounds.change(
                                UUID.randomUUID(),
                                corrected,
                                lastMonth.minusMonths(1),
                                "是上个月",
                                ",\"corrects\":\"" + wrong + "\"")))
                .statusCode(200);
        COUNTY.auditor()
                .get("/v1/visits/overdue?helper=" + rounds.helper())
                .then()
                .statusCode(200)
                .body(
                        "items.householdId",
                        containsInAnyOrder(
                                corrected.toString(), rounds.households().get(2).toString()))
                .body("items[0].required", equalTo(1))
                .body("items[0].visits", equalTo(0));
        other.asHelper()
                .get("/v1/visits/overdue")
                .then()
                .statusCode(200)
                .body(
                        "items.householdId",
                        contains(other.households().getFirst().toString()))
                .body("items[0].lastVisitedOn", nullValue());
        counts("HELPER", rounds.helper().toString(), 3, 2);
        counts("VILLAGE", COUNTY.village(1), 4, 3);
        counts("COUNTY", COUNTY.code() + "000000", 4, 3);
        COUNTY.auditor()
                .get("/v1/visits/overdue?limit=1&division=" + COUNTY.code())
                .then()
                .body("items", hasSize(1));
        COUNTY.auditor()
                .get("/v1/visits/overdue?month="
                        + Rounds.today().plusMonths(1).toString().substring(0, 7))
                .then()
                .statusCode(422)
                .body("code", equalTo("month-in-future"));
    }

    @Test
    void theFewWhoWaitAreFoundPieceByPieceAmongTheManyWhoWereVisited() {
        Rounds rounds = Rounds.of(MANY, rows, 40);
        LocalDate lastMonth = Rounds.today().withDayOfMonth(1).minusDays(1);
        List<UUID> waiting = rounds.households().subList(0, 3);
        rounds.sync(rounds.households().stream()
                        .filter(household -> !waiting.contains(household))
                        .map(household -> rounds.change(UUID.randomUUID(), household, lastMonth, "看望"))
                        .toList())
                .statusCode(200);
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath piece = MANY.auditor()
                    .get("/v1/visits/overdue?limit=1&helper=" + rounds.helper() + "&after=" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(piece.getList("items")).hasSize(1);
            found.add(piece.getString("items[0].householdId"));
            next = piece.getString("next");
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        waiting.stream().map(UUID::toString).toList());
        String counts = MANY.auditor()
                .accept("text/csv")
                .get("/v1/visits/overdue/counts?by=COUNTY&division=" + MANY.code() + "&helper=" + rounds.helper())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(counts).contains(MANY.code() + "000000", ",40,3");
    }

    private static void counts(String by, String key, int due, int overdue) {
        COUNTY.auditor()
                .get("/v1/visits/overdue/counts?by=" + by + "&division=" + COUNTY.code())
                .then()
                .statusCode(200)
                .body("items.key", hasItem(key))
                .body("items.find { it.key == '" + key + "' }.due", equalTo(due))
                .body("items.find { it.key == '" + key + "' }.overdue", equalTo(overdue));
    }
}
