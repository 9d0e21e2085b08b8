package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A year is evaluated: what was due, what was done, which grade, and what fails whatever the points. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class EvaluationStoryTest {

    private static final int YEAR = 2019;
    private static final String DUTY = "DUTY-2016";

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Inject
    Rows rows;

    private final County county = new County("450358");
    private final UUID unit = UUID.randomUUID();
    private final UUID diligent = UUID.randomUUID();
    private final UUID lazy = UUID.randomUUID();
    private final UUID idle = UUID.randomUUID();

    @Test
    void aYearIsEvaluatedByWhatWasDoneInIt() {
        county.unit(unit, "COUNTY").statusCode(200);
        for (var helper : List.of(diligent, lazy, idle)) {
            county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        }
        paired(diligent, LocalDate.of(YEAR, 2, 10), 10, 10);
        paired(lazy, LocalDate.of(YEAR - 1, 5, 1), 6, 3);

        order(county.planner(), "450359000000", "HELPER", YEAR)
                .statusCode(403)
                .body("code", equalTo("foreign-division"));
        order(county.planner(), county.code() + "000000", "HELPER", 2015)
                .statusCode(422)
                .body("code", equalTo("no-policy-yet"));
        order(county.planner(), county.code() + "000000", "HELPER", 2099)
                .statusCode(422)
                .body("code", equalTo("nothing-to-evaluate"));
        String id = computed("HELPER");
        result(id, diligent)
                .body("score", equalTo(100.0f))
                .body("grade", equalTo("EXCELLENT"))
                .body("figures.criterion", contains("VISITS", "INCOMES"))
                .body("figures.reached", contains(10, 10))
                .body("figures.due", contains(10, 10));
        result(id, lazy)
                .body("score", equalTo(42.5f))
                .body("grade", equalTo("FAILED"))
                .body("figures.reached", contains(6, 3))
                .body("figures.due", contains(12, 12))
                .body("vetoes", empty());
        result(id, idle).body("score", nullValue()).body("grade", equalTo("NOT_EVALUATED"));
        county.auditor()
                .get("/v1/evaluations/" + id + "/results/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        county.auditor()
                .get("/v1/evaluations/" + id + "/results?limit=2")
                .then()
                .body("items", hasSize(2));
        county.auditor()
                .get("/v1/evaluations/" + id + "/results?grade=FAILED")
                .then()
                .body("items.subject", contains(lazy.toString()));

        String units = computed("UNIT");
        result(units, unit).body("figures.reached", contains(16, 13)).body("figures.due", contains(22, 22));

        step(county.planner(), id, "CONFIRM").statusCode(409).body("code", equalTo("same-person"));
        step(county.head(), id, "CONFIRM").statusCode(200).body("evaluation.stage", equalTo("CONFIRMED"));
        var told = Announced.of(UUID.fromString(id), Announcement.Type.EVALUATION_PUBLISHED)
                .getFirst()
                .payload();
        assertThat(told.getInt("results")).isEqualTo(3);
        assertThat(told.getString("duty")).isEqualTo(DUTY);
        step(county.head(), id, "DISCARD").statusCode(409).body("code", equalTo("step-not-open"));
        order(county.planner(), county.code() + "000000", "HELPER", YEAR)
                .statusCode(409)
                .body("code", equalTo("evaluation-confirmed"));
        county.auditor()
                .get("/v1/evaluations?year=" + YEAR + "&division=" + county.code())
                .then()
                .body("items.id", hasItem(id))
                .body("items.results", hasItem(3));
        aGraveEntryFailsWhateverThePoints();
    }

    private void aGraveEntryFailsWhateverThePoints() {
        var entry = UUID.randomUUID();
        var supervisor = County.as("supervisor", county.code(), "supervisor@" + county.code());
        supervisor
                .body(Map.of(
                        "id",
                        entry,
                        "colour",
                        "BLACK",
                        "subjectKind",
                        "UNIT",
                        "subjectId",
                        unit,
                        "division",
                        county.code() + "000000",
                        "reason",
                        "False visits",
                        "grave",
                        true))
                .post("/v1/lists")
                .then()
                .statusCode(200);
        list(supervisor, entry, "NOTIFY").statusCode(200);
        list(county.planner(), entry, "REPLY").statusCode(200);
        list(County.as("region-officer", "45", "region@45"), entry, "PUBLISH").statusCode(200);
        rows.texts("update list_entry set published_on = ? where id = ? returning id", LocalDate.of(YEAR, 6, 1), entry);
        result(computed("UNIT"), unit).body("grade", equalTo("FAILED")).body("vetoes", contains("GRAVE_ENTRY"));
    }

    @Test
    void aCountyIsEvaluatedByItsExitsItsVisitsItsHelpersAndItsProblems() {
        var other = new County("450359");
        other.hasVillages(1);
        other.registers(1, "ILLNESS", 4);
        for (int escalations = 0; escalations < 3; escalations++) {
            rows.texts("""
                    insert into problem (id, division, title, details, source, level, state, rule_version, raised_on, deadline,
                      escalations)
                    values (uuidv7(), ?::bigint, 'No road', '', 'REPORTED', 'COUNTY', 'OPEN', 'WEEK-2016', ?, ?, ?) returning id
                    """, other.village(1), LocalDate.of(YEAR, 3, 1), LocalDate.of(YEAR, 3, 8), escalations);
        }
        String id = other.computed(order(other.planner(), other.code() + "000000", "COUNTY", YEAR)
                .statusCode(202)
                .extract()
                .path("id"));
        other.auditor()
                .get("/v1/evaluations/" + id + "/results/" + other.code() + "000000")
                .then()
                .statusCode(200)
                .body("figures.criterion", contains("TARGETS", "VISITS", "PAIRED", "PROBLEMS"))
                .body("figures.reached[3]", equalTo(1))
                .body("figures.due[3]", equalTo(3))
                .body("figures.due[0]", equalTo(0));
    }

    /** A pairing of the past with visits in its first months, some of them with an income. */
    private void paired(UUID helper, LocalDate since, int visits, int incomes) {
        var household = UUID.randomUUID();
        var pairing =
                rows.texts("""
                insert into pairing (id, household_id, village_code, helper_id, since, revision)
                values (uuidv7(), ?, ?::bigint, ?, ?, 1) returning id
                """, household, county.village(1), helper, since).getFirst();
        var first = since.isBefore(LocalDate.of(YEAR, 1, 1)) ? LocalDate.of(YEAR, 1, 5) : LocalDate.of(YEAR, 3, 5);
        for (int month = 0; month < visits; month++) {
            boolean withIncome = month < incomes;
            var added = rows.texts(
                    """
                    insert into visit (id, household_id, village_code, helper_id, helper_name, pairing_id, visited_on, said_on,
                      content, risks, income_items, income_fen, recorded_at)
                    select uuidv7(), ?, ?::bigint, ?, 'Helper', ?::uuid, day, day, '看望', '{}', ?::text[], ?::bigint[],
                      now()
                    from (select ?::date as day) d returning id
                    """,
                    household,
                    county.village(1),
                    helper,
                    pairing,
                    withIncome ? "{A50-1}" : "{}",
                    withIncome ? "{100}" : "{}",
                    first.plusMonths(month));
            assertThat(added).hasSize(1);
        }
    }

    private String computed(String kind) {
        return county.computed(order(county.planner(), county.code() + "000000", kind, YEAR)
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse order(RequestSpecification person, String division, String kind, int year) {
        return person.body(Map.of("year", year, "division", division, "subjectKind", kind))
                .post("/v1/evaluations")
                .then();
    }

    private ValidatableResponse result(String evaluation, UUID subject) {
        return county.auditor()
                .get("/v1/evaluations/" + evaluation + "/results/" + subject)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse step(RequestSpecification person, String evaluation, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/evaluations/" + evaluation + "/steps")
                .then();
    }

    private static ValidatableResponse list(RequestSpecification person, UUID entry, String step) {
        return person.body(Map.of("step", step, "remark", "Words"))
                .post("/v1/lists/" + entry + "/steps")
                .then();
    }
}
