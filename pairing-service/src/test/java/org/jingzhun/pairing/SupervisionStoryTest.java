package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.briefing.Briefings;
import org.jingzhun.pairing.problem.Escalation;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.redblack.Listing;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Inspections come unannounced, problems do not outlive the week, and lists name nobody unheard. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class SupervisionStoryTest {

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Inject
    Escalation escalation;

    @Inject
    Listing listing;

    @Inject
    Briefings briefings;

    @Inject
    Rows rows;

    @Test
    void aWeekIsDrawnByLotAndSeenByNobodyBeforeItsDay() {
        var county = new County("450350");
        county.hasVillages(9);
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(1);
        var order = round(county, monday, "drawn-in-public-7");

        supervisor(county)
                .body(round(county, today.minusWeeks(2), "long-ago-12"))
                .post("/v1/inspections/rounds")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-a-coming-monday"));
        supervisor(county)
                .body(round(county, monday, "x"))
                .post("/v1/inspections/rounds")
                .then()
                .statusCode(400);
        var large = new HashMap<>(order);
        large.put("teams", 5);
        supervisor(county)
                .body(large)
                .post("/v1/inspections/rounds")
                .then()
                .statusCode(422)
                .body("code", equalTo("too-few-villages"));
        var drawn = supervisor(county)
                .body(order)
                .post("/v1/inspections/rounds")
                .then()
                .statusCode(200)
                .body("redrawn", equalTo(true))
                .body("frame", equalTo(9))
                .body("inspections", hasSize(8))
                .extract();
        supervisor(county)
                .body(order)
                .post("/v1/inspections/rounds")
                .then()
                .statusCode(200)
                .body("id", equalTo(drawn.<String>path("id")));
        order.put("seed", "another-seed-1");
        supervisor(county)
                .body(order)
                .post("/v1/inspections/rounds")
                .then()
                .statusCode(409)
                .body("code", equalTo("inspections-already-drawn"));
        assertThat(drawn.<List<String>>path("inspections.inspectedOn"))
                .containsOnly(day(monday, 0), day(monday, 1), day(monday, 2), day(monday, 3));

        String first = drawn.path("inspections[0].id");
        county.auditor()
                .get("/v1/inspections/rounds/" + drawn.path("id"))
                .then()
                .body("redrawn", equalTo(true));
        county.planner()
                .get("/v1/inspections?division=" + county.code())
                .then()
                .statusCode(200)
                .body("items", empty());
        county.planner().get("/v1/inspections/" + first).then().statusCode(404);
        supervisor(county)
                .get("/v1/inspections?division=" + county.code())
                .then()
                .body("items", hasSize(8));
        step(supervisor(county), first, Map.of("step", "REPORT", "report", "Seen"))
                .statusCode(409)
                .body("code", equalTo("inspection-before-its-day"));
        step(supervisor(county), first, Map.of("step", "CANCEL"))
                .statusCode(422)
                .body("code", equalTo("remark-missing"));
        step(supervisor(county), first, Map.of("step", "CANCEL", "report", "Flood"))
                .statusCode(200)
                .body("inspection.state", equalTo("CANCELLED"));
        step(supervisor(county), first, Map.of("step", "CANCEL", "report", "Flood"))
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
    }

    @Test
    void aReportRaisesAProblemForEachFault() {
        var county = new County("450351");
        county.hasVillages(8);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var drawn = supervisor(county)
                .body(round(county, monday, "this-week-1"))
                .post("/v1/inspections/rounds")
                .then()
                .statusCode(200)
                .extract();
        String first = drawn.path("inspections[0].id");

        step(
                        supervisor(county),
                        first,
                        Map.of(
                                "step",
                                "REPORT",
                                "report",
                                "Team 1 was there",
                                "findings",
                                List.of(
                                        Map.of("good", true, "title", "Cooperative with order contracts"),
                                        Map.of(
                                                "good",
                                                false,
                                                "title",
                                                "House not finished",
                                                "details",
                                                "Roof missing since May"))))
                .statusCode(200)
                .body("findings.good", contains(true, false))
                .body("findings[0].problemId", nullValue());
        String problem = county.planner()
                .get("/v1/inspections/" + first)
                .then()
                .statusCode(200)
                .extract()
                .path("findings[1].problemId");
        county.planner()
                .get("/v1/problems/" + problem)
                .then()
                .statusCode(200)
                .body("problem.source", equalTo("INSPECTION"))
                .body("problem.sourceId", equalTo(first))
                .body("problem.level", equalTo("COUNTY"))
                .body("problem.deadline", equalTo(today.plusDays(7).toString()));
    }

    @Test
    void aProblemDoesNotOutliveTheWeekWithoutTheNextLevelKnowing() {
        var county = new County("450352");
        var id = UUID.randomUUID();
        Map<String, Object> body = Map.of(
                "id", id, "division", county.village(1), "title", "No helper came for two months", "details", "");
        var helper = County.as("helper", county.code(), "somebody@" + county.code());
        helper.body(body).post("/v1/problems").then().statusCode(200).body("problem.state", equalTo("OPEN"));
        helper.body(body).post("/v1/problems").then().statusCode(200).body("steps", hasSize(1));
        County.as("township-officer", "450359100", "t")
                .body(body)
                .post("/v1/problems")
                .then()
                .statusCode(403)
                .body("code", equalTo("foreign-division"));

        solve(county.planner(), id, "CLOSE", "").statusCode(409).body("code", equalTo("step-not-open"));
        solve(county.planner(), id, "RESOLVE", "").statusCode(422).body("code", equalTo("remark-missing"));
        solve(county.planner(), id, "RESOLVE", "The helper came").statusCode(200);
        solve(county.planner(), id, "CLOSE", "").statusCode(409).body("code", equalTo("same-person"));
        solve(supervisor(county), id, "RETURN", "Only once").statusCode(200).body("problem.state", equalTo("OPEN"));

        assertThat(escalated(id, today.plusDays(7))).isEqualTo("COUNTY");
        assertThat(escalated(id, today.plusDays(8))).isEqualTo("CITY");
        assertThat(escalated(id, today.plusDays(8))).isEqualTo("CITY");
        solve(county.planner(), id, "RESOLVE", "It is done")
                .statusCode(403)
                .body("code", equalTo("problem-held-elsewhere"));
        var city = County.as("city-officer", "4503", "city@4503");
        solve(city, id, "ESCALATE", "The province pays").statusCode(200).body("problem.level", equalTo("REGION"));
        var region = County.as("region-officer", "45", "region@45");
        solve(supervisor(county), id, "ESCALATE", "More").statusCode(409).body("code", equalTo("nobody-above"));
        assertThat(escalated(id, today.plusDays(100))).isEqualTo("REGION");
        region.get("/v1/problems?division=450352&overdueOn=" + today.plusDays(100))
                .then()
                .body("items.id", contains(id.toString()));
        solve(region, id, "RESOLVE", "Paid").statusCode(200);
        solve(county.head(), id, "CLOSE", "")
                .statusCode(200)
                .body("problem.escalations", equalTo(2))
                .body("problem.endedOn", equalTo(today.toString()))
                .body("steps.step", contains("RAISE", "RESOLVE", "RETURN", "ESCALATE", "ESCALATE", "RESOLVE", "CLOSE"))
                .body("steps[3].role", equalTo("clock"));
        region.get("/v1/problems?division=450352&state=OPEN").then().body("items", empty());
        var told = Announced.of(
                id,
                Announcement.Type.PROBLEM_OPENED,
                Announcement.Type.PROBLEM_SOLVED,
                Announcement.Type.PROBLEM_REOPENED,
                Announcement.Type.PROBLEM_ESCALATED,
                Announcement.Type.PROBLEM_ESCALATED,
                Announcement.Type.PROBLEM_SOLVED,
                Announcement.Type.PROBLEM_CLOSED);
        assertThat(told.stream().map(event -> event.payload().getString("level")))
                .containsExactly("COUNTY", "COUNTY", "COUNTY", "CITY", "REGION", "REGION", "REGION");
        assertThat(told.stream()
                        .map(event -> event.payload().getLong("revision"))
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(told).noneMatch(event -> event.payload().prettify().contains("No helper came"));
    }

    @Test
    void nobodyComesOnTheBlackListUnheard() {
        var county = new County("450353");
        county.hasVillages(1);
        var unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        var id = UUID.randomUUID();
        var body = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "colour",
                "BLACK",
                "subjectKind",
                "UNIT",
                "subjectId",
                unit,
                "division",
                county.code() + "000000",
                "reason",
                "No visit for a quarter",
                "grave",
                true));

        supervisor(county)
                .body(with(body, "subjectId", UUID.randomUUID()))
                .post("/v1/lists")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-subject"));
        supervisor(county)
                .body(with(body, "colour", "RED"))
                .post("/v1/lists")
                .then()
                .statusCode(422)
                .body("code", equalTo("black-list-alone"));
        supervisor(county).body(body).post("/v1/lists").then().statusCode(200);
        var region = County.as("region-officer", "45", "region@45");
        list(region, id, "PUBLISH", "").statusCode(409).body("code", equalTo("not-told-yet"));
        list(supervisor(county), id, "NOTIFY", "")
                .statusCode(200)
                .body("entry.replyBy", equalTo(today.plusDays(5).toString()));
        list(region, id, "PUBLISH", "").statusCode(409).body("code", equalTo("time-to-reply"));
        list(county.planner(), id, "REPLY", "").statusCode(422).body("code", equalTo("remark-missing"));
        list(county.planner(), id, "REPLY", "Two were ill").statusCode(200);
        list(supervisor(county), id, "PUBLISH", "").statusCode(409).body("code", equalTo("same-person"));
        list(region, id, "PUBLISH", "")
                .statusCode(200)
                .body("entry.rectifyBy", equalTo(today.plusDays(30).toString()))
                .body("entry.grave", equalTo(true));
        list(county.planner(), id, "RECTIFY", "Others visit now").statusCode(200);
        list(supervisor(county), id, "REJECT", "Not all").statusCode(200).body("entry.state", equalTo("PUBLISHED"));
        listing.expireOn(today.plusYears(2));
        supervisor(county).get("/v1/lists/" + id).then().body("entry.state", equalTo("PUBLISHED"));
        list(county.planner(), id, "RECTIFY", "All now").statusCode(200);
        list(supervisor(county), id, "LIFT", "").statusCode(200).body("entry.endedOn", equalTo(today.toString()));
        var told = Announced.of(id, Announcement.Type.LIST_ENTRY_PUBLISHED, Announcement.Type.LIST_ENTRY_WITHDRAWN);
        assertThat(told.getFirst().payload().getString("subjectId")).isEqualTo(unit.toString());
        assertThat(told.getLast().payload().getString("state")).isEqualTo("LIFTED");
        assertThat(told).noneMatch(event -> event.payload().prettify().contains("No visit for"));
    }

    @Test
    void aSupervisorFindsWhatWasNotPutRightInTime() {
        var county = new County("451090");
        var unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        var late = blackened(county, unit);
        var inTime = blackened(county, unit);
        lastDayToPutRight(today, late, inTime);
        overdue(county).body("items", empty());
        lastDayToPutRight(today.minusDays(1), late);
        overdue(county).body("items.id", contains(late.toString()));
        supervisor(county)
                .get("/v1/lists?overdue=false&state=PUBLISHED&division=" + county.code())
                .then()
                .body("items", hasSize(2));

        list(county.planner(), late, "RECTIFY", "Others visit now").statusCode(200);
        overdue(county).body("items", empty());
        list(supervisor(county), late, "REJECT", "Not all").statusCode(200);
        overdue(county).body("items", empty());
        lastDayToPutRight(today.minusDays(1), late);
        list(county.planner(), late, "RECTIFY", "All now").statusCode(200);
        list(supervisor(county), late, "LIFT", "").statusCode(200);
        overdue(county).body("items", empty());
    }

    /** A unit on the black list. */
    private UUID blackened(County county, UUID unit) {
        var id = UUID.randomUUID();
        supervisor(county)
                .body(Map.of(
                        "id",
                        id,
                        "colour",
                        "BLACK",
                        "subjectKind",
                        "UNIT",
                        "subjectId",
                        unit,
                        "division",
                        county.code() + "000000",
                        "reason",
                        "False visits"))
                .post("/v1/lists")
                .then()
                .statusCode(200);
        list(supervisor(county), id, "NOTIFY", "").statusCode(200);
        list(county.planner(), id, "REPLY", "Two were ill").statusCode(200);
        list(County.as("region-officer", "45", "region@45"), id, "PUBLISH", "").statusCode(200);
        return id;
    }

    private void lastDayToPutRight(LocalDate day, UUID... entries) {
        for (var entry : entries) {
            assertThat(rows.texts("update list_entry set rectify_by = ? where id = ? returning id", day, entry))
                    .hasSize(1);
        }
    }

    private static ValidatableResponse overdue(County county) {
        return supervisor(county)
                .get("/v1/lists?overdue=true&division=" + county.code())
                .then()
                .statusCode(200);
    }

    @Test
    void praiseIsPublishedByAnotherPersonAndEndsWithItsTime() {
        var county = new County("450354");
        county.hasVillages(1);
        Map<String, Object> body = Map.of(
                "colour",
                "RED",
                "subjectKind",
                "DIVISION",
                "division",
                county.village(1),
                "reason",
                "Every household has an order contract");
        String id = supervisor(county)
                .body(body)
                .post("/v1/lists")
                .then()
                .statusCode(200)
                .extract()
                .path("entry.id");
        var entry = UUID.fromString(id);
        list(supervisor(county), entry, "NOTIFY", "").statusCode(422).body("code", equalTo("black-list-alone"));
        list(County.as("region-officer", "45", "region@45"), entry, "PUBLISH", "")
                .statusCode(200)
                .body("entry.rectifyBy", nullValue());
        listing.expireOn(today.plusDays(365));
        supervisor(county)
                .get("/v1/lists?colour=RED&state=PUBLISHED&division=" + county.code())
                .then()
                .body("items", hasSize(1))
                .body("items.colour", everyItem(equalTo("RED")));
        listing.expireOn(today.plusDays(366));
        supervisor(county).get("/v1/lists/" + id).then().body("entry.state", equalTo("EXPIRED"));
        assertThat(Announced.of(entry, Announcement.Type.LIST_ENTRY_PUBLISHED, Announcement.Type.LIST_ENTRY_WITHDRAWN)
                        .getLast()
                        .payload()
                        .getString("state"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void theWeekIsToldWhenItIsOver() throws Exception {
        var county = new County("450355");
        county.hasVillages(2);
        var id = UUID.randomUUID();
        Map<String, Object> body = Map.of("id", id, "division", county.village(1), "title", "No water");
        county.planner().body(body).post("/v1/problems").then().statusCode(200);
        var other = Map.of("division", county.code() + "000000", "title", "No plan");
        county.planner().body(other).post("/v1/problems").then().statusCode(200);
        solve(county.planner(), id, "RESOLVE", "Pipe laid").statusCode(200);
        solve(county.head(), id, "CLOSE", "").statusCode(200);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var place = "/v1/briefings/" + monday + "?division=" + county.code() + "000000";

        briefings.write(monday);
        assertThat(briefings.write(monday)).isFalse();
        county.auditor()
                .get(place)
                .then()
                .statusCode(200)
                .body("total.raised", equalTo(2))
                .body("total.closed", equalTo(1))
                .body("total.open", equalTo(1))
                .body("rows.division", contains(county.code() + "000000", county.code() + "100000"))
                .body("rows.counts.raised", contains(1, 1));
        county.auditor()
                .get("/v1/briefings/" + monday + "?division=450000000000")
                .then()
                .statusCode(200)
                .body("rows.division", contains("450300000000"));
        county.auditor()
                .get("/v1/briefings/" + monday.plusWeeks(1) + "?division=450000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("briefing-not-written"));
        county.auditor()
                .get("/v1/briefings/" + monday.plusDays(1) + "?division=450000000000")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-a-monday"));
        byte[] pdf = county.auditor()
                .accept("application/pdf")
                .get(place)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "briefing.pdf"), pdf);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private String escalated(UUID id, LocalDate day) {
        escalation.on(day);
        return County.as("region-officer", "45", "region@45")
                .get("/v1/problems/" + id)
                .then()
                .extract()
                .path("problem.level");
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var changed = new HashMap<>(body);
        changed.put(name, value);
        changed.put("id", UUID.randomUUID());
        return changed;
    }

    private static Map<String, Object> round(County county, LocalDate monday, String seed) {
        return new HashMap<>(Map.of(
                "division",
                county.code() + "000000",
                "monday",
                monday.toString(),
                "teams",
                2,
                "villagesPerDay",
                1,
                "seed",
                seed));
    }

    private static String day(LocalDate monday, int days) {
        return monday.plusDays(days).toString();
    }

    private static RequestSpecification supervisor(County county) {
        return County.as("supervisor", county.code(), "supervisor@" + county.code());
    }

    private static ValidatableResponse step(RequestSpecification person, String inspection, Map<String, Object> body) {
        return person.body(body)
                .post("/v1/inspections/" + inspection + "/steps")
                .then();
    }

    private static ValidatableResponse solve(RequestSpecification person, UUID problem, String step, String remark) {
        return person.body(Map.of("step", step, "remark", remark))
                .post("/v1/problems/" + problem + "/steps")
                .then();
    }

    private static ValidatableResponse list(RequestSpecification person, UUID entry, String step, String remark) {
        return person.body(Map.of("step", step, "remark", remark))
                .post("/v1/lists/" + entry + "/steps")
                .then();
    }
}
