package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** Found absence lowers the grades of persons and teams, and takes tenths of a point from their unit and their township. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class AbsenceEvaluationTest {

    private static final County COUNTY = new County("451277");
    private static final int YEAR = 2019;

    @Inject
    Rows rows;

    private final UUID sending = UUID.randomUUID();
    private final UUID otherUnit = UUID.randomUUID();
    private final UUID township = UUID.randomUUID();
    private final UUID otherTownship = UUID.randomUUID();
    private final UUID once = UUID.randomUUID();
    private final UUID twice = UUID.randomUUID();
    private final UUID thrice = UUID.randomUUID();
    private final UUID clerk = UUID.randomUUID();

    @Test
    void eachAbsenceCostsItsPersonTheGradeAndItsUnitsATenth() {
        COUNTY.hasVillages(2);
        COUNTY.unit(sending, "COUNTY").statusCode(200);
        COUNTY.unit(otherUnit, "COUNTY").statusCode(200);
        government(township, "100");
        government(otherTownship, "200");
        COUNTY.link(sending, COUNTY.village(1)).statusCode(201);
        COUNTY.link(otherUnit, COUNTY.village(2)).statusCode(201);
        for (UUID helper : List.of(once, twice)) {
            COUNTY.helper(helper, sending, "ORDINARY", List.of()).statusCode(200);
        }
        COUNTY.helper(thrice, otherUnit, "ORDINARY", List.of()).statusCode(200);
        COUNTY.helper(clerk, township, "ORDINARY", List.of()).statusCode(200);
        resident(once, "FIRST_SECRETARY", 1);
        resident(twice, "TEAM_MEMBER", 1);
        resident(thrice, "FIRST_SECRETARY", 2);
        for (UUID helper : List.of(once, twice, clerk)) {
            visitedEachMonth(helper);
        }
        absent(once, 1, "03-04");
        absent(once, 1, YEAR - 1, "12-20");
        absent(twice, 1, "05-06");
        absent(twice, 1, "09-02");
        for (String day : List.of("02-01", "06-01", "10-01")) {
            absent(thrice, 2, day);
        }

        String helpers = computed("HELPER");
        COUNTY.auditor().get("/v1/evaluations/" + helpers).then().body("evaluation.duty", equalTo("DUTY-2016"));
        result(helpers, once.toString())
                .body("score", equalTo(100.0f))
                .body("absences", equalTo(1))
                .body("gradeLimit", equalTo("GOOD"))
                .body("grade", equalTo("GOOD"));
        result(helpers, twice.toString())
                .body("score", equalTo(100.0f))
                .body("absences", equalTo(2))
                .body("gradeLimit", equalTo("PASSED"))
                .body("grade", equalTo("PASSED"));
        result(helpers, thrice.toString())
                .body("score", nullValue())
                .body("absences", equalTo(3))
                .body("gradeLimit", equalTo("FAILED"))
                .body("grade", equalTo("FAILED"));
        result(helpers, clerk.toString())
                .body("absences", equalTo(0))
                .body("gradeLimit", nullValue())
                .body("grade", equalTo("EXCELLENT"));

        String teams = computed("TEAM");
        result(teams, COUNTY.village(1)).body("absences", equalTo(2)).body("gradeLimit", equalTo("PASSED"));
        result(teams, COUNTY.village(2)).body("absences", equalTo(3)).body("grade", equalTo("FAILED"));

        String units = computed("UNIT");
        unit(units, sending, 3, 0.30f).body("score", equalTo(99.70f)).body("grade", equalTo("EXCELLENT"));
        unit(units, otherUnit, 3, 0.30f).body("score", nullValue()).body("grade", equalTo("NOT_EVALUATED"));
        unit(units, township, 6, 0.60f).body("score", equalTo(99.40f));
        unit(units, otherTownship, 0, 0.00f);
    }

    private static void government(UUID unit, String township) {
        COUNTY.planner()
                .body(Map.of(
                        "name",
                        "Township " + township,
                        "level",
                        "TOWNSHIP",
                        "division",
                        COUNTY.code() + "000000",
                        "seat",
                        COUNTY.code() + township + "000"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200);
    }

    private static void resident(UUID helper, String kind, int village) {
        COUNTY.planner()
                .body(Map.of(
                        "kind", kind, "helperId", helper, "division", COUNTY.village(village), "since", "2018-01-01"))
                .post("/v1/links")
                .then()
                .statusCode(201);
    }

    private static void absent(UUID helper, int village, String day) {
        absent(helper, village, YEAR, day);
    }

    private static void absent(UUID helper, int village, int year, String day) {
        COUNTY.planner()
                .body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "helperId",
                        helper,
                        "villageCode",
                        COUNTY.village(village),
                        "kind",
                        "ABSENCE",
                        "firstOn",
                        year + "-" + day,
                        "lastOn",
                        year + "-" + day))
                .post("/v1/duty-records")
                .then()
                .statusCode(200);
    }

    /** A pairing of the whole year with a visit and an income in each month. */
    private void visitedEachMonth(UUID helper) {
        UUID household = UUID.randomUUID();
        String pairing = rows.texts("""
                insert into pairing (id, household_id, village_code, helper_id, since, revision)
                values (uuidv7(), ?, ?::bigint, ?, '2018-05-01', 1) returning id
                """, household, COUNTY.village(1), helper).getFirst();
        for (int month = 0; month < 12; month++) {
            assertThat(rows.texts(
                            """
                            insert into visit (id, household_id, village_code, helper_id, helper_name, pairing_id,
                              visited_on, said_on, content, risks, income_items, income_fen, recorded_at)
                            select uuidv7(), ?, ?::bigint, ?, 'Helper', ?::uuid, day, day, '看望', '{}', '{A50-1}', '{100}',
                              now()
                            from (select ?::date as day) d returning id
                            """,
                            household,
                            COUNTY.village(1),
                            helper,
                            pairing,
                            LocalDate.of(YEAR, 1, 5).plusMonths(month)))
                    .hasSize(1);
        }
    }

    private static String computed(String kind) {
        return COUNTY.computed(COUNTY.planner()
                .body(Map.of("year", YEAR, "division", COUNTY.code() + "000000", "subjectKind", kind))
                .post("/v1/evaluations")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse result(String evaluation, String subject) {
        return COUNTY.auditor()
                .get("/v1/evaluations/" + evaluation + "/results/" + subject)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse unit(String evaluation, UUID unit, int absences, float deduction) {
        return result(evaluation, unit.toString())
                .body("absences", equalTo(absences))
                .body("gradeLimit", nullValue())
                .body("deduction", equalTo(deduction));
    }
}
