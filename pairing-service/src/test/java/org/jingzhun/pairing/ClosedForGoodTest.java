package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.link.LinkStep;
import org.jingzhun.pairing.pairing.PairingStep;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** Of what has ended no step is open any more, whichever it is and however it ended. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class ClosedForGoodTest {

    private final UUID other = UUID.randomUUID();

    @Inject
    Rows rows;

    @Test
    void noStepOfAPairingThatEndedIsOpen() throws SQLException {
        County county = new County("970101");
        county.hasVillages(1);
        Rounds rounds = Rounds.of(county, rows, 2);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        UUID third = UUID.randomUUID();
        county.helper(other, unit, "ORDINARY", List.of()).statusCode(200);
        county.helper(third, unit, "ORDINARY", List.of()).statusCode(200);
        String transferred = county.active(rounds.households().getFirst());
        String closed = county.active(rounds.households().getLast());
        county.step(transferred, body(PairingStep.TRANSFER.name())).statusCode(200);
        rows.texts(
                "update observed_household set status = 'EXITED' where id = ? returning id",
                rounds.households().getLast());
        county.step(closed, body(PairingStep.CLOSE.name())).statusCode(200);

        for (String pairing : List.of(transferred, closed)) {
            for (PairingStep step : PairingStep.values()) {
                county.step(pairing, body(step.name())).statusCode(409).body("code", equalTo("step-not-open"));
            }
            assertThat(bulk(county, pairing, third).getString("result.results[0].code"))
                    .isEqualTo("step-not-open");
        }
        county.auditor()
                .get("/v1/pairings/" + closed)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("endedBy", equalTo("CLOSE"))
                .body("reason", equalTo("Words"));
        for (String pairing : List.of(transferred, closed)) {
            nobodyRewrites("pairing", pairing);
        }
    }

    @Test
    void noStepOfALinkThatEndedIsOpen() throws SQLException {
        County county = new County("970102");
        county.hasVillages(2);
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        county.helper(other, unit, "ORDINARY", List.of()).statusCode(200);
        String ended = made(county, helper, 1);
        String handedOver = made(county, helper, 2);
        step(county, ended, LinkStep.END).statusCode(200).body("state", equalTo("ENDED"));
        String next = step(county, handedOver, LinkStep.HAND_OVER)
                .statusCode(200)
                .extract()
                .path("id");

        for (String link : List.of(ended, handedOver)) {
            for (LinkStep step : LinkStep.values()) {
                step(county, link, step).statusCode(409).body("code", equalTo("step-not-open"));
            }
        }
        step(county, next, LinkStep.MAKE).statusCode(409).body("code", equalTo("step-not-open"));
        county.auditor().get("/v1/links/" + next).then().body("state", equalTo("STANDING"));
        for (String link : List.of(ended, handedOver)) {
            nobodyRewrites("link", link);
        }
        keptFor("link", "update link set since = since - 1 where id = ?", next);
        keptFor("link", "delete from link where id = ?", next);
    }

    private static void nobodyRewrites(String table, String id) throws SQLException {
        keptFor(table, "update " + table + " set reason = 'Other words' where id = ?", id);
        keptFor(
                table,
                "update " + table + " set until = null, state = '"
                        + (table.equals("link") ? "STANDING'" : "ACTIVE', ended_by = null") + " where id = ?",
                id);
        keptFor(table, "delete from " + table + " where id = ?", id);
    }

    /** The database keeps the row against its own owner, too, whom neither rights nor areas bind. */
    private static void keptFor(String table, String sql, String id) throws SQLException {
        var own = PlatformResource.platform().addresses().database("pairing");
        try (var owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var statement = owner.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            assertThatThrownBy(statement::executeUpdate)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The history of " + table + "s is append-only");
        }
    }

    private static String made(County county, UUID helper, int village) {
        return county.planner()
                .body(Map.of(
                        "kind", "TECHNOLOGY_COMMISSIONER", "helperId", helper, "division", county.village(village)))
                .post("/v1/links")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse step(County county, String link, LinkStep step) {
        Map<String, Object> body = new HashMap<>(Map.of("step", step.name()));
        if (step == LinkStep.HAND_OVER) {
            body.put("successor", Map.of("helperId", other));
        }
        return county.planner().body(body).post("/v1/links/" + link + "/steps").then();
    }

    private Map<String, Object> body(String step) {
        return step.equals(PairingStep.TRANSFER.name())
                ? Map.of("step", step, "helperId", other, "reason", "Words")
                : Map.of("step", step, "reason", "Words");
    }

    private static JsonPath bulk(County county, String pairing, UUID helper) {
        String job = county.head()
                .body(Map.of("transfers", List.of(Map.of("pairingId", pairing, "helperId", helper)), "reason", "Words"))
                .post("/v1/pairings/transfers")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        county.computed(job);
        return county.head().get("/v1/jobs/" + job).jsonPath();
    }
}
