package org.jingzhun.funding.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.observed.identification.Places;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.jingzhun.funding.testing.Plans;
import org.junit.jupiter.api.Test;

/** Nobody is funded by a choice that may not be the best. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class UnprovenSelectionTest {

    private static final double NEXT_TO_NO_EFFORT = 1e-7;
    private static final int PROPOSALS = 60;

    @Inject
    Proposals proposals;

    @Inject
    CriteriaSets criteria;

    @Inject
    Places places;

    @Test
    void aChoiceThatTheSolverHasNotProvenFundsNobody() {
        QuarkusMock.installMockForType(new Selecting(proposals, criteria, places, NEXT_TO_NO_EFFORT), Selecting.class);
        var county = new County("450661");
        Neighbour.settle(county, 1);
        var source = county.source("竞争性资金 450661");
        county.budget(source, "10000000.00", "文1");
        var plan = Plans.draft(
                county, "COMPETITIVE", source, "10000000.00", Map.of("competition", Map.of("minimumScore", "0.00")));
        var random = new Random(7);
        for (int p = 0; p < PROPOSALS; p++) {
            appraised(county, plan, 50 + random.nextInt(50), 100_000 + random.nextInt(900_000));
        }
        assertThat(county.computed(plan).getString("problem.code")).isEqualTo("selection-not-proven");
        county.auditor().get("/v1/allocation-plans/" + plan).then().body("stage", equalTo("DRAFT"));
    }

    private static void appraised(County county, String plan, int mark, int yuan) {
        var proposal = "/v1/allocation-plans/" + plan + "/proposals/" + UUID.randomUUID();
        county.author()
                .body(Map.of("division", county.village(1), "title", "项目", "kind", "INDUSTRY", "cost", yuan + ".00"))
                .put(proposal)
                .then()
                .statusCode(201);
        for (var appraiser : List.of("a1", "a2", "a3")) {
            Client.as("finance-officer", county.code(), appraiser)
                    .body(Map.of("marks", Collections.nCopies(5, mark)))
                    .put(proposal + "/appraisal")
                    .then()
                    .statusCode(200);
        }
    }
}
