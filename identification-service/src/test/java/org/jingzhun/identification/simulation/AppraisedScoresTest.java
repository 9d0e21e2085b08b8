package org.jingzhun.identification.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.junit.jupiter.api.Test;

/** Simulations and multidimensional measures take the scores and answers that count, not those of before the appraisal. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class AppraisedScoresTest {

    private static JsonPath simulated(County county) {
        String job = county.county()
                .body("{\"baseline\":\"GX-2015\",\"division\":\"%s\",\"line\":50}".formatted(county.code()))
                .post("/v1/scorecards/GX-2015/simulations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Client.finished("county-officer", county.code(), job);
    }

    private static ValidatableResponse deprived(County county) {
        return county.county()
                .get("/v1/statistics/multidimensional?year=2015&division=" + county.code())
                .then()
                .statusCode(200);
    }

    @Test
    void whatAnAppraisalMadeOfAScoreIsWhatASimulationAndAMeasureCount() {
        County county = Lot.APPRAISED_SIMULATION
                .county(1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 3, 54)
                .begun(5, 0)
                .taken(1, "FIRST_VISIT");
        as("admin", "45")
                .body("""
            {"version":"%s","division":"%s000000","validFromYear":2015,"cutoff":1,"source":"县办〔2015〕9号",\
            "indicators":[{"code":"HOUSING","dimension":"LIVING","weight":1,"nameZh":"住房","nameEn":"Housing",\
            "deprived":["C01-01"],"source":"县办〔2015〕9号"}]}""".formatted("AP-MPI-1", county.code()))
                .post("/v1/multidimensional-measures")
                .then()
                .statusCode(201);
        JsonPath before = simulated(county);
        assertThat(before.getList("histogram.score", Integer.class)).containsExactly(46, 54);
        assertThat(before.getLong("poorByBaseline.persons")).isEqualTo(2);
        deprived(county).body("rows[0].headcountRatio.toDouble()", closeTo(2.0 / 5, 1e-6));

        as("village-officer", county.village(1))
                .auth()
                .oauth2(Tokens.of("village-officer", county.village(1), "village-officer of FIRST_APPRAISAL"))
                .body("""
                        {"step":"FIRST_APPRAISAL","signers":["黄某"],\
                        "minutes":{"present":20,"entitled":30,"votes":18,"changes":[\
                        {"householdId":"%s","points":9,"reason":"漏算一头牛"},\
                        {"householdId":"%s","answers":{"C01":["C01-01"]},"reason":"房屋已成危房"}]}}""".formatted(county.household("甲"), county.household("乙")))
                .post("/v1/rounds/" + county.round(1) + "/steps")
                .then()
                .statusCode(200);
        JsonPath after = simulated(county);
        assertThat(after.getList("histogram.score", Integer.class)).containsExactly(46, 55);
        assertThat(after.getLong("poorByBaseline.persons")).isEqualTo(3);
        assertThat(after.getInt("movesIn.households")).isZero();
        deprived(county).body("rows[0].headcountRatio.toDouble()", closeTo(1, 1e-6));
    }
}
