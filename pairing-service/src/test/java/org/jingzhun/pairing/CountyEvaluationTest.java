package org.jingzhun.pairing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counties are evaluated by what stood on the last day of the year, and fail by their targets whatever the points. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class CountyEvaluationTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int YEAR = 2019;
    private static final String ENDED = "2020-05-01";

    @Inject
    Rows rows;

    @Test
    void whoWasPoorAndWhoHadAHelperIsCountedAsOfTheLastDay() {
        County county = new County("970301");
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);

        UUID poorAndPaired = household(county, "POOR", "2016-01-15");
        paired(county, poorAndPaired, helper, "2018-03-01", null);
        UUID pairedLater = household(county, "POOR", "2016-01-15");
        paired(county, pairedLater, helper, "2020-03-01", null);
        UUID exitedInTheYear = household(county, "EXITED", "2016-01-15", "POOR 2016-01-15", "EXITED 2019-11-20");
        paired(county, exitedInTheYear, helper, "2018-03-01", null);
        UUID exitedLater = household(county, "EXITED", "2016-01-15", "POOR 2016-01-15", "EXITED 2020-11-20");
        paired(county, exitedLater, helper, "2018-03-01", ENDED);
        UUID exitedLaterToldAlone = household(county, "EXITED", "2016-01-15", "EXITED 2020-11-20");
        paired(county, exitedLaterToldAlone, helper, "2018-03-01", "2019-12-30");
        household(county, "POOR", "2020-02-01");
        household(county, "POOR", "2020-02-01", "POOR 2020-02-01");
        household(county, "EXITED", "2016-01-15");
        household(county, "EXITED", "2016-01-15", "POOR 2016-01-15", "EXITED 2018-11-20", "RETURNED 2020-03-01");
        UUID returned = household(
                county, "EXITED", "2016-01-15", "EXITED 2018-11-20", "RETURNED 2019-03-01", "EXITED 2020-11-20");
        paired(county, returned, helper, "2018-03-01", "2019-12-31");

        result(ordered(county::planner, county.code() + "000000", "COUNTY"), county)
                .body("figures.criterion", contains("TARGETS", "VISITS", "PAIRED", "PROBLEMS"))
                .body("figures[2].reached", equalTo(3))
                .body("figures[2].due", equalTo(5));
    }

    @Test
    void aCountyThatMissesItsTargetByFarFailsWhateverThePoints() {
        County missing = new County("970302");
        County keeping = new County("970303");
        target(missing, 100);
        exited(missing, 59);
        target(keeping, 100);
        exited(keeping, 60);
        problems(missing, 20);
        problems(keeping, 20);
        result(ordered(missing::planner, missing.code() + "000000", "COUNTY"), missing)
                .body("figures[0].reached", equalTo(59))
                .body("figures[0].due", equalTo(100))
                .body("score", equalTo(70.71f))
                .body("grade", equalTo("FAILED"))
                .body("vetoes", contains("TARGETS_BELOW"));
        result(ordered(keeping::planner, keeping.code() + "000000", "COUNTY"), keeping)
                .body("figures[0].reached", equalTo(60))
                .body("grade", equalTo("PASSED"))
                .body("vetoes", empty());
    }

    /** A unit of the city stands under its code, which is no county. */
    @Test
    void theCountiesOfACityAreEvaluatedAndTheCityIsNone() {
        UUID unit = UUID.randomUUID();
        city().body(Map.of("name", "市财政局", "level", "CITY", "division", "970400000000"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200);
        UUID helper = UUID.randomUUID();
        city().body(Map.of("name", "覃干部", "unitId", unit, "post", "科员", "rank", "ORDINARY", "skills", List.of()))
                .put("/v1/helpers/" + helper)
                .then()
                .statusCode(200);
        for (String code : List.of("970401", "970402")) {
            County county = new County(code);
            county.unit(UUID.randomUUID(), "COUNTY").statusCode(200);
            household(county, "POOR", "2016-01-15");
        }
        results(ordered(CountyEvaluationTest::city, "970400000000", "COUNTY"))
                .body("items.subject", contains("970401000000", "970402000000"))
                .body("items.figures.collect { it[2].due }", contains(1, 1));
        results(ordered(CountyEvaluationTest::city, "970400000000", "HELPER"))
                .body("items.subject", contains(helper.toString()));
    }

    /** @param history each as {@code STATUS day} */
    private UUID household(County county, String status, String registeredOn, String... history) {
        UUID id = UUID.randomUUID();
        long village = Long.parseLong(county.village(1));
        rows.texts("""
                insert into observed_household (id, village_code, hamlet, householder, persons, status, main_cause,
                                                other_causes, ethnicity, labourers, attribute, registered_on, revision)
                values (?, ?, '上屯', '李大山', 4, ?, 'ILLNESS', '{}', '06', 2, 'GENERAL', ?::date, 9)
                returning id""", id, village, status, registeredOn);
        for (int each = 0; each < history.length; each++) {
            String[] step = history[each].split(" ", 2);
            rows.texts("""
                    insert into observed_status (household_id, status, since, village_code, revision)
                    values (?, ?, ?::date, ?, ?) returning household_id""", id, step[0], step[1], village, each + 1L);
        }
        return id;
    }

    private void paired(County county, UUID household, UUID helper, String since, @Nullable String until) {
        rows.texts(
                """
                insert into pairing (id, household_id, village_code, helper_id, since, until, state, ended_by, reason, revision)
                values (uuidv7(), ?, ?, ?, ?::date, nullif(?, '')::date, ?, nullif(?, ''), nullif(?, ''), 1) returning id
                """,
                household,
                Long.parseLong(county.village(1)),
                helper,
                since,
                until == null ? "" : until,
                until == null ? "ACTIVE" : "CLOSED",
                until == null ? "" : "CLOSE",
                until == null ? "" : "Words");
    }

    private void target(County county, int persons) {
        UUID target = UUID.randomUUID();
        long division = Long.parseLong(county.code() + "000000");
        county.unit(UUID.randomUUID(), "COUNTY").statusCode(200);
        rows.texts("""
                insert into target (id, division, measure, first_year, final_year, total, at_least, document, set_by, set_at)
                values (?, ?, 'PERSONS_OUT', 2019, 2019, ?, 0, 'Plan', 'test', now()) returning id""", target, division, persons);
        rows.texts(
                "insert into target_year (target_id, year, division, due) values (?, 2019, ?, ?) returning target_id",
                target,
                division,
                persons);
    }

    private void exited(County county, int persons) {
        rows.texts(
                """
                insert into observed_exit (household_id, exited_on, village_code, persons, exit_year, revision)
                values (?, '2019-11-30', ?, ?, 2019, 2) returning household_id""",
                household(county, "EXITED", "2016-01-15", "POOR 2016-01-15", "EXITED 2019-11-30"),
                Long.parseLong(county.village(1)),
                persons);
    }

    /** All solved in time: the whole points of the criterion. */
    private void problems(County county, int count) {
        for (int each = 0; each < count; each++) {
            rows.texts("""
                    insert into problem (id, division, title, details, source, level, state, rule_version, raised_on, deadline,
                      escalations)
                    values (uuidv7(), ?::bigint, 'No road', '', 'REPORTED', 'COUNTY', 'OPEN', 'WEEK-2016', ?, ?, 0) returning id
                    """, county.village(1), LocalDate.of(YEAR, 3, 1), LocalDate.of(YEAR, 3, 8));
        }
    }

    private static RequestSpecification city() {
        return County.as("city-officer", "9704", "writer@9704");
    }

    private static String ordered(Supplier<RequestSpecification> person, String division, String kind) {
        String id = person.get()
                .body(Map.of("year", YEAR, "division", division, "subjectKind", kind))
                .post("/v1/evaluations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(SOON)
                .until(() -> person.get().get("/v1/jobs/" + id).jsonPath().getString("state"), "SUCCEEDED"::equals);
        return id;
    }

    private static ValidatableResponse result(String evaluation, County county) {
        return county.auditor()
                .get("/v1/evaluations/" + evaluation + "/results/" + county.code() + "000000")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse results(String evaluation) {
        return city().get("/v1/evaluations/" + evaluation + "/results").then().statusCode(200);
    }
}
