package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.funding.testing.Plans.draft;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parameters compared, and loaded without a build, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class ParametersStoryTest {

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void twoParameterSetsAreComparedAndNothingIsWritten() {
        var county = new County("450826");
        Neighbour.settle(county, 3);
        var source = county.source("自治区专项（贵港）");
        county.budget(source, "60000.00", "文1");
        var plan = county.plan(
                source, "60000.00", Map.of("factors", List.of(Map.of("factor", "POOR_PERSONS", "weight", "1"))));
        var path = "/v1/allocation-plans/" + plan + "/comparisons";
        county.head()
                .body(Map.of("parameters", Map.of("factors", List.of(Map.of("factor", "VILLAGES", "weight", "1")))))
                .post(path)
                .then()
                .statusCode(200)
                .body("amount", equalTo("60000.00"))
                .body("otherAmount", equalTo("60000.00"))
                .body("gainers", equalTo(1))
                .body("losers", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("moved", equalTo("10000.00"))
                .body("receivers[0].difference", equalTo("10000.00"))
                .body("receivers[1].difference", equalTo("-10000.00"));
        county.head()
                .body(Map.of("parameters", Map.of(), "amount", "0.005"))
                .post(path)
                .then()
                .statusCode(400);
        county.head()
                .body(Map.of("parameters", Map.of("factors", List.of(Map.of("factor", "VILLAGES", "weight", "0.9")))))
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("weights-do-not-sum"))
                .body("detail", containsString("0.9"));
        county.auditor()
                .get("/v1/allocation-plans/" + plan)
                .then()
                .body("stage", equalTo("DRAFT"))
                .body("revision", equalTo(0));
        county.auditor().get("/v1/allocation-plans/" + plan + "/shares").then().body("items", hasSize(0));
    }

    @Test
    void anAdministratorLoadsParametersAndStandardsWithoutABuild() {
        var county = new County("450831");
        Neighbour.settle(county, 2);
        var source = county.source("中央专项（贵港参数）");
        county.budget(source, "500000.00", "文1");
        var head = "set,validFrom,validTo,factor,weight,inverse,source\n";
        loaded(
                        "allocation-parameters",
                        head + "GG-TEST,2016-01-01,2016-01-02,VILLAGES,0.6,false,贵政发1号 [reconstruction]")
                .statusCode(422)
                .body("detail", containsString("sum to 10000"));
        loaded("allocation-parameters", head + "GG-TEST,2013-01-01,2013-01-02,VILLAGES,1,false,贵政发1号 [reconstruction]")
                .statusCode(201);
        county.author()
                .body(Map.of(
                        "source",
                        source,
                        "year",
                        2016,
                        "amount",
                        "100.00",
                        "mode",
                        "FACTOR",
                        "parameters",
                        Map.of("parameterSet", "GG-TEST")))
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .body("parameters.factors[0].factor", equalTo("VILLAGES"));
        loaded(
                        "fixed-standards",
                        "standard,validFrom,validTo,counts,amount,source\n"
                                + "GG_HEAD,2016-01-01,,POOR_PERSONS,100.00,贵政发2号 [reconstruction]")
                .statusCode(201);
        var plan = draft(county, "FIXED_STANDARD", source, "5000.00", Map.of("standard", Map.of("code", "GG_HEAD")));
        assertThat(county.computed(plan).getString("result.amount")).isEqualTo("1200.00");
        loaded(
                        "performance-grades",
                        "set,grade,least,source\nGG-P,A,90,x [reconstruction]\nGG-P,B,95,x [reconstruction]")
                .statusCode(422)
                .body("detail", containsString("Grade B"));
    }

    private static ValidatableResponse loaded(String table, String csv) {
        return Client.as("region-officer", "45")
                .body(Map.of("csv", csv, "source", "贵政发1号"))
                .post("/v1/data-tables/" + table + "/rows")
                .then();
    }
}
