package org.jingzhun.identification.adjustment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Checked.found;
import static org.jingzhun.identification.testing.Checked.openRound;
import static org.jingzhun.identification.testing.Checked.plan;
import static org.jingzhun.identification.testing.Checked.post;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** A county is checked by another, and what was found is corrected to its end. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class QualityCheckStoryTest {

    private static final String CITY = "4510";
    private static final String CHECKER = "451018";
    private static final String EVERYBODY = """
            "stratification":"VILLAGE","standings":["POOR","UNREGISTERED"],"sampleSize":5,"seed":"2017130",\
            "seedSource":"双色球2017130期"\
            """;

    private static ValidatableResponse step(String check, String step) {
        return post("city-officer", CITY, "/v1/quality-checks/" + check + "/steps", "{\"step\":\"" + step + "\"}");
    }

    private static ValidatableResponse correct(String role, String area, String check, UUID household, String body) {
        return post(role, area, "/v1/quality-checks/" + check + "/sample/" + household + "/correction", body);
    }

    @Test
    void aCountyIsCheckedByAnotherAndTheRoundEndsWhenEverythingIsSettled() {
        County county = Registered.register(
                new County("451017", 14500, 2)
                        .household("甲", 1, 1, 46)
                        .household("乙", 1, 1, 49)
                        .household("丙", 2, 1, 51)
                        .household("丁", 2, 1, 54)
                        .household("戊", 2, 1, 57),
                2,
                4);
        var unused = new County(CHECKER, 18300, 1);
        String round = openRound("city-officer", CITY, "451000000000", 2017, 1)
                .statusCode(201)
                .body("stage", equalTo("OPEN"))
                .extract()
                .path("id");
        refusesBadPlans(county, round);
        String check = plan(
                        "city-officer",
                        CITY,
                        round,
                        "CROSS_CHECK",
                        "451017000000",
                        "\"checker\":\"451018000000\"," + EVERYBODY)
                .statusCode(201)
                .body("check.stage", equalTo("PLANNED"))
                .extract()
                .path("check.id");
        drawsOnceAndProvesIt(county, check);
        findsWhatItSees(county, check);
        correctsToTheEnd(county, check);
        closeRound(round).statusCode(409).body("code", equalTo("quality-checks-open"));
        closes(county, check);
        county.county()
                .accept("application/json")
                .get("/v1/households/" + county.household("丁") + "/archive?reason=核查归档")
                .then()
                .statusCode(200)
                .body(
                        "sections.find { it.name == 'quality-checks' }.tables[0].rows.finding",
                        hasItem("WRONG_INCLUSION"))
                .body("sections.find { it.name == 'quality-checks' }.tables[0].rows.link", hasItem("TRANSITION"));
        closeRound(round).statusCode(200).body("stage", equalTo("CLOSED"));
        plan("city-officer", CITY, round, "INSPECTION", "451017000000", EVERYBODY)
                .statusCode(409)
                .body("code", equalTo("adjustment-round-closed"));
        as("city-officer", CITY)
                .get("/v1/adjustment-rounds/" + round)
                .then()
                .body("flows.find { it.kind == 'REGISTERED' }.households", greaterThanOrEqualTo(4))
                .body("flows.kind", hasItem("REMOVED"));
    }

    private static ValidatableResponse closeRound(String round) {
        return post("city-officer", CITY, "/v1/adjustment-rounds/" + round + "/steps", "{\"step\":\"CLOSE\"}");
    }

    private static void refusesBadPlans(County county, String round) {
        String target = "451017000000";
        Map<String, String> byChecker = Map.of(
                target,
                "checker-of-the-own",
                "451017100000",
                "checker-of-the-own",
                "451018100000",
                "checker-of-another-level",
                "460000000000",
                "unknown-division");
        byChecker.forEach((checker, code) -> plan(
                        "city-officer",
                        CITY,
                        round,
                        "CROSS_CHECK",
                        target,
                        "\"checker\":\"" + checker + "\"," + EVERYBODY)
                .statusCode(422)
                .body("code", equalTo(code)));
        plan("city-officer", CITY, round, "CROSS_CHECK", target, EVERYBODY)
                .statusCode(422)
                .body("code", equalTo("checker-unfitting"));
        plan("city-officer", CITY, round, "INSPECTION", target, "\"checker\":\"451018000000\"," + EVERYBODY)
                .statusCode(422)
                .body("code", equalTo("checker-unfitting"));
        plan("city-officer", CITY, round, "INSPECTION", "451000000000", EVERYBODY)
                .statusCode(422)
                .body("code", equalTo("check-target-unfitting"));
        plan("county-officer", county.code(), round, "INSPECTION", target, EVERYBODY)
                .statusCode(403)
                .body("code", equalTo("check-ordered-from-above"));
        plan("city-officer", CITY, round, "INSPECTION", target, EVERYBODY.replace("\"seed\":\"2017130\",", ""))
                .statusCode(400);
    }

    private static void drawsOnceAndProvesIt(County county, String check) {
        step(check, "CLOSE").statusCode(409).body("code", equalTo("step-not-open"));
        as("city-officer", CITY)
                .get("/v1/quality-checks/" + check + "/proof")
                .then()
                .statusCode(409);
        step(check, "DRAW")
                .statusCode(200)
                .body("check.stage", equalTo("DRAWN"))
                .body("check.frameHouseholds", equalTo(5))
                .body("results.sampled", equalTo(5));
        step(check, "DRAW").statusCode(409).body("code", equalTo("step-not-open"));
        step(check, "CANCEL").statusCode(409).body("code", equalTo("step-not-open"));
        as("city-officer", CITY)
                .get("/v1/quality-checks/" + check + "/proof")
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("strata.name", contains(county.village(1), county.village(2)))
                .body("strata.sampled", contains(2, 3))
                .body("households", hasSize(5));
        as("auditor", county.code())
                .get("/v1/quality-checks/" + check + "/frame")
                .then()
                .statusCode(200)
                .body("items", hasSize(5));
        String sample = "/v1/quality-checks/" + check + "/sample";
        as("township-officer", CHECKER + "100")
                .get(sample)
                .then()
                .statusCode(200)
                .body("items.householder", containsInAnyOrder("甲", "乙", "丙", "丁", "戊"))
                .body("items.standing", hasItem("UNREGISTERED"));
        as("village-officer", county.village(1)).get(sample).then().body("items", hasSize(2));
        as("county-officer", "451019").get(sample).then().statusCode(404);
        as("county-officer", "451019").get("/v1/quality-checks/" + check).then().statusCode(404);
        as("county-officer", CHECKER)
                .get("/v1/households/" + county.household("甲"))
                .then()
                .statusCode(404);
    }

    private static void findsWhatItSees(County county, String check) {
        String photo = "\"照片\"";
        found("county-officer", county.code(), check, county.household("甲"), "OK", "")
                .statusCode(403)
                .body("code", equalTo("not-the-checker"));
        found("city-officer", CITY, check, county.household("甲"), "OK", "").statusCode(403);
        found("county-officer", CHECKER, check, county.household("甲"), "OK", "").statusCode(200);
        found("county-officer", CHECKER, check, county.household("甲"), "OK", "").statusCode(428);
        found("county-officer", CHECKER, check, county.household("乙"), "MISSED", photo)
                .statusCode(422)
                .body("code", equalTo("quality-finding-unfitting"));
        found("county-officer", CHECKER, check, county.household("乙"), "WRONG_INCLUSION", "")
                .statusCode(422)
                .body("code", equalTo("quality-evidence-missing"));
        found("county-officer", CHECKER, check, county.household("乙"), "WRONG_INCLUSION", photo)
                .statusCode(200)
                .body("correction", equalTo("OPEN"));
        found("township-officer", CHECKER + "100", check, county.household("丙"), "DATA_ERROR", photo)
                .statusCode(200);
        found("county-officer", CHECKER, check, county.household("戊"), "MISSED", photo)
                .statusCode(200);
        step(check, "CLOSE").statusCode(409).body("code", equalTo("sample-unchecked"));
        found("county-officer", CHECKER, check, county.household("丁"), "WRONG_INCLUSION", photo)
                .statusCode(200);
        step(check, "CLOSE").statusCode(409).body("code", equalTo("findings-unsettled"));
        correct("county-officer", county.code(), check, county.household("甲"), "{\"refutation\":\"无\"}")
                .statusCode(409)
                .body("code", equalTo("nothing-to-correct"));
    }

    private static void correctsToTheEnd(County county, String check) {
        UUID second = county.household("乙");
        String rejected = Corrections.removal(county, "乙");
        String link = "{\"link\":\"TRANSITION\",\"linkedId\":\"%s\"}";
        correct("county-officer", CHECKER, check, second, link.formatted(rejected))
                .statusCode(403)
                .body("code", equalTo("not-the-checked"));
        correct("county-officer", county.code(), check, second, link.formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("correction-link-unfitting"));
        correct(
                        "county-officer",
                        county.code(),
                        check,
                        second,
                        link.formatted(rejected).replace("TRANSITION", "CHANGE"))
                .statusCode(422);
        correct("county-officer", county.code(), check, second, "{\"link\":\"REGISTER\",\"refutation\":\"无\"}")
                .statusCode(400);
        correct("county-officer", county.code(), check, second, link.formatted(rejected))
                .statusCode(200)
                .body("correction", equalTo("UNDER_WAY"));
        found("county-officer", CHECKER, check, second, "OK", "").statusCode(428);
        String sampled = "/v1/quality-checks/" + check + "/sample/" + second;
        as("county-officer", CHECKER)
                .header("If-Match", as("county-officer", CHECKER).get(sampled).header("ETag"))
                .body("{\"finding\":\"OK\",\"facts\":\"入户核实\",\"evidence\":[],\"checkers\":[\"韦一\",\"陆二\"],"
                        + "\"checkedOn\":\"2017-11-20\"}")
                .put(sampled)
                .then()
                .statusCode(409)
                .body("code", equalTo("correction-begun"));
        Corrections.reject(county, "乙", rejected);
        correct(
                        "county-officer",
                        county.code(),
                        check,
                        county.household("丁"),
                        link.formatted(Corrections.removed(county, "丁")))
                .statusCode(200)
                .body("correction", equalTo("CORRECTED"));
        correct(
                        "county-officer",
                        county.code(),
                        check,
                        county.household("丙"),
                        link.formatted(Corrections.changed(county, "丙")).replace("TRANSITION", "CHANGE"))
                .statusCode(200)
                .body("correction", equalTo("CORRECTED"));
        correct("county-officer", county.code(), check, county.household("戊"), "{\"link\":\"REGISTER\"}")
                .statusCode(200)
                .body("correction", equalTo("UNDER_WAY"));
        step(check, "CLOSE").statusCode(409).body("code", equalTo("findings-unsettled"));
        correct("county-officer", CHECKER, check, county.household("戊"), "{\"refutation\":\"家在县城有房\"}")
                .statusCode(403);
        correct("city-officer", CITY, check, county.household("戊"), "{\"refutation\":\"家在县城有房\"}")
                .statusCode(200)
                .body("correction", equalTo("NOT_UPHELD"));
    }

    private static void closes(County county, String check) {
        step(check, "CLOSE")
                .statusCode(200)
                .body("check.stage", equalTo("CLOSED"))
                .body("results.unsettled", equalTo(0))
                .body("results.rates.find { it.finding == 'WRONG_INCLUSION' }.found", equalTo(1))
                .body("results.rates.find { it.finding == 'WRONG_INCLUSION' }.notUpheld", equalTo(1))
                .body("results.rates.find { it.finding == 'WRONG_INCLUSION' }.rate", equalTo(25.0f))
                .body("results.rates.find { it.finding == 'WRONG_INCLUSION' }.low", equalTo(4.56f))
                .body("results.rates.find { it.finding == 'WRONG_INCLUSION' }.high", equalTo(69.94f))
                .body("results.rates.find { it.finding == 'MISSED' }.checked", equalTo(1))
                .body("results.rates.find { it.finding == 'DATA_ERROR' }.rate", equalTo(20.0f));
        as("county-officer", CHECKER)
                .get("/v1/quality-checks/" + check + "/sample?correction=CORRECTED")
                .then()
                .body("items.householder", containsInAnyOrder("丙", "丁"));
        found("county-officer", CHECKER, check, county.household("甲"), "OK", "")
                .statusCode(409)
                .body("code", equalTo("quality-check-not-under-way"));
    }
}
