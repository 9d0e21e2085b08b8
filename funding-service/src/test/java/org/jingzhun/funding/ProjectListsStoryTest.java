package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.jingzhun.funding.testing.Projects.body;
import static org.jingzhun.funding.testing.Projects.fund;
import static org.jingzhun.funding.testing.Projects.households;
import static org.jingzhun.funding.testing.Projects.inLibrary;
import static org.jingzhun.funding.testing.Projects.plain;
import static org.jingzhun.funding.testing.Projects.proposed;
import static org.jingzhun.funding.testing.Projects.step;
import static org.jingzhun.funding.testing.Projects.township;
import static org.jingzhun.funding.testing.Projects.village;
import static org.jingzhun.funding.testing.Soon.soon;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dated lists that projects go by, the menus of industries, and proposals by the file. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class ProjectListsStoryTest {

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void industriesOfTheMenusCoverSixtyOfAHundredPoorHouseholds() {
        var county = new County("450737");
        var households = households(county, 5);
        var menu = Map.of(
                "list", "COUNTY_INDUSTRIES",
                "division", county.code() + "000000",
                "version", "2016",
                "validFrom", "2016-01-01",
                "source", "县文1号",
                "items", List.of(Map.of("code", "TEA_OIL", "zh", "油茶", "en", "Tea oil", "part", "MAIN")));
        county.head().body(menu).post("/v1/catalogues").then().statusCode(201);
        county.head()
                .body(menu)
                .post("/v1/catalogues")
                .then()
                .statusCode(409)
                .body("code", equalTo("version-loaded-before"));
        covered(county, 0, "0.0000", false);
        var body = body(county, "100.00");
        body.put("performanceTarget", "户均年增收2000元");
        body.put("benefitLink", "EMPLOYMENT");
        body.put("industry", "TEA_OIL");
        var project = proposed(county, body);
        village(county)
                .body(Map.of("households", households.subList(0, 3)))
                .post("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(200);
        village(county)
                .get("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        step(township(county), project, plain("NOTICE_BEFORE")).statusCode(200);
        step(county.head(), project, plain("ENTER")).statusCode(200);
        covered(county, 0, "0.0000", false);
        var source = county.source("项目资金 450737");
        county.budget(source, "100.00", "文1");
        fund(county, project, "BUDGET", source, "100.00").statusCode(200);
        covered(county, 3, "0.6000", true);
    }

    @Test
    void aHouseholdIsTakenOffTheListWithAReasonAndStaysOnRecord() {
        var county = new County("450392");
        var households = households(county, 2);
        var project = inLibrary(county, "500.00", households);
        var first = households.getFirst();
        removed(county, project, List.of(first), "").statusCode(400);
        village(county)
                .body(Map.of("households", List.of(first), "reason", "重复登记"))
                .post("/v1/projects/" + project + "/beneficiaries/removals")
                .then()
                .statusCode(403);
        removed(county, project, List.of(first, UUID.randomUUID()), "重复登记")
                .statusCode(422)
                .body("code", equalTo("not-beneficiaries"))
                .body("count", equalTo(1));
        removed(county, project, List.of(first), "重复登记").statusCode(200).body("households", equalTo(1));
        removed(county, project, List.of(first), "重复登记").statusCode(422);
        removed(county, project, households.subList(1, 2), "项目调整")
                .statusCode(409)
                .body("code", equalTo("project-not-ready"))
                .body("missing", equalTo(List.of("beneficiaries")));
        village(county)
                .get("/v1/projects/" + project + "/beneficiaries")
                .then()
                .body("items.household", equalTo(List.of(households.get(1).toString())));
        village(county)
                .get("/v1/projects/" + project + "/beneficiaries/removals")
                .then()
                .statusCode(200)
                .body("items.household", equalTo(List.of(first.toString())))
                .body("items.reason", equalTo(List.of("重复登记")))
                .body("items[0].removedBy", notNullValue());
        village(county)
                .body(Map.of("households", List.of(first)))
                .post("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(200)
                .body("households", equalTo(2));
    }

    private static ValidatableResponse removed(County county, String project, List<UUID> households, String reason) {
        return township(county)
                .body(Map.of("households", households, "reason", reason))
                .post("/v1/projects/" + project + "/beneficiaries/removals")
                .then();
    }

    @Test
    void whatTheMenusMustReachIsLoadedWithoutABuild() {
        var rows = "rule,version,validFrom,validTo,ratio,source\nINDUSTRY_COVERAGE,2090,2090-01-01,,0.70,新规定\n";
        var region = Client.as("region-officer", "45");
        region.body(Map.of("csv", rows.replace("0.70", "1.70"), "source", "文1号"))
                .post("/v1/data-tables/project-rules/rows")
                .then()
                .statusCode(422)
                .body("code", equalTo("data-row-unreadable"));
        Client.as("region-officer", "45")
                .body(Map.of("csv", rows, "source", "文1号"))
                .post("/v1/data-tables/project-rules/rows")
                .then()
                .statusCode(201);
        var county = new County("450392");
        county.auditor()
                .get("/v1/projects/coverage?division=450392&year=2090")
                .then()
                .body("required", equalTo("0.7000"))
                .body("source", equalTo("新规定"));
        county.auditor()
                .get("/v1/projects/coverage?division=450392&year=2089")
                .then()
                .body("required", equalTo("0.6000"));
    }

    private static void covered(County county, int households, String fraction, boolean holds) {
        county.auditor()
                .get("/v1/projects/coverage?division=" + county.code() + "&year=2016")
                .then()
                .statusCode(200)
                .body("required", equalTo("0.6000"))
                .body("items.poorHouseholds", equalTo(List.of(5, 5)))
                .body("items.coveredHouseholds", equalTo(List.of(households, households)))
                .body("items.coverage", equalTo(List.of(fraction, fraction)))
                .body("items.holds", equalTo(List.of(holds, holds)));
    }

    @Test
    void aMenuIsNoLongerThanFiveAndTwoAndAListOfEverywhereIsTheRegions() {
        var county = new County("450738");
        var items = new ArrayList<Map<String, String>>();
        for (int i = 1; i <= 6; i++) {
            items.add(Map.of("code", "INDUSTRY_" + i, "zh", "产业" + i, "en", "Industry " + i, "part", "MAIN"));
        }
        var menu = new HashMap<String, Object>(Map.of(
                "list", "COUNTY_INDUSTRIES",
                "division", county.code() + "000000",
                "version", "2016",
                "validFrom", "2016-01-01",
                "source", "县文1号",
                "items", items));
        county.head().body(menu).post("/v1/catalogues").then().statusCode(422).body("code", equalTo("menu-too-long"));
        menu.put("items", List.of(items.getFirst(), items.getFirst()));
        county.head().body(menu).post("/v1/catalogues").then().statusCode(422).body("code", equalTo("code-twice"));
        menu.put("items", items.subList(0, 5));
        menu.remove("division");
        county.head()
                .body(menu)
                .post("/v1/catalogues")
                .then()
                .statusCode(422)
                .body("code", equalTo("division-outside-area"));
        var rule = new HashMap<String, Object>(Map.of(
                "benefit", "INDUSTRY_SUPPORT",
                "division", county.code() + "000000",
                "version", "450738-2016",
                "validFrom", "2016-01-02",
                "zh", "产业奖补",
                "en", "Support of a household's industry",
                "receiver", "HOUSEHOLD",
                "amount", "3000.00",
                "period", "YEAR",
                "source", "县文2号"));
        rule.put("monitored", true);
        rule.put("afterExit", "MONTHS");
        county.head()
                .body(rule)
                .post("/v1/benefit-rules")
                .then()
                .statusCode(422)
                .body("code", equalTo("months-mismatch"));
        rule.put("afterExitMonths", 24);
        county.head().body(rule).post("/v1/benefit-rules").then().statusCode(201);
        county.head()
                .body(rule)
                .post("/v1/benefit-rules")
                .then()
                .statusCode(409)
                .body("code", equalTo("version-loaded-before"));
        county.auditor()
                .get("/v1/benefit-rules?benefit=INDUSTRY_SUPPORT")
                .then()
                .statusCode(200)
                .body("items.version", hasItem("450738-2016"));
    }

    @Test
    void proposalsAreImportedOneByOneOrRejected() {
        var county = new County("450739");
        var good = line(county, UUID.randomUUID(), "INDUSTRY", "100.00");
        var job = imported(
                county,
                List.of(
                        good,
                        line(county, UUID.randomUUID(), "NINTH", "100.00"),
                        line(county, UUID.randomUUID(), "INDUSTRY", "0.00"),
                        line(county, UUID.randomUUID(), "INDUSTRY", "1.005"),
                        line(new County("450740"), UUID.randomUUID(), "INDUSTRY", "100.00")));
        assertThat(job.getInt("result.inserted")).as(job.prettify()).isEqualTo(1);
        assertThat(BenefitOffice.rejections(county.head(), job))
                .containsExactlyInAnyOrder(
                        "2 unknown-code", "3 amount-of-nothing", "4 not-money", "5 outside-your-area");
        assertThat(imported(county, List.of(good)).getInt("result.unchanged")).isEqualTo(1);
        county.auditor()
                .get("/v1/projects?division=" + county.code())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].stage", equalTo("PROPOSED"))
                .body("items[0].lists", equalTo("BATCHES REGION-2015, ACTIONS 2015"))
                .body("items[0].steps.step", equalTo(List.of("PROPOSE")));
        String id =
                county.auditor().get("/v1/projects?division=" + county.code()).path("items[0].id");
        assertThat(Neighbour.hear("funding.project", "projectId", id, 1))
                .allSatisfy(
                        told -> assertThat(told.payload().getString("stage")).isEqualTo("PROPOSED"));
    }

    private static String line(County county, UUID id, String batch, String amount) {
        return """
                {"id": "%s", "division": "%s", "year": 2016, "name": "水池", "projectClass": "INFRASTRUCTURE", "nature": "NEW", \
                "place": "甲屯", "plannedFrom": "2016-03-01", "plannedTo": "2016-12-01", "responsibleUnit": "水利局", \
                "task": "修建水池", "amount": "%s", "sourceKind": "SPECIAL_FUND", "batch": "%s", "action": "INFRASTRUCTURE"}""".formatted(id, county.village(1), amount, batch);
    }

    private static JsonPath imported(County county, List<String> lines) {
        String job = county.head()
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=projects")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return soon().until(
                        () -> county.head().get("/v1/jobs/" + job).jsonPath(),
                        path -> List.of("SUCCEEDED", "FAILED").contains(path.getString("state")));
    }
}
