package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
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
    void noStepOfAPairingThatEndedIsOpen() {
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
    }

    @Test
    void noStepOfALinkThatEndedIsOpen() {
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
