package org.jingzhun.identification.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** Households, a village and a county leave poverty, as the officers of each level do it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ExitStoryTest {

    private static final Map<String, String> LEVELS = Map.of(
            "APPRAISAL", "village-officer",
            "VERIFICATION", "township-officer",
            "RECOGNITION", "village-officer",
            "NOTICE", "village-officer",
            "REVIEW", "township-officer",
            "APPROVAL", "county-officer",
            "ANNOUNCEMENT", "county-officer",
            "SEND_BACK", "township-officer");

    @Test
    void aHouseholdLeavesPovertyAndMustKeepMeetingTheStandardOfItsYear() {
        PlatformResource.connectOutbox();
        County county = Registered.register(
                new County("451061", 15000, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        Registered.withoutNoticeDays(county, 2017);
        UUID household = county.household("甲");
        refusesToPlan(county, household);
        String exit = plan(county, household, 2017).statusCode(201).extract().path("exit.id");
        plan(county, household, 2018).statusCode(409).body("code", equalTo("exit-planned"));

        checksEveryCriterion(county, exit);
        walksToTheEnd(county, exit);
        county.county()
                .get("/v1/register/" + household)
                .then()
                .statusCode(200)
                .body("entry.status", equalTo("EXITED"))
                .body("history.kind", contains("REGISTERED", "EXITED"))
                .body("history[1].standard", equalTo("GX-2017-HOUSEHOLD"))
                .body("history[1].documentNumber", equalTo("隆政发〔2017〕88号"));
        county.county().get("/v1/households/" + household).then().body("status", equalTo("EXITED"));
        ConsumerRecord<String, String> told =
                Topic.await("identification.register", household.toString(), "household-exited");
        assertThat(told.value())
                .contains("\"status\":\"EXITED\"", "\"exitYear\":2017", "\"exitStandard\":\"GX-2017-HOUSEHOLD\"")
                .contains("\"persons\":3", "\"revision\":2", "\"mainCause\":\"ILLNESS\"");
        plan(county, household, 2019).statusCode(409).body("code", equalTo("not-poor"));

        staysUnderWatch(county, exit);
    }

    private static void refusesToPlan(County county, UUID household) {
        plan(county, household, 2015).statusCode(409).body("code", equalTo("year-of-entry"));
        plan(county, UUID.randomUUID(), 2017).statusCode(422).body("code", equalTo("exit-unknown-subject"));
        Registered.post(
                        county,
                        "county-officer",
                        "planner",
                        "/v1/exits",
                        "{\"householdId\":\"%s\",\"year\":2017,\"standard\":\"GX-2017-VILLAGE\"}".formatted(household))
                .statusCode(422)
                .body("code", equalTo("no-exit-standard"));
    }

    private static void checksEveryCriterion(County county, String exit) {
        step(county, exit, "VERIFICATION").statusCode(409).body("code", equalTo("step-not-open"));
        step(county, exit, "APPRAISAL").statusCode(200).body("exit.stage", equalTo("APPRAISED"));
        step(county, exit, "VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("findings-missing"))
                .body("criteria", hasSize(9));
        findings(county, exit, "{\"findings\":[{\"criterion\":\"CAR\",\"met\":true,\"evidence\":[]}]}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/findings/0/criterion"));
        findings(county, exit, "{\"findings\":[{\"criterion\":\"INCOME\",\"met\":true,\"evidence\":[]}]}")
                .statusCode(422)
                .body("code", equalTo("finding-value-missing"));
        findings(county, exit, Registered.findings(Map.of("INCOME", "\"value\":\"2952.00\"")))
                .statusCode(200)
                .body("failing", contains("INCOME"))
                .body("findings.find { it.criterion == 'INCOME' }.threshold", equalTo("2952.00"));
        step(county, exit, "VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("standard-not-met"))
                .body("criteria", contains("INCOME"));
        findings(county, exit, "{\"findings\":[{\"criterion\":\"INCOME\",\"value\":\"2952.01\",\"evidence\":[]}]}")
                .statusCode(200)
                .body("failing", empty())
                .body("unproven", contains("INCOME"));
        step(county, exit, "VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("evidence-missing"))
                .body("criteria", contains("INCOME"));
        findings(county, exit, Registered.findings(Map.of())).statusCode(200);
        step(county, exit, "VERIFICATION", "village-officer", "x")
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        step(county, exit, "VERIFICATION").statusCode(200);
        findings(county, exit, Registered.findings(Map.of())).statusCode(409).body("code", equalTo("findings-closed"));
    }

    private static void walksToTheEnd(County county, String exit) {
        String path = "/v1/exits/" + exit + "/steps";
        Registered.post(county, "village-officer", "x", path, "{\"step\":\"RECOGNITION\",\"signers\":[\"黄某\"]}")
                .statusCode(422)
                .body("code", equalTo("not-recognised"));
        step(county, exit, "RECOGNITION").statusCode(200).body("certifiedBy", contains("李队员", "赵干部"));
        step(county, exit, "SEND_BACK").statusCode(200).body("exit.stage", equalTo("PLANNED"));
        for (String step : List.of("APPRAISAL", "VERIFICATION", "RECOGNITION", "NOTICE")) {
            step(county, exit, step).statusCode(200);
        }
        step(county, exit, "REVIEW", "township-officer", "township-officer of VERIFICATION")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(county, exit, "REVIEW").statusCode(200);
        Registered.post(county, "county-officer", "y", path, "{\"step\":\"APPROVAL\",\"signers\":[\"黄某\"]}")
                .statusCode(422)
                .body("code", equalTo("document-missing"));
        step(county, exit, "APPROVAL", "county-officer", "planner")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(county, exit, "APPROVAL").statusCode(200);
        step(county, exit, "ANNOUNCEMENT")
                .statusCode(200)
                .body("exit.stage", equalTo("EXITED"))
                .body(
                        "exit.exitedOn",
                        equalTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()))
                .body("steps", hasSize(11));
        step(county, exit, "SEND_BACK").statusCode(409).body("code", equalTo("step-not-open"));
    }

    private static void staysUnderWatch(County county, String exit) {
        String rechecks = "/v1/exit-rechecks?year=2018&division=" + county.code();
        county.county()
                .get(rechecks)
                .then()
                .statusCode(200)
                .body("items.outcome", contains("NOT_CHECKED"))
                .body("items[0].missing", hasSize(9));
        findings(county, exit, "{\"year\":2016," + Registered.findings(Map.of()).substring(1))
                .statusCode(409)
                .body("code", equalTo("findings-closed"));
        findings(
                        county,
                        exit,
                        "{\"year\":2018,"
                                + Registered.findings(Map.of("WATER", "\"value\":\"20\""))
                                        .substring(1))
                .statusCode(200);
        county.county()
                .get(rechecks + "&outcome=FAILED")
                .then()
                .statusCode(200)
                .body("items.standard", contains("GX-2017-HOUSEHOLD"))
                .body("items[0].failing", contains("WATER"))
                .body("items[0].missing", empty());
        assertThat(imported("county-officer", county.code(), "exit-findings", List.of("""
                        {"householdId":"%s","year":2018,"criterion":"WATER","value":"36.00","evidence":["照片"]}""".formatted(
                                        county.household("甲"))))
                        .getInt("updated"))
                .isEqualTo(1);
        county.county().get(rechecks).then().body("items.outcome", contains("MET"));
        as("auditor", "451031").get("/v1/exits/" + exit).then().statusCode(404);
    }

    @Test
    void aCountyTakesAStepOfAllHouseholdsThatAreReady() {
        County county = Registered.register(
                new County("451062", 15100, 2)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 2, 49)
                        .household("丙", 2, 1, 51),
                2,
                10);
        Registered.withoutNoticeDays(county, 2017);
        List<String> rows = new ArrayList<>();
        for (String name : List.of("甲", "乙", "丙")) {
            rows.add("{\"householdId\":\"%s\",\"year\":2017}".formatted(county.household(name)));
        }
        rows.add("{\"householdId\":\"%s\",\"year\":2017}".formatted(UUID.randomUUID()));
        var planned = imported("county-officer", county.code(), "exits", rows);
        assertThat(planned.getInt("inserted")).isEqualTo(3);
        assertThat(planned.getInt("rejected")).isEqualTo(1);
        assertThat(imported("county-officer", county.code(), "exits", rows.subList(0, 3))
                        .getInt("unchanged"))
                .isEqualTo(3);

        as("county-officer", county.code()).post("/v1/exits/steps").then().statusCode(400);
        mass(county, "APPRAISAL").statusCode(200).body("taken", is(3)).body("refused", empty());
        importsFindings(county);
        mass(county, "VERIFICATION")
                .statusCode(200)
                .body("taken", is(2))
                .body("refused.code", contains("standard-not-met"))
                .body("refused[0].exits", is(1));
        mass(county, "RECOGNITION")
                .statusCode(200)
                .body("taken", is(0))
                .body("refused[0].code", equalTo("not-recognised"));
        importsRecognitions(county);
        for (String step : List.of("RECOGNITION", "NOTICE", "REVIEW", "APPROVAL", "ANNOUNCEMENT")) {
            mass(county, step).statusCode(200).body("taken", is(2));
        }
        county.county()
                .get("/v1/register?division=" + county.code() + "&status=EXITED")
                .then()
                .body("items.householder", containsInAnyOrder("甲", "乙"));
        county.county()
                .get("/v1/exits?year=2017&stage=APPRAISED&division=" + county.village(2))
                .then()
                .body("items.householdId", contains(county.household("丙").toString()));
        aVillageLeavesWhenFewArePoor(county);
        theCountyIsNotYetThere(county);
    }

    private static void importsFindings(County county) {
        List<String> rows = new ArrayList<>();
        for (String name : List.of("甲", "乙", "丙")) {
            for (String criterion : List.of("INCOME_SOURCE", "MEDICAL", "EDUCATION", "POWER", "TELEVISION")) {
                rows.add(finding(county, name, criterion, "\"met\":true"));
            }
            rows.add(finding(county, name, "HOUSING", "\"value\":\"13.00\""));
            rows.add(finding(county, name, "ROAD", "\"value\":\"3.50\""));
            rows.add(finding(county, name, "WATER", "\"value\":\"35.00\""));
            rows.add(finding(county, name, "INCOME", "\"value\":\"" + (name.equals("丙") ? "2900" : "3000") + ".00\""));
        }
        rows.add(finding(county, "甲", "CAR", "\"met\":true"));
        rows.add(finding(county, "甲", "POWER", "\"met\":true"));
        var kept = imported("township-officer", county.code(), "exit-findings", rows);
        assertThat(kept.getInt("inserted")).isEqualTo(27);
        assertThat(kept.getInt("rejected")).isEqualTo(2);
        assertThat(imported("township-officer", county.code(), "exit-findings", rows.subList(0, 27))
                        .getInt("unchanged"))
                .isEqualTo(27);
    }

    private static String finding(County county, String name, String criterion, String found) {
        return """
                {"householdId":"%s","year":2017,"criterion":"%s",%s,"evidence":["照片"]}""".formatted(county.household(name), criterion, found);
    }

    private static void importsRecognitions(County county) {
        List<String> rows = List.of("甲", "乙").stream()
                .map(name -> """
                        {"householdId":"%s","year":2017,"recognisedBy":"%s","certifiedBy":["李队员","赵干部"],\
                        "recognisedOn":"2017-11-20"}""".formatted(county.household(name), name))
                .toList();
        assertThat(imported("village-officer", county.code(), "exit-recognitions", rows)
                        .getInt("updated"))
                .isEqualTo(2);
    }

    private static void aVillageLeavesWhenFewArePoor(County county) {
        for (int village : List.of(1, 2)) {
            imported("divisions", List.of("""
                    {"code":"%s","name":"村","level":"VILLAGE","parent":"%s000","validFrom":"2010-01-01",\
                    "poorVillage":%s}""".formatted(county.village(village), county.township(), true)));
        }
        String poor = village(county, 2).statusCode(201).extract().path("exit.id");
        checked(county, "/v1/village-exits/" + poor, "county-officer");
        place(county, "village-exits", poor, "APPRAISAL", "village-officer").statusCode(200);
        place(county, "village-exits", poor, "VERIFICATION", "county-officer")
                .statusCode(409)
                .body("code", equalTo("incidence-too-high"));

        String exit = village(county, 1).statusCode(201).extract().path("exit.id");
        village(county, 1).statusCode(409).body("code", equalTo("exit-planned"));
        as("county-officer", county.code())
                .body("{\"findings\":[{\"criterion\":\"INCIDENCE\",\"value\":\"0\",\"evidence\":[\"统计\"]}]}")
                .put("/v1/village-exits/" + exit + "/findings")
                .then()
                .statusCode(422)
                .body("code", equalTo("measured-by-register"));
        checked(county, "/v1/village-exits/" + exit, "county-officer");
        place(county, "village-exits", exit, "APPRAISAL", "village-officer").statusCode(200);
        place(county, "village-exits", exit, "VERIFICATION", "county-officer")
                .statusCode(200)
                .body("findings.find { it.criterion == 'INCIDENCE' }.value", equalTo("0.00"));
        place(county, "village-exits", exit, "RECOGNITION", "township-officer").statusCode(200);
        place(county, "village-exits", exit, "NOTICE", "township-officer").statusCode(200);
        place(county, "village-exits", exit, "REVIEW", "county-officer").statusCode(200);
        place(county, "village-exits", exit, "APPROVAL", "county-officer")
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        place(county, "village-exits", exit, "APPROVAL", "city-officer").statusCode(200);
        place(county, "village-exits", exit, "ANNOUNCEMENT", "city-officer").statusCode(200);
        county.county()
                .get("/v1/divisions/" + county.village(1))
                .then()
                .body(
                        "exitedOn",
                        equalTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
        village(county, 1).statusCode(409).body("code", equalTo("exited-already"));
    }

    private static void theCountyIsNotYetThere(County county) {
        String exit = Registered.post(
                        county,
                        "county-officer",
                        "planner",
                        "/v1/county-exits",
                        "{\"countyCode\":\"%s000000\",\"year\":2017}".formatted(county.code()))
                .statusCode(201)
                .extract()
                .path("exit.id");
        place(county, "county-exits", exit, "APPRAISAL", "county-officer").statusCode(200);
        place(county, "county-exits", exit, "VERIFICATION", "city-officer")
                .statusCode(409)
                .body("code", equalTo("findings-missing"));
        place(county, "county-exits", exit, "WITHDRAWAL", "region-officer")
                .statusCode(200)
                .body("exit.stage", equalTo("WITHDRAWN"));
        as("village-officer", county.village(1))
                .get("/v1/county-exits/" + exit)
                .then()
                .statusCode(404);
    }

    /** Every criterion that a team checks is met. */
    private static void checked(County county, String path, String role) {
        List<Map<String, Object>> criteria = as("visitor", "45")
                .get("/v1/exit-standards?subject=VILLAGE")
                .jsonPath()
                .getList("items.find { it.version == 'GX-2017-VILLAGE' }.criteria.findAll { it.measuredBy == 'TEAM' }");
        assertThat(criteria).hasSize(11);
        List<String> found = criteria.stream()
                .map(each -> "{\"criterion\":\"%s\",%s,\"evidence\":[\"报告\"]}"
                        .formatted(
                                each.get("code"),
                                each.get("value") == null ? "\"met\":true" : "\"value\":\"" + each.get("value") + "\""))
                .toList();
        as(role, county.code())
                .body("{\"findings\":[" + String.join(",", found) + "]}")
                .put(path + "/findings")
                .then()
                .statusCode(200);
    }

    @Test
    void theRegionLoadsANewVersionOfAStandardAndNoneEverChanges() {
        String version = "GX-2031-HOUSEHOLD";
        String body = """
                {"version":"%s","subject":"HOUSEHOLD","division":"450000000000","validFromYear":2031,"byDefault":true,\
                "nameZh":"新标准","nameEn":"New standard","source":"桂扶领发〔2031〕1号","criteria":[{"code":"INCOME",\
                "nameZh":"收入","nameEn":"Income","weight":"DECISIVE","comparison":"ABOVE_LINE","source":"桂扶领发〔2031〕1号"}]}""".formatted(version);
        as("region-officer", "45")
                .body(body.replace("\"weight\":\"DECISIVE\"", "\"weight\":\"REFERENCE\""))
                .post("/v1/exit-standards")
                .then()
                .statusCode(400);
        as("region-officer", "45").body(body).post("/v1/exit-standards").then().statusCode(201);
        as("region-officer", "45")
                .body(body)
                .post("/v1/exit-standards")
                .then()
                .statusCode(409)
                .body("code", equalTo("standard-exists"));
        as("region-officer", "51")
                .body(body.replace("2031", "2032"))
                .post("/v1/exit-standards")
                .then()
                .statusCode(422)
                .body("code", equalTo("division-not-yours"));
        as("visitor", "45")
                .get("/v1/exit-standards?subject=HOUSEHOLD")
                .then()
                .statusCode(200)
                .body("items.version", hasItem(version))
                .body(
                        "items.find { it.version == 'GX-2018-HOUSEHOLD' }.criteria.find { it.code == 'ROAD' }.weight",
                        equalTo("REFERENCE"));
        as("county-officer", "451031")
                .body("""
                        {"purpose":"EXIT","year":2031,"division":"451031000000","perHead":"9000.00","issuer":"县",\
                        "source":"隆政发〔2031〕1号"}""")
                .post("/v1/poverty-lines")
                .then()
                .statusCode(201);
        as("visitor", "45")
                .get("/v1/poverty-lines?purpose=EXIT&year=2031")
                .then()
                .body("items.perHead", contains("9000.00"))
                .body("items.mark", contains("LOCAL"));
    }

    private static ValidatableResponse plan(County county, UUID household, int year) {
        return Registered.post(
                county,
                "county-officer",
                "planner",
                "/v1/exits",
                "{\"householdId\":\"%s\",\"year\":%d}".formatted(household, year));
    }

    private static ValidatableResponse village(County county, int village) {
        return Registered.post(
                county,
                "county-officer",
                "planner",
                "/v1/village-exits",
                "{\"villageCode\":\"%s\",\"year\":2017}".formatted(county.village(village)));
    }

    private static ValidatableResponse findings(County county, String exit, String body) {
        return as("township-officer", county.code())
                .auth()
                .oauth2(Tokens.of("township-officer", county.code(), "team"))
                .body(body)
                .put("/v1/exits/" + exit + "/findings")
                .then();
    }

    private static ValidatableResponse step(County county, String exit, String step) {
        return step(
                county,
                exit,
                step,
                LEVELS.getOrDefault(step, "county-officer"),
                LEVELS.getOrDefault(step, "county-officer") + " of " + step);
    }

    private static ValidatableResponse step(County county, String exit, String step, String role, String subject) {
        return Registered.post(county, role, subject, "/v1/exits/" + exit + "/steps", body(step, true));
    }

    private static ValidatableResponse place(County county, String kind, String exit, String step, String role) {
        return Registered.post(
                county, role, role + " of " + step, "/v1/" + kind + "/" + exit + "/steps", body(step, true));
    }

    private static ValidatableResponse mass(County county, String step) {
        return Registered.post(
                county,
                LEVELS.getOrDefault(step, "county-officer"),
                LEVELS.getOrDefault(step, "county-officer") + " of " + step,
                "/v1/exits/steps",
                "{\"division\":\"%s\",\"year\":2017,\"request\":%s}".formatted(county.code(), body(step, false)));
    }

    private static String body(String step, boolean signed) {
        String more =
                switch (step) {
                    case "APPRAISAL" -> ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}";
                    case "APPROVAL" -> ",\"documentNumber\":\"隆政发〔2017〕88号\"";
                    case "RECOGNITION" ->
                        signed ? ",\"recognition\":{\"recognisedBy\":\"户主\",\"certifiedBy\":[\"李队员\",\"赵干部\"]}" : "";
                    case "SEND_BACK", "WITHDRAWAL" -> ",\"remark\":\"群众有异议\"";
                    default -> "";
                };
        return "{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(step, more);
    }
}
