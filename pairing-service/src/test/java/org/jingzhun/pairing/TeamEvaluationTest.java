package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

/** Resident teams are evaluated by days in the village, discipline, visits and targets. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class TeamEvaluationTest {

    private static final County COUNTY = new County("450377");

    @Inject
    Rows rows;

    @Test
    void aTeamIsEvaluatedByWhatItDidInItsVillage() {
        COUNTY.hasVillages(3);
        UUID unit = UUID.randomUUID();
        UUID otherUnit = UUID.randomUUID();
        UUID secretary = UUID.randomUUID();
        UUID member = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        COUNTY.unit(unit, "COUNTY").statusCode(200);
        COUNTY.unit(otherUnit, "COUNTY").statusCode(200);
        COUNTY.helper(secretary, unit, "ORDINARY", List.of()).statusCode(200);
        COUNTY.helper(member, unit, "ORDINARY", List.of()).statusCode(200);
        COUNTY.helper(other, otherUnit, "ORDINARY", List.of()).statusCode(200);
        COUNTY.link(unit, COUNTY.village(1)).statusCode(201);
        COUNTY.link(otherUnit, COUNTY.village(2)).statusCode(201);
        resident(secretary, "FIRST_SECRETARY", 1, "2018-12-01");
        resident(member, "TEAM_MEMBER", 1, "2019-01-01");
        resident(other, "FIRST_SECRETARY", 2, "2019-01-15");

        note(own(secretary), secretary, 1, "PRESENT", "2019-01-01", "2019-12-31");
        note(own(member), member, 1, "PRESENT", "2019-01-01", "2019-06-30");
        String leave = note(own(member), member, 1, "LEAVE", "2019-08-01", "2019-08-10");
        COUNTY.planner()
                .body(Map.of("step", "GRANT"))
                .post("/v1/duty-records/" + leave + "/steps")
                .then()
                .statusCode(200);
        note(COUNTY.planner(), member, 1, "ABSENCE", "2019-09-02", "2019-09-02");
        note(own(other), other, 2, "PRESENT", "2019-02-01", "2019-12-31");
        visited(secretary, 6);
        target();
        grave(otherUnit);

        String id = COUNTY.computed(COUNTY.planner()
                .body(Map.of("year", 2019, "division", COUNTY.code() + "000000", "subjectKind", "TEAM"))
                .post("/v1/evaluations")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        COUNTY.auditor()
                .get("/v1/evaluations/" + id)
                .then()
                .body("evaluation.criteria", equalTo("TEAM-2016"))
                .body("evaluation.results", equalTo(2));
        result(id, 1)
                .statusCode(200)
                .body("figures.criterion", contains("DUTY_DAYS", "PRESENCE", "VISITS", "TARGETS"))
                .body("figures.points", contains(30, 10, 30, 30))
                .body("figures.reached", contains(360, 23, 6, 8))
                .body("figures.due", contains(470, 24, 12, 10))
                .body("score", equalTo(71.56f))
                .body("grade", equalTo("PASSED"))
                .body("vetoes", empty());
        result(id, 2)
                .body("figures.reached", contains(220, 11, 0, 0))
                .body("figures.due", contains(220, 11, 0, 0))
                .body("score", equalTo(100.0f))
                .body("grade", equalTo("FAILED"))
                .body("vetoes", contains("GRAVE_ENTRY"));
        result(id, 3).statusCode(404);
    }

    private ValidatableResponse result(String evaluation, int village) {
        return COUNTY.auditor()
                .get("/v1/evaluations/" + evaluation + "/results/" + COUNTY.village(village))
                .then();
    }

    /** A pairing in the first village with visits in so many months. */
    private void visited(UUID helper, int months) {
        UUID household = UUID.randomUUID();
        String pairing = rows.texts("""
                insert into pairing (id, household_id, village_code, helper_id, since, revision)
                values (uuidv7(), ?, ?::bigint, ?, '2018-05-01', 1) returning id
                """, household, COUNTY.village(1), helper).getFirst();
        for (int month = 0; month < months; month++) {
            rows.texts(
                    """
                    insert into visit (id, household_id, village_code, helper_id, helper_name, pairing_id, visited_on, said_on,
                      content, risks, income_items, income_fen, recorded_at)
                    select uuidv7(), ?, ?::bigint, ?, 'Helper', ?::uuid, day, day, '看望', '{}', '{}', '{}', now()
                    from (select ?::date as day) d returning id
                    """,
                    household,
                    COUNTY.village(1),
                    helper,
                    pairing,
                    LocalDate.of(2019, 1, 5).plusMonths(month));
        }
    }

    /** Ten persons of the first village were to leave poverty, eight did. */
    private void target() {
        long village = Long.parseLong(COUNTY.village(1));
        UUID household = UUID.randomUUID();
        UUID target = UUID.randomUUID();
        rows.texts("""
                insert into observed_household (id, village_code, hamlet, householder, persons, status, main_cause,
                                                other_causes, ethnicity, labourers, attribute, registered_on, revision)
                values (?, ?, '上屯', '李大山', 8, 'EXITED', 'ILLNESS', '{}', '06', 2, 'GENERAL', '2016-01-15', 2)
                returning id""", household, village);
        rows.texts("""
                insert into observed_exit (household_id, exited_on, village_code, persons, exit_year, revision)
                values (?, '2019-11-30', ?, 8, 2019, 2) returning household_id""", household, village);
        rows.texts("""
                insert into target (id, division, measure, first_year, final_year, total, at_least, document, set_by, set_at)
                values (?, ?, 'PERSONS_OUT', 2019, 2019, 10, 0, 'Plan', 'test', now()) returning id""", target, village);
        rows.texts(
                "insert into target_year (target_id, year, division, due) values (?, 2019, ?, 10) returning target_id",
                target,
                village);
    }

    private void grave(UUID unit) {
        rows.texts("""
                insert into list_entry (id, colour, subject_kind, subject_id, division, reason, grave, state, rule_version,
                                        published_on, expires_on)
                values (uuidv7(), 'BLACK', 'UNIT', ?, ?::bigint, 'False visits', true, 'PUBLISHED', 'LIST-2016',
                        '2019-06-01', '2019-12-01') returning id""", unit, COUNTY.code() + "000000");
    }

    private static void resident(UUID helper, String kind, int village, String since) {
        COUNTY.planner()
                .body(Map.of("kind", kind, "helperId", helper, "division", COUNTY.village(village), "since", since))
                .post("/v1/links")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification own(UUID helper) {
        return given().filter(Contract.filter())
                .auth()
                .oauth2(Tokens.ofHelper(COUNTY.code(), helper.toString()))
                .contentType(ContentType.JSON);
    }

    private static String note(
            RequestSpecification person, UUID helper, int village, String kind, String from, String to) {
        UUID id = UUID.randomUUID();
        person.body(Map.of(
                        "id",
                        id,
                        "helperId",
                        helper,
                        "villageCode",
                        COUNTY.village(village),
                        "kind",
                        kind,
                        "firstOn",
                        from,
                        "lastOn",
                        to))
                .post("/v1/duty-records")
                .then()
                .statusCode(200);
        return id.toString();
    }
}
