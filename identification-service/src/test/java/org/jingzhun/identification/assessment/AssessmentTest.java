package org.jingzhun.identification.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.assessment.AssessmentTest.Form.form;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class AssessmentTest {

    private static final String TOWNSHIP = "451031330";
    private static final String VILLAGE = TOWNSHIP + "001";

    /** A filled-in form, changed by tests one text at a time. */
    record Form(String json) {

        static Form form(UUID household, UUID campaign) {
            return new Form("""
                    {"householdId":"%s","campaignId":"%s","round":"FIRST_VISIT","visitedOn":"2016-03-01",\
                    "assessors":["王一","李二"],"signedBy":"户主","mainCause":"ILLNESS","otherCauses":["SCHOOLING"],\
                    "answers":{"C01":["C01-05"],"C02":["C02-02","C02-03"],"C03":["C03-01"],"C04":["C04-03","C04-05"],\
                    "C05":["C05-05"],"C06":["C06-03"],"C07":["C07-04"],"C08":["C08-02"],"C09":["C09-04"],\
                    "C10":["C10-05"],"C11":["C11-06"],"C12":["C12-04"],"C13":["C13-03"],"C14":["C14-03"],\
                    "C15":["C15-01"],"C16":["C16-02","C16-05"],"C17":["C17-02"],"C18":["C18-04"]}}""".formatted(household, campaign));
        }

        Form with(String old, String changed) {
            assertThat(json).contains(old);
            return new Form(json.replace(old, changed));
        }

        String row(UUID id) {
            return "{\"id\":\"" + id + "\"," + json.substring(1);
        }
    }

    private final UUID household = UUID.randomUUID();
    private final UUID campaign = UUID.randomUUID();

    @BeforeEach
    void aHousehold() {
        Places.known(TOWNSHIP, 1);
        imported("households", List.of(People.household(household, VILLAGE)));
    }

    private static ValidatableResponse put(UUID id, Form form) {
        return as("surveyor", TOWNSHIP)
                .body(form.json())
                .put("/v1/assessments/" + id)
                .then();
    }

    @Test
    void aVisitIsScoredAndTheScoreExplainsItself() {
        UUID id = UUID.randomUUID();
        String etag = put(id, form(household, campaign))
                .statusCode(201)
                .body("score", equalTo(57))
                .body("scorecard", equalTo("GX-2015"))
                .body("villageCode", equalTo(VILLAGE))
                .body("contributions.find { it.item == 'C01-05' }.points", equalTo(11))
                .body("subtotals", hasSize(18))
                .body("subtotals.find { it.category == 'C04' }.points", equalTo(5))
                .body("subtotals.find { it.category == 'C04' }.capped", equalTo(1))
                .extract()
                .header("ETag");

        as("auditor", TOWNSHIP)
                .get("/v1/assessments/" + id)
                .then()
                .statusCode(200)
                .header("ETag", etag)
                .body("answers.C16", contains("C16-02", "C16-05"))
                .body("assessors", contains("王一", "李二"));
        as("auditor", TOWNSHIP)
                .get("/v1/assessments/" + id + "/proof")
                .then()
                .statusCode(200)
                .body("stored", equalTo(57))
                .body("recomputed.total", equalTo(57))
                .body("agrees", is(true));
        as("auditor", "451031999").get("/v1/assessments/" + id).then().statusCode(404);
    }

    @Test
    void aVisitIsCorrectedWithTheRevisionThatWasSeen() {
        UUID id = UUID.randomUUID();
        String etag = put(id, form(household, campaign)).extract().header("ETag");
        Form corrected = form(household, campaign)
                .with("C01-05", "C01-01")
                .with("\"signedBy\"", VisitFormTest.ALTERATION + ",\"signedBy\"");

        put(id, corrected).statusCode(428);
        as("surveyor", TOWNSHIP)
                .header("If-Match", etag)
                .body(corrected.json())
                .put("/v1/assessments/" + id)
                .then()
                .statusCode(200)
                .body("score", equalTo(46));
        as("surveyor", TOWNSHIP)
                .header("If-Match", etag)
                .body(corrected.json())
                .put("/v1/assessments/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void placeDebtsAndIncomeAreKept() {
        UUID id = UUID.randomUUID();
        put(
                        id,
                        form(household, campaign)
                                .with(
                                        "\"signedBy\"",
                                        "\"location\":{\"latitude\":24.77,\"longitude\":105.34},"
                                                + "\"debts\":\"1234.50\",\"income\":\"0.05\",\"signedBy\""))
                .statusCode(201);
        JsonPath stored = as("surveyor", TOWNSHIP).get("/v1/assessments/" + id).jsonPath();
        assertThat(stored.getDouble("location.latitude")).isEqualTo(24.77);
        assertThat(stored.getString("debts")).isEqualTo("1234.50");
        assertThat(stored.getString("income")).isEqualTo("0.05");
    }

    @Test
    void answersThatCannotBeScoredAreRefusedEachWithItsReason() {
        Form form = form(household, campaign);
        put(UUID.randomUUID(), form.with("[\"C01-05\"]", "[\"C01-05\",\"C01-06\"]"))
                .statusCode(422)
                .body("code", equalTo("several-items"))
                .body("errors.pointer", contains("/answers/C01"));
        put(UUID.randomUUID(), form.with("C05-05", "C05-99"))
                .statusCode(422)
                .body("errors.code", hasItem("unknown-item"));
        put(UUID.randomUUID(), form.with("\"C05\":", "\"C99\":"))
                .statusCode(422)
                .body("errors.code", hasItem("unknown-category"));
        put(UUID.randomUUID(), form.with("[\"C02-02\",", "[\"C02-02\",\"C02-02\","))
                .statusCode(422)
                .body("code", equalTo("repeated-item"));
        put(UUID.randomUUID(), form.with("[\"C02-02\",", "[\"C02-01\",\"C02-02\","))
                .statusCode(422)
                .body("code", equalTo("zero-item-with-others"));
        put(UUID.randomUUID(), form.with(",\"C18\":[\"C18-04\"]", ""))
                .statusCode(422)
                .body("code", equalTo("category-missing"));
        put(UUID.randomUUID(), form.with("\"signedBy\"", "\"scorecard\":\"GX-2014\",\"signedBy\""))
                .statusCode(422)
                .body("code", equalTo("no-scorecard"));
        put(UUID.randomUUID(), form.with("2016-03-01", "2014-03-01"))
                .statusCode(422)
                .body("code", equalTo("no-scorecard"));
    }

    @Test
    void aVisitNeedsTwoPeopleAndTheSecondVisitOthers() {
        put(UUID.randomUUID(), form(household, campaign).with("[\"王一\",\"李二\"]", "[\"王一\"]"))
                .statusCode(422)
                .body("code", equalTo("too-few-assessors"));
        put(UUID.randomUUID(), form(household, campaign).with("[\"王一\",\"李二\"]", "[\"王一\",\"王一\"]"))
                .statusCode(422)
                .body("code", equalTo("too-few-assessors"));
        put(UUID.randomUUID(), form(household, campaign)).statusCode(201);
        put(UUID.randomUUID(), form(household, campaign)).statusCode(409).body("code", equalTo("visit-recorded"));

        Form second = form(household, campaign).with("FIRST_VISIT", "SECOND_VISIT");
        put(UUID.randomUUID(), second.with("李二", "赵三")).statusCode(409).body("code", equalTo("same-assessors"));
        put(UUID.randomUUID(), second.with("王一", "赵三").with("李二", "钱四")).statusCode(201);
    }

    @Test
    void anUnknownHouseholdAndCausesNamedTwiceAreRefused() {
        put(UUID.randomUUID(), form(UUID.randomUUID(), campaign))
                .statusCode(422)
                .body("code", equalTo("unknown-household"));
        put(UUID.randomUUID(), form(household, campaign).with("[\"SCHOOLING\"]", "[\"ILLNESS\"]"))
                .statusCode(422)
                .body("code", equalTo("causes-not-different"));
        put(
                        UUID.randomUUID(),
                        form(household, campaign).with("[\"SCHOOLING\"]", "[\"SCHOOLING\",\"DISASTER\",\"OTHER\"]"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/otherCauses"));
    }

    @Test
    void assessmentsInBulkAreScoredAsSingleOnesAre() {
        UUID id = UUID.randomUUID();
        List<String> rows = List.of(form(household, campaign).row(id));
        assertThat(imported("assessments", rows).getInt("inserted")).isEqualTo(1);
        assertThat(imported("assessments", rows).getInt("unchanged")).isEqualTo(1);
        as("auditor", TOWNSHIP)
                .get("/v1/assessments/" + id + "/proof")
                .then()
                .body("stored", equalTo(57))
                .body("agrees", is(true));
    }

    @Test
    void assessmentsInBulkThatTheRulesForbidAreSetAside() {
        UUID other = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        imported("households", List.of(People.household(other, VILLAGE), People.household(third, VILLAGE)));
        Form form = form(household, campaign);
        Form second = form.with("FIRST_VISIT", "SECOND_VISIT");
        JsonPath result = imported(
                "assessments",
                List.of(
                        form.row(UUID.randomUUID()),
                        form.row(UUID.randomUUID()),
                        second.row(UUID.randomUUID()),
                        form(other, campaign)
                                .with("C01-05\"]", "C01-05\",\"C01-06\"]")
                                .row(UUID.randomUUID()),
                        form(other, campaign).with("C05-05", "C05-99").row(UUID.randomUUID()),
                        form(other, campaign)
                                .with("[\"王一\",\"李二\"]", "[\"王一\"]")
                                .row(UUID.randomUUID()),
                        form(other, campaign)
                                .with("\"signedBy\"", "\"scorecard\":\"GX-2014\",\"signedBy\"")
                                .row(UUID.randomUUID()),
                        form(UUID.randomUUID(), campaign).row(UUID.randomUUID()),
                        form(third, campaign).with("2016-03-01", "2014-03-01").row(UUID.randomUUID()),
                        form(third, campaign).row(UUID.randomUUID()),
                        form(third, campaign).with("[\"C05-05\"]", "5").row(UUID.randomUUID())));
        assertThat(rejections(result))
                .containsExactlyInAnyOrder(
                        "2 /householdId repeated-row",
                        "3 /assessors same-assessors",
                        "4 /answers several-items",
                        "5 /answers unknown-item",
                        "6 /assessors not-list",
                        "7 /scorecard other-scorecard",
                        "8 /householdId unknown-household",
                        "9 /visitedOn no-scorecard",
                        "11 /answers answers-format");
        assertThat(result.getInt("inserted")).isEqualTo(2);
        assertThat(rejections(imported("assessments", List.of(form.row(UUID.randomUUID())))))
                .containsExactly("1 /round visit-recorded");
    }

    @Test
    void assessmentsInBulkCanBeATable() {
        UUID id = UUID.randomUUID();
        String job = as("system", "45")
                .contentType("text/csv")
                .body("""
                        id,householdId,campaignId,round,visitedOn,assessors,answers,signedBy,mainCause,otherCauses
                        %s,%s,%s,FIRST_VISIT,2016-03-01,王一 李二,%s,户主,ILLNESS,SCHOOLING DISABILITY
                        """.formatted(
                                id,
                                household,
                                campaign,
                                "C01-05 C02-02 C02-03 C03-01 C04-03 C04-05 C05-05 C06-03 C07-04 C08-02 C09-04 C10-05 C11-06"
                                        + " C12-04 C13-03 C14-03 C15-01 C16-02 C16-05 C17-02 C18-04")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=assessments")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        org.awaitility.Awaitility.await().untilAsserted(() -> as("system", "45")
                .get("/v1/jobs/" + job)
                .then()
                .body("state", equalTo("SUCCEEDED"))
                .body("result.inserted", equalTo(1)));
        as("auditor", TOWNSHIP).get("/v1/assessments/" + id).then().body("score", equalTo(57));
    }

    @Test
    void answersOfAScorecardThatNobodyHasAreRefusedAsAWhole() {
        as("system", "45")
                .contentType("application/x-ndjson")
                .body(form(household, campaign).row(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=assessments&scorecard=GX-2014")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-scorecard"));
    }
}
