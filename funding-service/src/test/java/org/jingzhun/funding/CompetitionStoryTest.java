package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.funding.testing.Plans.approve;
import static org.jingzhun.funding.testing.Plans.balance;
import static org.jingzhun.funding.testing.Plans.draft;
import static org.jingzhun.funding.testing.Plans.share;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proposals that compete for a plan's money, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class CompetitionStoryTest {

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void theBestProposalsAreFundedAndEveryRefusalHasItsReasonAndPrice() {
        var county = new County("450825");
        Neighbour.settle(county, 3);
        var source = county.source("彩票公益金（贵港）");
        county.budget(source, "100000.00", "文1");
        var plan = draft(
                county,
                "COMPETITIVE",
                source,
                "100000.00",
                Map.of(
                        "competition",
                        Map.of(
                                "minimumScore",
                                "60.00",
                                "kindCaps",
                                List.of(Map.of("kind", "INDUSTRY", "cap", "90000.00")))));
        var road = proposal(county, plan, 1, "INFRASTRUCTURE", "60000.00");
        var tea = proposal(county, plan, 2, "INDUSTRY", "50000.00");
        var pigs = proposal(county, plan, 3, "INDUSTRY", "40000.00");
        assertThat(county.computed(plan).getString("problem.code")).isEqualTo("too-few-appraisers");
        marks(county, plan, road, "author").statusCode(409).body("code", equalTo("own-proposal"));
        for (var appraiser : List.of("a1", "a2", "a3")) {
            marks(county, plan, road, appraiser, 90).statusCode(200);
            marks(county, plan, tea, appraiser, 80).statusCode(200);
            marks(county, plan, pigs, appraiser, 70).statusCode(200);
        }
        Client.as("county-officer", county.code(), "a4")
                .body(Map.of("marks", List.of(1)))
                .put("/v1/allocation-plans/" + plan + "/proposals/" + road + "/appraisal")
                .then()
                .statusCode(422)
                .body("code", equalTo("marks-incomplete"));

        var job = county.computed(plan);
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
        assertThat(job.getString("result.amount")).isEqualTo("100000.00");
        var proposals = "/v1/allocation-plans/" + plan + "/proposals/";
        county.auditor()
                .get(proposals + road)
                .then()
                .body("funded", equalTo(true))
                .body("score", equalTo("90.00"))
                .body("price", nullValue());
        county.auditor().get(proposals + pigs).then().body("funded", equalTo(true));
        county.auditor()
                .get(proposals + tea)
                .then()
                .body("funded", equalTo(false))
                .body("refusedBy", contains("BUDGET"))
                .body("price.loss", equalTo("10.00"))
                .body("price.exact", equalTo(true));
        county.auditor()
                .get("/v1/allocation-plans/" + plan + "/selection")
                .then()
                .body("score", equalTo("160.00"))
                .body("bound", equalTo("160.00"));
        assertThat(share(county, plan, county.village(1)).getString("amount")).isEqualTo("60000.00");
        assertThat(share(county, plan, county.village(1)).getString("name")).isEqualTo("Place " + county.village(1));
        county.author()
                .body(proposalBody(county, 1, "INDUSTRY", "1.00"))
                .put(proposals + UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("code", equalTo("proposals-closed"));
        approve(county, plan);
        assertThat(balance(county, source, "BUDGET")).isEqualTo("0.00");
        county.auditor()
                .get("/v1/allocation-plans/" + plan + "/appraisals")
                .then()
                .body("$", hasSize(9));
    }

    private static Map<String, Object> proposalBody(County county, int village, String kind, String cost) {
        return Map.of("division", county.village(village), "title", "项目" + village, "kind", kind, "cost", cost);
    }

    private static String proposal(County county, String plan, int village, String kind, String cost) {
        var id = UUID.randomUUID().toString();
        county.author()
                .body(proposalBody(county, village, kind, cost))
                .put("/v1/allocation-plans/" + plan + "/proposals/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static ValidatableResponse marks(County county, String plan, String proposal, String person, int... mark) {
        int given = mark.length == 0 ? 50 : mark[0];
        return Client.as("finance-officer", county.code(), person + "@" + county.code())
                .body(Map.of("marks", List.of(given, given, given, given, given)))
                .put("/v1/allocation-plans/" + plan + "/proposals/" + proposal + "/appraisal")
                .then();
    }
}
