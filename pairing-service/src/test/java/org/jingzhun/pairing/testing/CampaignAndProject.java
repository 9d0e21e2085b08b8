package org.jingzhun.pairing.testing;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Things;

/** A campaign of social help and an enterprise's project with a report, of a county that has an enterprise and a household. */
final class CampaignAndProject {

    private final County county;
    private final Things things;
    private final LocalDate today = Rounds.today();

    private CampaignAndProject(County county, Things things) {
        this.county = county;
        this.things = things;
    }

    static void in(County county, Things things) {
        var both = new CampaignAndProject(county, things);
        both.campaign();
        both.enterpriseProject();
    }

    private void campaign() {
        UUID campaign = UUID.randomUUID();
        Map<String, Object> relief = Map.of(
                "division",
                county.code() + "000000",
                "name",
                "Relief",
                "kind",
                "RED_CROSS_RELIEF",
                "organiser",
                "Red Cross",
                "purpose",
                "Winter",
                "firstOn",
                today.toString(),
                "lastOn",
                today.plusDays(30).toString());
        made(county.planner()
                .body(relief)
                .put("/v1/social-campaigns/" + campaign)
                .then());
        made(county.head()
                .body(Map.of("step", "OPEN"))
                .post("/v1/social-campaigns/" + campaign + "/steps")
                .then());
        things.at("/v1/social-campaigns/{id}", campaign).at("/v1/social-campaign-notices/{id}", campaign);
    }

    private void enterpriseProject() {
        String firm = things.findKnown("enterpriseId").orElseThrow();
        made(county.planner()
                .body(Map.of("kind", "ENTERPRISE_VILLAGE", "enterpriseId", firm, "division", county.village(1)))
                .post("/v1/links")
                .then());
        UUID project = UUID.randomUUID();
        Map<String, Object> mill = Map.of(
                "enterpriseId",
                firm,
                "villageCode",
                county.village(1),
                "kind",
                "INDUSTRY",
                "title",
                "Oil mill",
                "planned",
                "1000",
                "plannedJobs",
                1,
                "plannedHouseholds",
                1,
                "firstOn",
                today.toString(),
                "lastOn",
                today.plusDays(30).toString());
        made(county.planner()
                .body(mill)
                .put("/v1/enterprise-projects/" + project)
                .then());
        made(county.head()
                .body(Map.of("step", "AGREE"))
                .post("/v1/enterprise-projects/" + project + "/steps")
                .then());
        UUID progress = UUID.randomUUID();
        Map<String, Object> year = Map.of(
                "year",
                today.getYear(),
                "invested",
                "1000",
                "jobs",
                1,
                "households",
                List.of(things.findKnown("householdId").orElseThrow()),
                "evidence",
                List.of("Invoice 1"));
        made(county.planner()
                .body(year)
                .put("/v1/enterprise-projects/" + project + "/progress/" + progress)
                .then());
        things.at("/v1/enterprise-projects/{id}", project)
                .at("/v1/enterprise-projects/{id}/progress/{progressId}", progress);
    }

    private static void made(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        if (status < 200 || status > 299) {
            throw new AssertionError(answer.extract().asString());
        }
    }
}
