package org.jingzhun.pairing.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.testing.Things;

/** A county with one thing of each kind, made as its people would make it. */
public final class OneOfEach {

    private final County county;
    private final Rows rows;
    private final Things things;
    private final LocalDate today = Rounds.today();

    private OneOfEach(Things things, Rows rows) {
        this.county = new County(things.county());
        this.rows = rows;
        this.things = things;
    }

    public static Things in(String village, Rows rows) {
        var each = new OneOfEach(Things.in(village), rows);
        each.whoHelps();
        each.supervision();
        each.responsibility();
        each.evaluation();
        each.planOfAHousehold();
        each.socialHelp();
        CampaignAndProject.in(each.county, each.things);
        new OneStepOfEach(each.county, each.things).taken();
        return each.things;
    }

    private String made(ValidatableResponse answer, String id) {
        int status = answer.extract().statusCode();
        if (status < 200 || status > 299) {
            throw new AssertionError(answer.extract().asString());
        }
        return answer.extract().path(id);
    }

    private ValidatableResponse post(RequestSpecification person, String path, Map<String, Object> body) {
        return person.body(body).post(path).then();
    }

    private String place() {
        return county.code() + "000000";
    }

    private RequestSpecification supervisor() {
        return County.as("supervisor", county.code(), "supervisor@" + county.code());
    }

    private void whoHelps() {
        county.hasVillages(9);
        Neighbour.tell("identification.village", List.of(new Neighbour.Told(place(), "division-recorded", """
                {"code": "%s", "name": "County", "level": "COUNTY", "parent": "%s00000000",
                 "validFrom": "2014-01-01", "poorVillage": false, "revision": 1}
                """.formatted(
                        place(), county.code().substring(0, 4)))));
        county.imported("hamlets", List.of("""
                        {"villageCode":"%s","name":"上屯"}""".formatted(county.village(1))));
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        UUID helper = UUID.randomUUID();
        county.helper(helper, unit, "ORDINARY", List.of("ILLNESS")).statusCode(200);
        String plan = county.activatedPlanOf(1);
        String pairing = county.active(household);
        String second = county.plan();
        UUID firm = UUID.randomUUID();
        Map<String, Object> mill = Map.of("name", "Mill", "creditCode", "91450323MA5K000026", "division", place());
        county.planner().body(mill).put("/v1/enterprises/" + firm).then().statusCode(200);
        UUID absence = UUID.randomUUID();
        county.planner()
                .body(Map.of("kind", "ILLNESS", "since", "2016-01-01", "until", "2016-02-01"))
                .put("/v1/helpers/" + helper + "/absences/" + absence)
                .then()
                .statusCode(200);
        String link = county.planner()
                .get("/v1/links?division=" + county.village(1))
                .jsonPath()
                .getString("items[0].id");
        things.at("/v1/units/{id}", unit)
                .at("/v1/helpers/{id}", helper)
                .at("/v1/helpers/{id}/absences/{absenceId}", absence)
                .at("/v1/helpers/{id}/conflicts/{householdId}", household)
                .at("/v1/links/{id}", link)
                .at("/v1/pairing-plans/{id}", plan)
                .at("/v1/pairing-plans/{id}/pairs/{householdId}", household)
                .at("/v1/pairing-plans/{id}/comparison/{other}", second)
                .at("/v1/pairings/{id}", pairing)
                .at("/v1/handbooks/{householdId}", household)
                .at("/v1/jobs/{id}", plan)
                .at("/v1/enterprises/{id}", firm)
                .on("/v1/code-lists/{name}", "rank")
                .called("helperId", helper)
                .called("unitId", unit)
                .called("householdId", household)
                .called("enterpriseId", firm);
        visits(helper, household);
    }

    private void visits(UUID helper, UUID household) {
        var known = new Rounds(county, rows, helper, List.of(household));
        UUID visit = UUID.randomUUID();
        known.sync(List.of(known.change(visit, household, today, "看望"))).statusCode(200);
        things.at("/v1/visits/{id}", visit);
        county.planner()
                .body(Map.of(
                        "kind",
                        "TEAM_MEMBER",
                        "helperId",
                        helper,
                        "division",
                        county.village(1),
                        "since",
                        "2018-01-01"))
                .post("/v1/links")
                .then()
                .statusCode(201);
        UUID duty = UUID.randomUUID();
        Map<String, Object> days = Map.of(
                "id",
                duty,
                "helperId",
                helper,
                "villageCode",
                county.village(1),
                "kind",
                "PRESENT",
                "firstOn",
                "2018-03-05",
                "lastOn",
                "2018-03-22",
                "remark",
                "Words");
        made(post(known.asHelper(), "/v1/duty-records", days), "record.id");
        things.at("/v1/duty-records/{id}", duty).on("/v1/duty-records/months/{month}", "2018-03");
    }

