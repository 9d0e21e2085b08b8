package org.jingzhun.identification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.monitoring.Watch.CLEAR;
import static org.jingzhun.identification.monitoring.Watch.DOCUMENT;
import static org.jingzhun.identification.monitoring.Watch.MINUTES;
import static org.jingzhun.identification.monitoring.Watch.today;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leads of departments and helpers, the way off monitoring, and how terms are counted. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ClosureStoryTest {

    @Inject
    MonitoringRules rules;

    @Inject
    Session database;

    @Test
    void anOrdinaryHouseholdHitByIllnessIsMonitoredAndClosedOnceTheRiskIsGone() {
        County county = new County("451049", 14300, 1).household("乙", 1, 2, 57);
        county.begun(1, 0);
        Registered.withoutNoticeDays(county, today().getYear());
        Watch watch = new Watch(county);
        billsAreALeadOnceTheyReachTheThreshold(county);
        String id = watch.caseOf("乙");
        watch.take(id, "VERIFICATION", "village-officer", Watch.FOUND)
                .statusCode(409)
                .body("code", equalTo("monitoring-line-missing"));
        watch.withLines();
        watch.earns("乙", today(), "30000.00");
        watch.monitored(id);
        county.county()
                .get("/v1/monitoring/" + id)
                .then()
                .body("monitoring.monitoringClass", equalTo("SUDDEN_HARDSHIP"))
                .body("leads.source", contains("DEPARTMENT"));
        isClosed(watch, id);
    }

    private static void billsAreALeadOnceTheyReachTheThreshold(County county) {
        assertThat(bills(county, "乙", "4000.00", 40).getInt("inserted")).isEqualTo(1);
        county.county()
                .get("/v1/monitoring/leads?division=" + county.code())
                .then()
                .body("items", hasSize(0));
        for (int times = 1; times <= 2; times++) {
            bills(county, "乙", "7000.00", 10);
            county.county()
                    .get("/v1/monitoring/leads?source=DEPARTMENT&division=" + county.code())
                    .then()
                    .body("items.householdId", contains(county.household("乙").toString()))
                    .body("items[0].risk", equalTo("ILLNESS"))
                    .body("items[0].figure", is(1_100_000));
        }
        String number = county.idNumber("乙");
        assertThat(Client.rejections(told("DROP_OUT", bill(number, "1.00", 5))))
                .containsExactly("1 /value risk-value-unasked");
        String bill = bill(number, "1.00", -1);
        assertThat(Client.rejections(told("HOSPITAL_COST", bill, bill.replace("\"1.00\"", "null"))))
                .containsExactlyInAnyOrder("1 /occurredOn risk-in-the-future", "2 /value risk-value-missing");
    }

    @Test
    void nobodyTellsOfADayThatHasNotCome() {
        County county = Lot.NEVER_EXITED.county(1).household("甲", 1, 1, 57);
        county.begun(1, 0);
        as("village-officer", county.code())
                .body(
                        "{\"householdId\":\"%s\",\"source\":\"SURVEY\",\"risk\":\"ILLNESS\",\"toldBy\":\"户主\",\"toldOn\":\"%s\"}"
                                .formatted(county.household("甲"), today().plusDays(1)))
                .post("/v1/monitoring/leads")
                .then()
                .statusCode(422)
                .body("code", equalTo("told-in-future"));
    }

    private static JsonPath bills(County county, String household, String yuan, int daysAgo) {
        return told("HOSPITAL_COST", bill(county.idNumber(household), yuan, daysAgo));
    }

    private static JsonPath told(String source, String... rows) {
        return Client.finished(
                "system", "45", Client.upload("system", "45", "kind=risk-records&source=" + source, List.of(rows)));
    }

    private static String bill(String idNumber, String yuan, int daysAgo) {
        return "{\"idNumber\":\"%s\",\"fact\":\"住院\",\"occurredOn\":\"%s\",\"value\":\"%s\"}"
                .formatted(idNumber, today().minusDays(daysAgo), yuan);
    }

    /** Both members of 乙. */
    private static void work(County county, String labour) {
        UUID household = county.household("乙");
        List<String> ids =
                county.county().get("/v1/households/" + household).jsonPath().getList("members.id");
        List<String> members = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            members.add(People.member(
                            UUID.fromString(ids.get(place)), household, place == 0 ? "HEAD" : "SON", 14300 + place)
                    .replace("ORDINARY\",\"work\":\"IN_COUNTY\",\"monthsWorked\":7", labour));
        }
        assertThat(imported("members", members).getInt("updated")).isEqualTo(2);
    }

    private static void isClosed(Watch watch, String id) {
        watch.take(id, "RETURN_PROPOSED", "township-officer", Watch.EVIDENCE + ",\"remark\":\"收入低\"")
                .statusCode(409)
                .body("code", equalTo("household-not-exited"));
        watch.take(id, "MEASURE_PLANNED", "village-officer", """
                ,"measure":{"kind":"HEALTH","content":"落实","responsible":"李队员","dueOn":"%s"}""".formatted(today().minusDays(1)))
                .statusCode(422)
                .body("code", equalTo("measure-due-in-past"));
        watch.done(id, watch.plans(id, "HEALTH")).statusCode(200);
        watch.take(id, "CLOSURE_VISIT", "village-officer", CLEAR)
                .statusCode(409)
                .body("code", equalTo("income-not-stable"));
        watch.earns("乙", today().minusYears(1), "31000.00");
        watch.take(id, "CLOSURE_VISIT", "village-officer", CLEAR.replace("\"riskGone\":true", "\"riskGone\":false"))
                .statusCode(422)
                .body("code", equalTo("risk-remains"));
        work(watch.county(), "NONE\",\"work\":\"NONE\",\"monthsWorked\":0");
        watch.take(id, "CLOSURE_VISIT", "village-officer", CLEAR)
                .statusCode(409)
                .body("code", equalTo("nobody-can-work"));
        work(watch.county(), "ORDINARY\",\"work\":\"IN_COUNTY\",\"monthsWorked\":7");
        watch.take(id, "CLOSURE_VISIT", "village-officer", CLEAR)
                .statusCode(200)
                .body("monitoring.dueStep", equalTo("CLOSURE_APPRAISAL"))
                .body("monitoring.dueOn", equalTo(today().plusDays(15).toString()))
                .body("monitoring.colour", equalTo("GREEN"));
        watch.tells("乙", "SURVEY", "WATER").statusCode(201);
        watch.take(id, "CLOSURE_APPRAISAL", "village-officer", MINUTES).statusCode(200);
        watch.take(id, "CLOSURE_NOTICE", "village-officer", "").statusCode(200);
        watch.take(id, "CLOSURE_REVIEW", "township-officer", "")
                .statusCode(409)
                .body("code", equalTo("new-monitoring-lead"));
        watch.take(id, "CLOSURE_REJECTION", "township-officer", ",\"remark\":\"有新线索\"")
                .statusCode(200)
                .body("monitoring.stage", equalTo("MONITORED"));
        watch.take(id, "CLOSURE_VISIT", "village-officer", CLEAR).statusCode(200);
        watch.take(id, "CLOSURE_APPRAISAL", "village-officer", MINUTES).statusCode(200);
        watch.take(id, "CLOSURE_NOTICE", "village-officer", "").statusCode(200);
        watch.takeAs(id, "CLOSURE_REVIEW", "township-officer", "village-officer of MEASURE_DONE", "")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        watch.take(id, "CLOSURE_REVIEW", "township-officer", "").statusCode(200);
        watch.take(id, "CLOSURE_APPROVAL", "county-officer", DOCUMENT)
                .statusCode(200)
                .body("monitoring.stage", equalTo("CLOSED"))
                .body("monitoring.endedOn", equalTo(today().toString()));
        watch.county()
                .county()
                .get("/v1/monitoring/" + id + "/proof")
                .then()
                .body("items.purpose", contains("IDENTIFICATION", "CLOSURE", "CLOSURE", "CLOSURE"))
                .body("items[3].stable", is(true))
                .body("items[3].years", hasSize(7))
                .body("items.agrees", contains(true, true, true, true));
    }

    @Test
    void whatAHelperSawIsALeadOnceAndRisksOfLaterVersionsCountAsOther() {
        County county = new County("451095", 14400, 1).household("丁", 1, 2, 57);
        county.begun(1, 0);
        UUID visit = UUID.randomUUID();
        String told =
                """
                {"visitId":"%s","householdId":"%s","villageCode":"%s","helperId":"%s","helperName":"李干部",\
                "visitedOn":"%s","risks":["HOUSING","RISK_OF_TOMORROW"],"incomes":[]}""".formatted(visit, county.household("丁"), county.village(1), UUID.randomUUID(), today().minusDays(2));
        for (int times = 1; times <= 2; times++) {
            Topic.send("pairing.visit", visit.toString(), "org.jingzhun.pairing.visit-recorded", told);
        }
        String second = told.replace(visit.toString(), UUID.randomUUID().toString());
        Topic.send("pairing.visit", visit.toString(), "org.jingzhun.pairing.visit-recorded", second);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> county.county()
                                .get("/v1/monitoring/leads?source=HELPER_VISIT&division=" + county.code())
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 4);
        county.county()
                .get("/v1/monitoring?division=" + county.code())
                .then()
                .body("items", hasSize(1))
                .body("items[0].risks", contains("HOUSING", "OTHER"));
        new Watch(county)
                .take(
                        new Watch(county).caseOf("丁"),
                        "DISMISSAL",
                        "township-officer",
                        Watch.EVIDENCE + ",\"remark\":\"房屋安全\"")
                .statusCode(200)
                .body("monitoring.stage", equalTo("DISMISSED"));
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR_DAYS, 15, 2026-09-20, 2026-10-05",
        "MONTHS,         1, 2026-01-31, 2026-02-28",
        "WORKING_DAYS,   0, 2026-09-25, 2026-09-25",
        "WORKING_DAYS,   1, 2026-09-25, 2026-09-28",
        "WORKING_DAYS,   1, 2026-09-30, 2026-10-05",
        "WORKING_DAYS,   5, 2026-09-28, 2026-10-07"
    })
    void termsAreCountedFromTheDayAfter(RuleUnit unit, long value, LocalDate since, LocalDate last) {
        MonitoringRule rule =
                new MonitoringRule(1L, RuleName.VERIFICATION_TERM, 0, LocalDate.EPOCH, value, unit, "LOCAL", "test");
        assertThat(QuarkusTransaction.requiringNew().call(() -> rules.lastDay(rule, since)))
                .isEqualTo(last);
    }

    @Test
    void aCountyHasRulesOfItsOwnAndTheRegionSaysWhichDaysAreWorked() {
        String rule = """
                {"name":"PLANNING_TERM","division":"451096000000","validFrom":"2021-01-01","value":7,"unit":"WORKING_DAYS",\
                "source":"县〔2021〕2号"}""";
        Client.as("county-officer", "451096")
                .body(rule)
                .post("/v1/monitoring-rules")
                .then()
                .statusCode(201)
                .body("mark", equalTo("LOCAL"));
        Client.as("county-officer", "451031")
                .body(rule)
                .post("/v1/monitoring-rules")
                .then()
                .statusCode(422)
                .body("code", equalTo("division-not-yours"));
        Client.as("surveyor", "451031")
                .get("/v1/monitoring-rules?name=PLANNING_TERM")
                .then()
                .body("items.value", contains(10, 7));
        Client.as("region-officer", "45")
                .body("{\"working\":true,\"source\":\"国办发明电〔2029〕1号\"}")
                .put("/v1/calendar-days/2030-10-12")
                .then()
                .statusCode(200);
        Client.as("surveyor", "451031")
                .get("/v1/calendar-days?year=2030")
                .then()
                .body("items.day", contains("2030-10-12"))
                .body("items.mark", contains("LOCAL"));
    }
}
