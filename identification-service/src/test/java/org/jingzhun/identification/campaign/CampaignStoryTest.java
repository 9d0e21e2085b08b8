package org.jingzhun.identification.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** From the first visit to the register, as the officers of a county do it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class CampaignStoryTest {

    /** Of 12 persons 7 may be poor: 甲 (3, vetoed), 乙 (2), 丙 (3), 丁 and 戊 (2 and 1, tied), 己 (1). */
    private static County storyCounty() {
        return new County("451029", 9000, 2)
                .household("甲", 1, 3, 46)
                .household("乙", 1, 2, 49)
                .household("丙", 2, 3, 51)
                .household("丁", 1, 2, 54)
                .household("戊", 2, 1, 54)
                .household("己", 2, 1, 57)
                .begun(7, 0);
    }

    @Test
    void aCountyFindsItsPoorThroughNineGates() {
        PlatformResource.connectOutbox();
        County county = storyCounty();
        refusesWhatIsOutOfOrder(county);
        showsTheNoticeToEverybody(county);
        county.taken(2, "FIRST_REVIEW", "SECOND_VISIT", "SECOND_APPRAISAL", "SECOND_NOTICE");
        screensAndResolves(county);
        drawsTheLine(county);
        county.taken(2, "SECOND_REVIEW", "ANNOUNCEMENT");
        county.take("ANNOUNCEMENT", 1).statusCode(409).body("code", equalTo("already-announced"));
        registersThoseWithinTheLine(county);
        tellsOthers(county);
    }

    private static void refusesWhatIsOutOfOrder(County county) {
        county.take("FIRST_REVIEW", 1).statusCode(409).body("code", equalTo("gate-not-open"));
        county.take("FIRST_VISIT", 1, "county-officer", "somebody")
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(409)
                .body("code", equalTo("rounds-not-visited"));
        county.taken(1, "FIRST_VISIT");
        as("village-officer", county.village(1))
                .body("""
                        {"step":"FIRST_APPRAISAL","signers":["黄某"],"minutes":{"present":19,"entitled":30,"votes":19}}""")
                .post("/v1/rounds/" + county.round(1) + "/steps")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-quorum"));
        as("village-officer", county.village(2))
                .get("/v1/rounds/" + county.round(1))
                .then()
                .statusCode(404);
        county.taken(1, "FIRST_APPRAISAL", "FIRST_NOTICE");
        for (String gate : List.of("FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE")) {
            county.take(gate, 2).statusCode(200);
        }
    }

    private static void showsTheNoticeToEverybody(County county) {
        given().filter(Contract.filter())
                .get("/v1/rounds/" + county.round(1) + "/notice")
                .then()
                .statusCode(200)
                .body("rows.number", contains(1, 2, 3))
                .body("rows.householder", contains("甲", "乙", "丁"))
                .body("rows[0].hamlet", equalTo("上屯"))
                .body("rows[0].persons", is(3))
                .body("rows[0].keySet().size()", is(4));
        given().get("/v1/rounds/" + county.round(1)).then().statusCode(401);
    }

    private static void screensAndResolves(County county) {
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-screened"));
        Client.importedFrom(
                "VEHICLE",
                List.of(
                        record(county.idNumber("甲"), "五菱宏光小型客车", "2014-05-01", "45000.00"),
                        record(county.idNumber("乙"), "二手摩托车", "2014-05-01", "1500.00"),
                        record(county.idNumber("丙"), "比亚迪F3轿车", "2015-12-20", "52000.00")));
        JsonPath first = county.screened();
        assertThat(first.getInt("found")).isEqualTo(3);
        assertThat(first.getInt("open")).isEqualTo(1);
        assertThat(first.getInt("noted")).isEqualTo(2);
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(409)
                .body("code", equalTo("open-flags"));
        String flag = county.county()
                .get("/v1/flags?campaign=" + county.campaign() + "&state=OPEN")
                .then()
                .statusCode(200)
                .body("items.householdId", contains(county.household("甲").toString()))
                .body("items[0].veto", equalTo("VEHICLE"))
                .body("items[0].value", equalTo("45000.00"))
                .extract()
                .path("items[0].id");
        var resolved = imported(
                "county-officer", county.code(), "flag-resolutions", List.of("""
                        {"flagId":"%s","resolution":"CONFIRMED","reason":"车在家中","evidence":"照片1"}""".formatted(flag), """
                        {"flagId":"%s","resolution":"CONFIRMED","reason":"没有此疑点"}""".formatted(
                                UUID.randomUUID())));
        assertThat(resolved.getInt("updated")).isEqualTo(1);
        assertThat(resolved.getInt("rejected")).isEqualTo(1);
        county.county()
                .body("{\"resolution\":\"DISMISSED\",\"reason\":\"误\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(409)
                .body("code", equalTo("flag-not-open"));
        JsonPath again = county.screened();
        assertThat(again.getInt("found")).isZero();
        assertThat(again.getInt("confirmed")).isEqualTo(1);
        assertThat(again.getInt("open")).isZero();
    }

    private static void drawsTheLine(County county) {
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("origin", equalTo("QUOTA"))
                .body("score", is(51))
                .body("households", is(2))
                .body("persons", is(5))
                .body("next.score", is(54))
                .body("next.persons", is(3))
                .body("explanation", containsString("decided together"));
        county.county()
                .get("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200)
                .body("ties.score", contains(49, 51, 54, 57))
                .body("ties.personsThrough", contains(2, 5, 8, 9));
        county.county()
                .get("/v1/campaigns/" + county.campaign() + "/ranking?limit=4")
                .then()
                .statusCode(200)
                .body("items.rank", contains(null, 1, 2, 3))
                .body("items.within", contains(false, true, true, false))
                .body("items[2].cumulativePersons", is(5));
        String ranking = county.county()
                .accept("text/csv")
                .get("/v1/campaigns/" + county.campaign() + "/ranking")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ranking.lines()).hasSize(7);
        as("township-officer", county.township())
                .get("/v1/campaigns/" + county.campaign() + "/ranking")
                .then()
                .statusCode(403)
                .body("code", equalTo("county-required"));
        as("village-officer", county.village(1))
                .get("/v1/rounds/" + county.round(1) + "/candidates")
                .then()
                .statusCode(200)
                .body("items.decision", contains("VETOED", "WITHIN", "BEYOND"))
                .body("items.rank", contains(null, 1, 3))
                .body("items[0].vetoes", contains("VEHICLE"));
    }

    private static void registersThoseWithinTheLine(County county) {
        county.county()
                .get("/v1/register?division=" + county.code() + "&status=POOR&year=2015")
                .then()
                .statusCode(200)
                .body("items.householder", contains("乙", "丙"))
                .body("next", nullValue());
        county.county()
                .get("/v1/register/" + county.household("乙"))
                .then()
                .statusCode(200)
                .body("entry.mainCause", equalTo("ILLNESS"))
                .body("entry.otherCauses", contains("SCHOOLING"))
                .body("entry.scorecard", equalTo("GX-2015"))
                .body("entry.lineVersion", is(1))
                .body("entry.documentNumber", equalTo("隆政发〔2015〕1号"))
                .body("history", hasSize(1))
                .body("history[0].kind", equalTo("REGISTERED"))
                .body("helper", nullValue());
        county.county().get("/v1/register/" + county.household("甲")).then().statusCode(404);
        as("auditor", "451031")
                .get("/v1/register/" + county.household("乙"))
                .then()
                .statusCode(404);
        county.county()
                .get("/v1/households/" + county.household("乙"))
                .then()
                .statusCode(200)
                .body("status", equalTo("POOR"))
                .body("mainCause", equalTo("ILLNESS"));
        as("village-officer", county.village(1))
                .get("/v1/households/" + county.household("乙") + "/support")
                .then()
                .statusCode(200)
                .body("villageAllocations", hasSize(0));
        given().get("/v1/rounds/" + county.round(1) + "/notice").then().statusCode(404);
    }

    private static void tellsOthers(County county) {
        String key = county.household("丙").toString();
        ConsumerRecord<String, String> message = Topic.await("identification.register", key);
        assertThat(Topic.headers(message))
                .containsAllEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_source", "/identification-service",
                        "ce_type", "org.jingzhun.identification.household-registered",
                        "ce_subject", key))
                .containsKeys("ce_id", "ce_time");
        assertThat(message.value())
                .contains("\"householdId\":\"" + key + "\"", "\"villageCode\":\"" + county.village(2) + "\"")
                .contains("\"persons\":3", "\"status\":\"POOR\"", "\"attribute\":\"GENERAL\"", "\"ethnicity\":\"08\"")
                .contains("\"score\":51", "\"year\":2015", "\"revision\":1")
                .doesNotContain("idNumber", "phone", "health", county.idNumber("丙"));
    }

    private static String record(String idNumber, String fact, String effectiveOn, String value) {
        return """
                {"idNumber":"%s","fact":"%s","effectiveOn":"%s","value":"%s"}""".formatted(idNumber, fact, effectiveOn, value);
    }
}