    private void supervision() {
        UUID problem = UUID.randomUUID();
        Map<String, Object> told =
                Map.of("id", problem, "division", county.village(1), "title", "No helper came", "details", "Since May");
        made(post(supervisor(), "/v1/problems", told), "problem.id");
        UUID entry = UUID.randomUUID();
        Map<String, Object> fault = Map.of(
                "id",
                entry,
                "colour",
                "BLACK",
                "subjectKind",
                "UNIT",
                "subjectId",
                things.findKnown("unitId").orElseThrow(),
                "division",
                place(),
                "reason",
                "False visits",
                "grave",
                true);
        made(post(supervisor(), "/v1/lists", fault), "entry.id");
        String monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
        ValidatableResponse round = post(
                supervisor(),
                "/v1/inspections/rounds",
                Map.of("division", place(), "monday", monday, "teams", 1, "villagesPerDay", 2, "seed", "this-week-1"));
        things.at("/v1/inspections/rounds/{id}", made(round, "id"))
                .at("/v1/inspections/{id}", made(round, "inspections[0].id"))
                .at("/v1/problems/{id}", problem)
                .at("/v1/lists/{id}", entry)
                .on("/v1/briefings/{monday}", monday);
    }

    private void responsibility() {
        int year = today.getYear();
        Map<String, Object> aim = Map.of(
                "division",
                place(),
                "measure",
                "PERSONS_OUT",
                "firstYear",
                year,
                "finalYear",
                year + 1,
                "total",
                4,
                "atLeast",
                0,
                "document",
                "Decision 1");
        String target = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> post(county.planner(), "/v1/targets", aim)
                                .extract()
                                .<String>path("id"),
                        Objects::nonNull);
        UUID letter = UUID.randomUUID();
        String city = county.code().substring(0, 4);
        Map<String, Object> promise = Map.of(
                "id",
                letter,
                "year",
                year,
                "upper",
                city + "00000000",
                "lower",
                place(),
                "document",
                "Letter 7",
                "duties",
                List.of("Two households"),
                "targets",
                List.of(target));
        made(post(County.as("city-officer", city, "city@" + city), "/v1/letters", promise), "letter.id");
        things.at("/v1/targets/{id}", target).at("/v1/letters/{id}", letter);
    }

    private void evaluation() {
        Map<String, Object> order = Map.of("year", 2019, "division", place(), "subjectKind", "HELPER");
        String id = county.computed(made(post(county.planner(), "/v1/evaluations", order), "id"));
        things.at("/v1/evaluations/{id}", id)
                .at(
                        "/v1/evaluations/{id}/results/{subject}",
                        things.findKnown("helperId").orElseThrow());
    }

    private void planOfAHousehold() {
        String household = things.findKnown("householdId").orElseThrow();
        UUID plan = UUID.randomUUID();
        UUID measure = UUID.randomUUID();
        var village = County.as("village-officer", county.village(1), "village@" + county.code());
        Map<String, Object> clinic = Map.of(
                "id",
                measure,
                "pathway",
                "MEDICAL",
                "title",
                "Clinic",
                "responsible",
                "Village",
                "amount",
                "800",
                "target",
                "0",
                "dueOn",
                "2019-12-31");
        Map<String, Object> body = Map.of(
                "kind",
                "HOUSEHOLD",
                "villageCode",
                county.village(1),
                "householdId",
                household,
                "firstYear",
                2018,
                "finalYear",
                2019,
                "measures",
                List.of(clinic));
        made(village.body(body).put("/v1/help-plans/" + plan).then(), "plan.id");
        things.at("/v1/help-plans/{id}", plan).called("measureId", measure);
    }

    private void socialHelp() {
        UUID need = UUID.randomUUID();
        county.planner()
                .body(Map.of(
                        "villageCode",
                        county.village(1),
                        "kind",
                        "GOODS",
                        "amount",
                        5,
                        "title",
                        "Quilts",
                        "neededBy",
                        today.plusDays(60).toString()))
                .put("/v1/needs/" + need)
                .then()
                .statusCode(200);
        UUID offer = UUID.randomUUID();
        county.planner()
                .body(Map.of(
                        "division",
                        place(),
                        "donor",
                        "Firm 7",
                        "donorKind",
                        "ENTERPRISE",
                        "kind",
                        "GOODS",
                        "campaign",
                        "扶贫日",
                        "amount",
                        5,
                        "title",
                        "Quilts",
                        "firstOn",
                        today.minusDays(40).toString(),
                        "lastOn",
                        today.plusDays(30).toString()))
                .put("/v1/offers/" + offer)
                .then()
                .statusCode(200);
        String match = made(
                post(county.planner(), "/v1/matches", Map.of("division", place(), "kind", "GOODS")), "items[0].id");
        UUID honour = UUID.randomUUID();
        Map<String, Object> praise =
                Map.of("id", honour, "division", place(), "donor", "Firm 7", "title", "先进企业", "reason", "A school");
        made(post(county.planner(), "/v1/honours", praise), "honour.id");
        things.at("/v1/needs/{id}", need)
                .at("/v1/offers/{id}", offer)
                .at("/v1/matches/{id}", match)
                .at("/v1/honours/{id}", honour);
    }
}
