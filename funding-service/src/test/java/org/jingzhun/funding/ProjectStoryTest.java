package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** A project from its proposal to those who use it, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class ProjectStoryTest {

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    private static Map<String, Object> body(County county, String amount) {
        var body = new HashMap<String, Object>();
        body.putAll(Map.of(
                "division", county.village(1),
                "year", 2016,
                "name", "油茶种植基地",
                "projectClass", "INDUSTRY",
                "nature", "NEW",
                "place", "甲屯",
                "plannedFrom", "2016-03-01",
                "plannedTo", "2016-12-01",
                "responsibleUnit", "农业局",
                "task", "种植油茶200亩"));
        body.putAll(Map.of(
                "amount", amount,
                "sourceKind", "SPECIAL_FUND",
                "batch", "INDUSTRY",
                "action", "SPECIALTY_INDUSTRY"));
        return body;
    }

    private static RequestSpecification village(County county) {
        return Client.as("village-officer", county.village(1));
    }

    private static RequestSpecification township(County county) {
        return Client.as("township-officer", county.code() + "900");
    }

    private static ValidatableResponse step(RequestSpecification person, String project, Map<String, Object> request) {
        return person.body(request).post("/v1/projects/" + project + "/steps").then();
    }

    private static Map<String, Object> plain(String step) {
        return Map.of("step", step, "document", "公示〔2016〕3号");
    }

    private static ValidatableResponse fund(
            County county, String project, String account, String source, String amount) {
        String tag = county.author().get("/v1/projects/" + project).getHeader("ETag");
        return step(
                county.author().header("If-Match", tag),
                project,
                Map.of(
                        "step",
                        "FUND",
                        "funding",
                        Map.of("account", account, "source", source, "year", 2016, "amount", amount)));
    }

    /** Poor households in village 1, which the service knows. */
    private static List<UUID> households(County county, int count) {
        var households = new LinkedHashMap<UUID, String>();
        for (int h = 0; h < count; h++) {
            households.put(UUID.randomUUID(), "POOR");
        }
        new BenefitOffice(county).settle(households);
        return List.copyOf(households.keySet());
    }

    private static String proposed(County county, Map<String, Object> body) {
        var id = UUID.randomUUID().toString();
        village(county)
                .body(body)
                .put("/v1/projects/" + id)
                .then()
                .statusCode(201)
                .body("stage", equalTo("PROPOSED"))
                .body("lists", containsString("BATCHES REGION-2015"));
        return id;
    }

    /** In the library, for these households. */
    private static String inLibrary(County county, String amount, List<UUID> households) {
        var body = body(county, amount);
        body.put("performanceTarget", "户均年增收2000元");
        body.put("benefitLink", "EMPLOYMENT");
        var project = proposed(county, body);
        village(county)
                .body(Map.of("households", households))
                .post("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(200)
                .body("households", equalTo(households.size()));
        step(township(county), project, plain("NOTICE_BEFORE")).statusCode(200);
        step(county.head(), project, plain("ENTER")).statusCode(200).body("stage", equalTo("IN_LIBRARY"));
        return project;
    }

    @Test
    void nothingEntersTheLibraryWithoutTargetLinkBeneficiariesAndNotice() {
        var county = new County("450733");
        var households = households(county, 1);
        var project = proposed(county, body(county, "1000.00"));
        step(county.head(), project, plain("ENTER"))
                .statusCode(409)
                .body("code", equalTo("project-not-ready"))
                .body(
                        "missing",
                        equalTo(List.of("NOTICE_BEFORE", "performanceTarget", "benefitLink", "beneficiaries")));
        village(county)
                .body(body(county, "1000.00"))
                .put("/v1/projects/" + project)
                .then()
                .statusCode(428);
        village(county)
                .body(Map.of("households", List.of(UUID.randomUUID(), households.getFirst())))
                .post("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-beneficiaries"))
                .body("count", equalTo(1));
        var wrong = body(county, "1000.00");
        wrong.put("batch", "NINTH");
        village(county)
                .body(wrong)
                .put("/v1/projects/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"))
                .body("errors[0].pointer", equalTo("/batch"));
        for (var amount : List.of("1000.005", "-1.00", "0.00", "100000000000000000.00")) {
            village(county)
                    .body(body(county, amount))
                    .put("/v1/projects/" + UUID.randomUUID())
                    .then()
                    .statusCode(400);
        }
        step(county.head(), project, Map.of("step", "REJECT")).statusCode(200).body("stage", equalTo("REJECTED"));
        fund(county, project, "BUDGET", UUID.randomUUID().toString(), "1.00")
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        village(new County("450734")).get("/v1/projects/" + project).then().statusCode(404);
    }

    @Test
    void aProjectIsFundedBuiltPaidByProgressAcceptedByOthersAndUsed() {
        var county = new County("450735");
        var office = new BenefitOffice(county);
        var project = inLibrary(county, "1000.00", households(county, 2));
        var first = county.source("项目资金甲 450735");
        var second = county.source("项目资金乙 450735");
        county.budget(first, "700.00", "文1");
        county.budget(second, "600.00", "文2");

        fund(county, project, "BUDGET", first, "700.01").statusCode(409).body("code", equalTo("source-overdrawn"));
        fund(county, project, "BUDGET", first, "700.00").statusCode(200).body("stage", equalTo("FUNDED"));
        step(county.author(), project, Map.of("step", "FUND")).statusCode(428);
        fund(county, project, "BUDGET", second, "300.01").statusCode(409).body("code", equalTo("above-project-amount"));
        fund(county, project, "BUDGET", second, "300.00").statusCode(200).body("funded", equalTo("1000.00"));
        assertThat(office.balance("PROJECT")).isEqualTo("1000.00");
        office.proves();

        pay(county, project, "1.00", "苗木款").statusCode(409).body("code", equalTo("above-progress"));
        step(township(county), project, Map.of("step", "START")).statusCode(409).body("missing", hasItem("builder"));
        step(township(county), project, Map.of("step", "START", "builder", "第一施工队"))
                .statusCode(200)
                .body("stage", equalTo("UNDER_WAY"));
        step(village(county), project, Map.of("step", "PROGRESS", "percent", 80))
                .statusCode(200)
                .body("payable", equalTo("800.00"));
        step(village(county), project, Map.of("step", "PROGRESS", "percent", 79))
                .statusCode(409)
                .body("code", equalTo("progress-backwards"));
        pay(county, project, "800.01", "苗木款").statusCode(409).body("available", equalTo("800.00"));
        pay(county, project, "800.00", "购车").statusCode(422).body("item", equalTo("VEHICLES"));
        paidByTheBank(office, project);

        step(county.head(), project, plain("ACCEPT")).statusCode(409).body("missing", equalTo(List.of("percent")));
        step(village(county), project, Map.of("step", "PROGRESS", "percent", 100))
                .statusCode(200);
        step(Client.as("supervisor", county.code()), project, plain("ACCEPT"))
                .statusCode(200)
                .body("stage", equalTo("ACCEPTED"));
        step(county.head(), project, plain("OPERATE"))
                .statusCode(409)
                .body("missing", equalTo(List.of("NOTICE_AFTER")));
        step(township(county), project, plain("NOTICE_AFTER")).statusCode(200);
        step(village(county), project, plain("OPERATE")).statusCode(200).body("stage", equalTo("IN_OPERATION"));
        pay(county, project, "200.01", "尾款").statusCode(409).body("code", equalTo("above-progress"));
        theOthersAreTold(project);
        everybodyReadsBothNotices(county, project);
        itsMoneyIsFollowedFromTheBudgetToTheBank(county, project);
        office.proves();
    }

    private static void itsMoneyIsFollowedFromTheBudgetToTheBank(County county, String project) {
        county.auditor()
                .get("/v1/money-trail?project=" + project)
                .then()
                .statusCode(200)
                .body("proof.holds", equalTo(true))
                .body("stations.find { it.kind == 'PROJECT' }.received", equalTo("1000.00"))
                .body("stations.find { it.kind == 'PROJECT' }.balance", equalTo("200.00"))
                .body("flows.find { it.from == 'BUDGET' && it.to == 'PROJECT' }.amount", equalTo("1000.00"))
                .body("flows.find { it.from == 'PROJECT' && it.to == 'IN_TRANSIT' }.amount", equalTo("800.00"))
                .body("payments[0].kind", equalTo("PROJECT"))
                .body("payments[0].amount", equalTo("800.00"));
    }

    private static void everybodyReadsBothNotices(County county, String project) {
        var notices = given().get("/v1/disclosures?kind=PROJECT&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.subject", equalTo(List.of(project, project)))
                .extract()
                .jsonPath();
        assertThat(notices.getList("items.phase")).containsExactlyInAnyOrder("PLAN", "RESULT");
    }

    private static ValidatableResponse pay(County county, String project, String amount, String purpose) {
        return county.author()
                .body(Map.of("project", project, "amount", amount, "purpose", purpose))
                .post("/v1/disbursements")
                .then();
    }

    private static void paidByTheBank(BenefitOffice office, String project) {
        var county = office.county();
        String order = pay(county, project, "800.00", "苗木款")
                .statusCode(201)
                .body("kind", equalTo("PROJECT"))
                .body("payments", equalTo(2))
                .extract()
                .path("id");
        pay(county, project, "0.01", "再来一次").statusCode(409).body("available", equalTo("0.00"));
        office.step(county.reviewer(), order, "CHECK").statusCode(200);
        office.step(county.head(), order, "APPROVE").statusCode(200);
        var prepared = office.batch(Map.of("disbursements", List.of(order)));
        assertThat(prepared.getString("state")).as(prepared.prettify()).isEqualTo("SUCCEEDED");
        String batch = prepared.getString("result.batchId");
        var payments = office.payments(batch);
        assertThat(payments.getList("items.payee", String.class)).containsOnly("第一施工队");
        assertThat(payments.getList("items.amount", String.class)).containsExactlyInAnyOrder("700.00", "100.00");
        var results = new ArrayList<String>();
        for (int p = 0; p < 2; p++) {
            results.add(BenefitOffice.result(
                    payments.getString("items[" + p + "].id"), payments.getString("items[" + p + "].amount"), "PAID"));
        }
        assertThat(office.results(batch, results).getInt("result.updated")).isEqualTo(2);
        assertThat(office.balance("PROJECT")).isEqualTo("200.00");
        assertThat(office.balance("PAID")).isEqualTo("800.00");
        office.proves();
    }

    private static void theOthersAreTold(String project) {
        var told = Neighbour.hear("funding.project", "projectId", project, 11);
        assertThat(told).extracting(Neighbour.Heard::key).containsOnly(project);
        var last = told.getLast().payload();
        assertThat(told.getLast().headers()).containsEntry("ce_type", "org.jingzhun.funding.project-stage-changed");
        assertThat(last.getString("stage")).isEqualTo("IN_OPERATION");
        assertThat(last.getInt("households")).isEqualTo(2);
        assertThat(told.stream().map(each -> each.payload().getLong("revision")).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsLeftOfAnAbandonedProjectGoesBackToWhereItCameFrom() {
        var county = new County("450736");
        var office = new BenefitOffice(county);
        var project = inLibrary(county, "500.00", households(county, 1));
        var source = county.source("项目资金 450736");
        county.budget(source, "500.00", "文1");
        fund(county, project, "BUDGET", source, "300.00").statusCode(200);
        fund(county, project, "BUDGET", source, "200.00").statusCode(200);
        assertThat(office.balance("BUDGET")).isEqualTo("0.00");
        fund(county, project, "VILLAGE", source, "1.00").statusCode(409);
        step(county.head(), project, Map.of("step", "ABANDON", "remark", "选址不当"))
                .statusCode(200)
                .body("stage", equalTo("ABANDONED"));
        assertThat(office.balance("PROJECT")).isEqualTo("0.00");
        assertThat(office.balance("BUDGET")).isEqualTo("500.00");
        step(county.head(), project, Map.of("step", "ABANDON")).statusCode(409);
        office.proves();
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
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> county.head().get("/v1/jobs/" + job).jsonPath(), path -> List.of("SUCCEEDED", "FAILED")
                        .contains(path.getString("state")));
    }
}
