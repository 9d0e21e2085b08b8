package org.jingzhun.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Thing;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class HttpConventionsTest {

    private static final long VILLAGE = 451031100201L;

    @Inject
    Things things;

    private static RequestSpecification officer(String area) {
        return given().auth().oauth2(Tokens.of("county-officer", area)).contentType(ContentType.JSON);
    }

    private void thereAre(int rows, long village) {
        CallerScope.run(Caller.system("test"), () -> {
            for (int row = 0; row < rows; row++) {
                things.put(new Thing(UUID.randomUUID(), village, "thing " + row, 1));
            }
        });
    }

    @Test
    void aListIsReadPieceByPieceToItsEnd() {
        thereAre(7, 450101001001L);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            var page = officer("450101")
                    .get("/v1/things?limit=3&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("items.id"));
            after = page.path("next");
        } while (after != null);
        assertThat(seen).hasSize(7).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdThatIsTakenInAnotherAreaIsRefusedAndNothingMoreIsTold() {
        UUID id = UUID.randomUUID();
        String body = "{\"id\":\"%s\",\"villageCode\":%d,\"name\":\"n\",\"revision\":1}";
        officer("450103")
                .body(body.formatted(id, 450103001001L))
                .put("/v1/things/new")
                .then()
                .statusCode(204);
        String hidden = body.formatted(id, 450104001001L);
        officer("450104")
                .body(hidden)
                .put("/v1/things/new")
                .then()
                .statusCode(409)
                .body("code", equalTo("id-taken"));
        officer("450104")
                .body(hidden)
                .post("/v1/things/new")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflicts-with-stored-data"));
    }

    @Test
    void whatOnlyTheDatabaseRefusesIsNoFaultOfTheService() {
        officer("450105")
                .body("{\"id\":\"%s\",\"villageCode\":450105001001,\"name\":\"refused\",\"revision\":1}"
                        .formatted(UUID.randomUUID()))
                .post("/v1/things/new")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflicts-with-stored-data"))
                .body("detail", containsString("thing_name_check"));
    }

    @Test
    void aWholeListComesAsNdjsonOrAsCsvForSpreadsheets() {
        thereAre(2500, 450102001001L);
        String ndjson = officer("450102")
                .accept(Lists.NDJSON)
                .get("/v1/things")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ndjson.lines()).hasSize(2500).allMatch(line -> line.startsWith("{\"id\":"));

        String csv = officer("450102")
                .accept(Lists.CSV)
                .get("/v1/things")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).startsWith("\uFEFFid,villageCode,name,revision");
        assertThat(csv.lines()).hasSize(2501);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1, '=1+1",
                "＝1+1, '＝1+1",
                "@SUM(1), '@SUM(1)",
                "+8613800000000, '+8613800000000",
                "-1+1, '-1+1",
                "-12.50, -12.50",
                "\" =1+1\", \"' =1+1\"",
                "\"\t=1+1\", \"'\t=1+1\"",
                "a=b, a=b",
            })
    void aSpreadsheetRunsNoFormulaOutOfACell(String text, String cell) {
        UUID id = UUID.randomUUID();
        CallerScope.run(Caller.system("test"), () -> things.put(new Thing(id, 450103001001L, text, 1)));
        officer("450103")
                .accept(Lists.CSV)
                .get("/v1/things")
                .then()
                .body(containsString(id + ",450103001001," + cell + ",1"));
    }

    @Test
    void aForeignAreaSeesNothingAndMayWriteNothing() {
        thereAre(1, VILLAGE);
        officer("511024").get("/v1/things").then().statusCode(200).body("items.size()", equalTo(0));
        assertThat(CallerScope.call(
                        Caller.system("test"), () -> things.list(null, 1000).items()))
                .isNotEmpty();
        officer("511024")
                .header("If-Match", "\"0\"")
                .body(new Thing(UUID.randomUUID(), VILLAGE, "foreign", 1))
                .put("/v1/things?current=0")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void withoutATransactionNobodySeesAnything() {
        thereAre(1, VILLAGE);
        assertThat(CallerScope.call(Caller.system("test"), () -> things.read(null, 10)))
                .isEmpty();
    }

    @Test
    void tokensThatDoNotHoldAreRefused() {
        given().get("/v1/things").then().statusCode(401).body("code", equalTo("token-required"));
        for (String token : List.of(
                Tokens.expired("county-officer", "451031"),
                Tokens.ofForeignIssuer("county-officer", "451031"),
                Tokens.inTheNameOf("https://elsewhere.test", "county-officer", "451031"),
                "no token at all")) {
            given().auth()
                    .oauth2(token)
                    .get("/v1/things")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
        given().auth()
                .oauth2(Tokens.of("auditor", "451031"))
                .get("/v1/things")
                .then()
                .statusCode(403)
                .body("code", equalTo("role-required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":                                                | 400 | malformed-json",
                "{\"nonsense\": 1}                                       | 400 | unknown-field",
                "{\"id\": \"not an id\"}                                 | 400 | wrong-type",
                "{\"villageCode\": 1}                                    | 400 | invalid-fields",
                "{\"villageCode\": 1, \"villageCode\": 1}                | 400 | repeated-field",
                "{\"villageCode\": 1} x                                  | 400 | malformed-json",
                "{\"name\": \"a\\u0000\"}                                 | 400 | unusable-character",
                "{\"name\": \"a\\ud800\"}                                 | 400 | unusable-character",
            })
    void bodiesThatCannotBeReadAreExplained(String body, int status, String code) {
        officer("451031")
                .header("If-Match", "\"0\"")
                .body(body)
                .put("/v1/things")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("instance", equalTo("/v1/things"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nonsense\": 1}       | en | The field nonsense (at line:column",
                "{\"nonsense\": 1}       | zh | 字段 nonsense(行:列",
                "{\"id\": \"not an id\"} | en | /id",
                "{\"id\": \"not an id\"} | zh | /id",
            })
    void aBadFieldIsToldWithItsValuesFilledIn(String body, String language, String told) {
        officer("451031")
                .header("If-Match", "\"0\"")
                .header("Accept-Language", language)
                .body(body)
                .put("/v1/things")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString(told))
                .body("errors[0].detail", not(containsString("{")));
    }

    @Test
    void eachBadFieldIsNamed() {
        officer("451031")
                .header("If-Match", "\"0\"")
                .body("{\"id\":\"" + UUID.randomUUID() + "\",\"villageCode\":0,\"name\":\"" + "x".repeat(21) + "\"}")
                .put("/v1/things")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/villageCode"))
                .body("errors.pointer", hasItem("/name"));
        officer("451031").get("/v1/things?limit=1001").then().statusCode(400).body("errors[0].code", equalTo("max"));
        officer("451031").get("/v1/things?after=zzz").then().statusCode(400).body("code", equalTo("bad-cursor"));
    }

    @Test
    void tenMegabytesOfJsonAreTooMuch() {
        String body = "{\"name\":\"" + "x".repeat(10_000_000) + "\"}";
        officer("451031")
                .header("If-Match", "\"0\"")
                .body(body)
                .put("/v1/things")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void problemsSpeakTheLanguageOfTheClient() {
        officer("451031")
                .header("Accept-Language", "zh-CN,en;q=0.5")
                .get("/v1/nowhere")
                .then()
                .statusCode(404)
                .body("title", equalTo("未找到"))
                .header("Content-Language", "zh-CN");
        officer("451031")
                .header("Accept-Language", "zh-CN")
                .header("If-Match", "\"0\"")
                .body("{\"villageCode\": 1}")
                .put("/v1/things")
                .then()
                .statusCode(400)
                .body("errors.detail", everyItem(matchesPattern(".*\\p{IsHan}.*")));
        officer("451031")
                .header("Accept-Language", "fr")
                .get("/v1/nowhere")
                .then()
                .body("title", equalTo("Not found"));
    }

    @Test
    void aChangeSaysWhichRevisionItHasSeen() {
        var thing = new Thing(UUID.randomUUID(), VILLAGE, "revised", 8);
        officer("451031")
                .body(thing)
                .put("/v1/things?current=7")
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        officer("451031")
                .header("If-Match", "\"6\"")
                .body(thing)
                .put("/v1/things?current=7")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-revision"))
                .body("errors", nullValue());
        officer("451031")
                .header("If-Match", "\"7\"")
                .body(thing)
                .put("/v1/things?current=7")
                .then()
                .statusCode(200)
                .header("ETag", "\"8\"");
    }

    @Test
    void wrongMethodsAndMediaTypesAreProblemsToo() {
        officer("451031").delete("/v1/things").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        officer("451031")
                .accept("image/png")
                .get("/v1/things")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
        officer("451031")
                .accept("application/problem+json")
                .get("/v1/things")
                .then()
                .statusCode(200);
        officer("451031")
                .contentType("text/plain")
                .body("x")
                .put("/v1/things")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        officer("451031")
                .contentType("text/plain")
                .body("a text where an object of one text is expected")
                .post("/v1/once")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }
}
