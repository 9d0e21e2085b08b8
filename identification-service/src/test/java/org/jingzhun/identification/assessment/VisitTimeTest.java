package org.jingzhun.identification.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.junit.jupiter.api.Test;

/** A visit belongs to the year of its campaign, its preparation or the months behind it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class VisitTimeTest {

    private static String row(County county, String day) {
        return county.assessment(county.household("甲"), "SECOND_VISIT", day, 46, "\"赵五\",\"孙六\"");
    }

    private static ValidatableResponse put(County county, String day) {
        return as("surveyor", county.code())
                .body(row(county, day).replaceFirst("\"id\":\"[^\"]*\",", ""))
                .put("/v1/assessments/" + UUID.randomUUID())
                .then();
    }

    @Test
    void aVisitOfAnotherTimeThanItsCampaignIsRefused() {
        County county = Lot.VISIT_TIMES.county(1).household("甲", 1, 2, 46).begun(5, 0);
        county.county()
                .get("/v1/campaigns/" + county.campaign())
                .then()
                .body("visitsFrom", equalTo("2014-10-01"))
                .body("visitsUntil", equalTo("2016-03-31"));
        put(county, "2014-09-30")
                .statusCode(422)
                .body("code", equalTo("visit-out-of-time"))
                .body("errors[0].pointer", equalTo("/visitedOn"))
                .body(
                        "detail",
                        equalTo("A visit of this campaign must have been made from 2014-10-01 to 2016-03-31: in its"
                                + " year, its preparation or the months behind it. Correct the day, or name the"
                                + " campaign of that year."));
        put(county, "2016-04-01").statusCode(422).body("code", equalTo("visit-out-of-time"));
        JsonPath late = imported("assessments", List.of(row(county, "2017-11-20")));
        assertThat(rejections(late)).containsExactly("1 /visitedOn visit-out-of-time");
        put(county, "2016-03-31").statusCode(201);

        String later = county.body(5, 0).replace("\"year\":2015", "\"year\":2019");
        UUID campaign = UUID.randomUUID();
        String early = row(county, "2015-12-05").replace(county.campaign().toString(), campaign.toString());
        assertThat(imported("assessments", List.of(early)).getInt("inserted")).isEqualTo(1);
        county.county()
                .body(later.replace("2015-12-01", "2019-12-01"))
                .put("/v1/campaigns/" + campaign)
                .then()
                .statusCode(409)
                .body("code", equalTo("visits-out-of-time"));
    }

    @Test
    void aRegionMaySetOtherMonthsForALaterCampaign() {
        County county = Lot.VISIT_TIMES_SET.county(1);
        as("region-officer", "45")
                .body("""
                        {"name":"VISIT_MONTHS_AFTER","division":"%s","value":6,"source":"桂扶〔2016〕3号"}""".formatted(county.code()))
                .post("/v1/policies")
                .then()
                .statusCode(201);
        county.household("甲", 1, 2, 46).begun(5, 0);
        put(county, "2016-06-30").statusCode(201);
    }
}
