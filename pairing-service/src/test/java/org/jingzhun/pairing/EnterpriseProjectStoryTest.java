package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An enterprise does something in its village; each year's report counts once the village and the county agree. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class EnterpriseProjectStoryTest {

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);
    private final int thisYear = today.getYear();

    @Inject
    Rows rows;

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void aProjectIsAgreedReportedConfirmedAndClosed() {
        var county = new County("450493");
        county.hasVillages(2);
        var households = registered(county, 3);
        var firm = firm(county, "91450493MA5K00001X");
        var id = UUID.randomUUID();
        put(county, id, project(county, firm, 1)).statusCode(422).body("code", equalTo("enterprise-not-linked"));
        link(county, firm, 1);
        put(county, id, project(county, firm, 2)).statusCode(422).body("code", equalTo("enterprise-not-linked"));
        put(county, id, project(county, firm, 1))
                .statusCode(200)
                .body("project.state", equalTo("PROPOSED"))
                .body("project.planned", equalTo("266000.50"))
                .body("project.linkId", notNullValue());
        put(county, id, project(county, firm, 1)).statusCode(200).body("steps", hasSize(1));
        step(county.planner(), id, "AGREE", "").statusCode(409).body("code", equalTo("same-person"));
        step(county.head(), id, "AGREE", "").statusCode(200).body("project.state", equalTo("UNDER_WAY"));

        var before = UUID.randomUUID();
        report(county, id, before, year(thisYear - 1, "200000", 10, households.subList(0, 2)))
                .statusCode(200)
                .body("progress[0].households", hasSize(2))
                .body("project.invested", equalTo("0.00"));
        progressStep(county.head(), id, before, "ACCEPT", "").statusCode(409).body("code", equalTo("step-not-open"));
        accepted(county, id, before)
                .body("project.invested", equalTo("200000.00"))
                .body("project.reached", equalTo(false));
        step(county.head(), id, "CLOSE", "").statusCode(422).body("code", equalTo("project-closed-short"));
        var now = UUID.randomUUID();
        report(county, id, now, year(thisYear, "66000.5", 20, households.subList(1, 3)))
                .statusCode(200);
        step(county.head(), id, "CLOSE", "Sold").statusCode(409).body("code", equalTo("progress-waiting"));
        accepted(county, id, now)
                .body("project.invested", equalTo("266000.50"))
                .body("project.jobs", equalTo(20))
                .body("project.households", equalTo(3))
                .body("project.reached", equalTo(true))
                .body("progress.year", contains(thisYear - 1, thisYear));
        isCounted(county, firm, id);
        step(county.head(), id, "CLOSE", "").statusCode(422).body("code", equalTo("project-closed-short"));
        step(county.head(), id, "CLOSE", "All is done")
                .statusCode(200)
                .body("project.closedOn", equalTo(today.toString()));
        report(county, id, UUID.randomUUID(), year(thisYear, "1", 0, List.of()))
                .statusCode(409)
                .body("code", equalTo("project-not-under-way"));
        var told = Announced.of(
                        id,
                        Announcement.Type.ENTERPRISE_PROJECT_AGREED,
                        Announcement.Type.ENTERPRISE_PROJECT_ADVANCED,
                        Announcement.Type.ENTERPRISE_PROJECT_ADVANCED,
                        Announcement.Type.ENTERPRISE_PROJECT_CLOSED)
                .stream()
                .map(event -> event.payload().getString("invested"))
                .toList();
        assertThat(told).containsExactly("0.00", "200000.00", "266000.50", "266000.50");
    }

    private void isCounted(County county, UUID firm, UUID id) {
        counts(county, "")
                .body("enterprises", equalTo(1))
                .body("villages", equalTo(1))
                .body("projects", equalTo(1))
                .body("planned", equalTo("266000.50"))
                .body("invested", equalTo("266000.50"))
                .body("jobs", equalTo(20))
                .body("households", equalTo(3))
                .body("persons", equalTo(12));
        counts(county, "&year=" + (thisYear - 1))
                .body("invested", equalTo("200000.00"))
                .body("jobs", equalTo(10))
                .body("households", equalTo(2));
        counts(county, "&year=" + (thisYear + 2)).body("projects", equalTo(0));
        for (var filter : List.of("enterprise=" + firm, "division=" + county.village(1), "kind=INDUSTRY")) {
            county.auditor()
                    .get("/v1/enterprise-projects?" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id.toString()));
        }
        for (var filter : List.of("enterprise=" + UUID.randomUUID(), "division=" + county.village(2), "state=CLOSED")) {
            county.auditor().get("/v1/enterprise-projects?" + filter).then().body("items", hasSize(0));
        }
        new County("450495").head().get("/v1/enterprise-projects/" + id).then().statusCode(404);
        county.auditor()
                .get("/v1/audit?object=" + id)
                .then()
                .body("items.action", hasItems("enterprise-project-propose", "enterprise-project-agree"));
    }

    @Test
    void whatDoesNotFitAProjectIsRefused() {
        var county = new County("450494");
        county.hasVillages(2);
        var household = registered(county, 1).getFirst();
        var firm = firm(county, "91450494MA5K00001X");
        link(county, firm, 1);
        var id = UUID.randomUUID();
        put(county, id, with(project(county, firm, 1), "planned", "-1"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/planned"));
        put(county, id, with(project(county, firm, 1), "plannedJobs", -1)).statusCode(400);
        put(county, id, with(project(county, firm, 1), "lastOn", "2015-01-01"))
                .statusCode(422)
                .body("code", equalTo("project-bad-days"));
        var nothing = project(county, firm, 1);
        nothing.putAll(Map.of("planned", "0", "plannedJobs", 0, "plannedHouseholds", 0));
        put(county, id, nothing).statusCode(422).body("code", equalTo("project-without-target"));
        put(county, id, project(county, firm, 1)).statusCode(200);
        put(county, id, with(project(county, firm, 1), "title", "Another"))
                .statusCode(409)
                .body("code", equalTo("project-id-taken"));
        report(county, id, UUID.randomUUID(), year(thisYear, "1", 0, List.of()))
                .statusCode(409)
                .body("code", equalTo("project-not-under-way"));
        step(county.head(), id, "AGREE", "").statusCode(200);
        step(county.head(), id, "WITHDRAW", "").statusCode(409).body("code", equalTo("step-not-open"));
        for (int year : List.of(thisYear - 2, thisYear + 1)) {
            report(county, id, UUID.randomUUID(), year(year, "1", 0, List.of()))
                    .statusCode(422)
                    .body("code", equalTo("progress-outside-project"))
                    .body("detail", containsString((thisYear - 1) + " to " + thisYear));
        }
        var stranger = UUID.randomUUID();
        report(county, id, UUID.randomUUID(), year(thisYear, "1", 0, List.of(household, stranger)))
                .statusCode(422)
                .body("code", equalTo("household-not-registered"))
                .body("detail", containsString(stranger.toString()))
                .body("detail", startsWith("1 household"));
        report(county, id, UUID.randomUUID(), with(year(thisYear, "1", 0, List.of()), "evidence", List.of()))
                .statusCode(400);
        reportsAreReturned(county, id, household);
    }

    private void reportsAreReturned(County county, UUID id, UUID household) {
        var wrong = UUID.randomUUID();
        report(county, id, wrong, year(thisYear, "900", 1, List.of(household))).statusCode(200);
        report(county, id, wrong, year(thisYear, "900", 1, List.of(household))).statusCode(200);
        report(county, id, wrong, year(thisYear, "901", 1, List.of(household)))
                .statusCode(409)
                .body("code", equalTo("project-id-taken"));
        report(county, id, UUID.randomUUID(), year(thisYear, "90", 1, List.of()))
                .statusCode(409)
                .body("code", equalTo("progress-of-year-stands"));
        progressStep(village(county), id, wrong, "RETURN", "").statusCode(422).body("code", equalTo("remark-missing"));
        progressStep(village(county), id, wrong, "RETURN", "Nobody saw the pigs")
                .statusCode(200)
                .body("progress.state", contains("RETURNED"));
        var right = UUID.randomUUID();
        report(county, id, right, year(thisYear, "90", 1, List.of()))
                .statusCode(200)
                .body("progress.state", containsInAnyOrder("RETURNED", "REPORTED"));
        progressStep(village(county), id, right, "CONFIRM", "").statusCode(200);
        progressStep(county.planner(), id, right, "ACCEPT", "").statusCode(409).body("code", equalTo("same-person"));
        progressStep(county.head(), UUID.randomUUID(), right, "ACCEPT", "").statusCode(404);
        progressStep(county.head(), id, UUID.randomUUID(), "ACCEPT", "").statusCode(404);
    }

    private List<UUID> registered(County county, int count) {
        var households = county.registers(1, "ILLNESS", count);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rows.texts(
                                        "select id from observed_household where village_code = ?",
                                        Long.parseLong(county.village(1)))
                                .size()
                        == count);
        return households;
    }

    private static UUID firm(County county, String code) {
        var firm = UUID.randomUUID();
        county.planner()
                .body(Map.of("name", "Oil mill", "creditCode", code, "division", county.code() + "000000"))
                .put("/v1/enterprises/" + firm)
                .then()
                .statusCode(200);
        return firm;
    }

    private static void link(County county, UUID firm, int village) {
        county.planner()
                .body(Map.of("kind", "ENTERPRISE_VILLAGE", "enterpriseId", firm, "division", county.village(village)))
                .post("/v1/links")
                .then()
                .statusCode(201);
    }

    private Map<String, Object> project(County county, UUID firm, int village) {
        return new HashMap<>(Map.of(
                "enterpriseId",
                firm,
                "villageCode",
                county.village(village),
                "kind",
                "INDUSTRY",
                "title",
                "Camellia oil",
                "planned",
                "266000.5",
                "plannedJobs",
                20,
                "plannedHouseholds",
                3,
                "firstOn",
                LocalDate.of(thisYear - 1, 3, 1).toString(),
                "lastOn",
                LocalDate.of(thisYear + 1, 12, 31).toString()));
    }

    private static Map<String, Object> year(int year, String invested, int jobs, List<UUID> households) {
        return new HashMap<>(Map.of(
                "year",
                year,
                "invested",
                invested,
                "jobs",
                jobs,
                "households",
                households,
                "evidence",
                List.of("Invoices 1-7", "Pay lists")));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        body.put(name, value);
        return body;
    }

    private static ValidatableResponse put(County county, UUID id, Map<String, Object> body) {
        return county.planner().body(body).put("/v1/enterprise-projects/" + id).then();
    }

    private static ValidatableResponse report(County county, UUID id, UUID progress, Map<String, Object> body) {
        return county.planner()
                .body(body)
                .put("/v1/enterprise-projects/" + id + "/progress/" + progress)
                .then();
    }

    private static ValidatableResponse step(RequestSpecification person, UUID id, String step, String remark) {
        return person.body(Map.of("step", step, "remark", remark))
                .post("/v1/enterprise-projects/" + id + "/steps")
                .then();
    }

    private static ValidatableResponse progressStep(
            RequestSpecification person, UUID id, UUID progress, String step, String remark) {
        return person.body(Map.of("step", step, "remark", remark))
                .post("/v1/enterprise-projects/" + id + "/progress/" + progress + "/steps")
                .then();
    }

    private static ValidatableResponse accepted(County county, UUID id, UUID progress) {
        progressStep(village(county), id, progress, "CONFIRM", "").statusCode(200);
        return progressStep(county.head(), id, progress, "ACCEPT", "").statusCode(200);
    }

    private static RequestSpecification village(County county) {
        return County.as("village-officer", county.village(1), "village@" + county.code());
    }

    private static ValidatableResponse counts(County county, String more) {
        return county.auditor()
                .get("/v1/enterprise-projects/counts?division=" + county.code() + more)
                .then()
                .statusCode(200);
    }
}
