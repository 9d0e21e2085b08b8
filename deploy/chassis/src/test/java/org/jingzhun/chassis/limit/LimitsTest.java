package org.jingzhun.chassis.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Thing;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit, reached over HTTP. Each test is a subject of its own, so that none takes from another's allowance. */
@QuarkusTest
@TestProfile(Tight.class)
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class LimitsTest {

    private static final String COUNTY = "451031";

    @Inject
    Things things;

    @Inject
    Database database;

    private static String token(String subject) {
        return Tokens.of("county-officer", COUNTY, subject);
    }

    private static ValidatableResponse list(String token, String language) {
        return given().auth()
                .oauth2(token)
                .header("Accept-Language", language)
                .get("/v1/things?limit=1")
                .then();
    }

    @Test
    void whoSendsMoreThanItMayIsToldWhenToComeAgainAndNobodyElseIsHeldUp() throws InterruptedException {
        String hasty = token("hasty");
        list(hasty, "en")
                .statusCode(200)
                .header("RateLimit-Limit", Integer.toString(Tight.AT_ONCE))
                .header("RateLimit-Remaining", Integer.toString(Tight.AT_ONCE - 1))
                .header("RateLimit-Reset", "1");
        ValidatableResponse refused = untilRefused(hasty, "en");
        refused.contentType("application/problem+json")
                .body("code", equalTo("too-many-requests"))
                .header("RateLimit-Remaining", "0")
                .header("Retry-After", "1");
        untilRefused(hasty, "zh-CN").body("title", equalTo("请求过多"));
        list(token("another"), "en").statusCode(200);

        Thread.sleep(Duration.ofSeconds(Long.parseLong(refused.extract().header("Retry-After"))));
        list(hasty, "en").statusCode(200);
    }

    private static ValidatableResponse untilRefused(String token, String language) {
        return untilRefused(() -> list(token, language), 3 * Tight.AT_ONCE);
    }

    /** The first answer that says so: on a slow machine a request is left again by the time of the next. */
    private static ValidatableResponse untilRefused(Supplier<ValidatableResponse> request, int atMost) {
        return Stream.generate(request)
                .limit(atMost)
                .filter(answer -> answer.extract().statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was refused"));
    }

    @Test
    void aChangeBeyondTheLimitIsNotMade() {
        String hasty = token("hasty at changing");
        untilRefused(hasty, "en");
        var last = new AtomicReference<UUID>();
        untilRefused(
                () -> {
                    last.set(UUID.randomUUID());
                    return make(hasty, last.get());
                },
                3 * Tight.AT_ONCE);
        assertThat(database.count("select count(*) from thing where id = ?", last.get()))
                .isZero();
    }

    private static ValidatableResponse make(String token, UUID id) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"id\":\"%s\",\"villageCode\":451031100201,\"name\":\"n\",\"revision\":1}".formatted(id))
                .put("/v1/things/new")
                .then();
    }

    @Test
    void guessingTokensIsBoundedByAddressAndDoesNotShutOutColleaguesBehindIt() {
        int guesses = 3 * Tight.ANONYMOUS_AT_ONCE;
        untilRefused(
                () -> {
                    ValidatableResponse answer = list(Tokens.ofForeignIssuer("county-officer", COUNTY), "en");
                    return answer.statusCode(oneOf(401, 429));
                },
                guesses);
        untilRefused(() -> given().get("/v1/things").then().statusCode(oneOf(401, 429)), guesses)
                .body("code", equalTo("too-many-requests"));
        list(token("colleague"), "en").statusCode(200);
    }

    @Test
    void aBodyThatStandsStillIsGivenUpAndNothingIsStored() throws IOException {
        UUID id = UUID.randomUUID();
        try (var slow = new RawHttp(RestAssured.port)) {
            String answer = slow.head(
                            "PUT /v1/things/new",
                            Map.of(
                                    "Authorization", "Bearer " + token("slow"),
                                    "Content-Type", "application/json",
                                    "Accept-Language", "zh-CN",
                                    "Content-Length", "1000"))
                    .send("{\"id\":\"" + id + "\",")
                    .all();
            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":\"body-too-slow\"", "请求体发送过慢");
        }
        assertThat(database.count("select count(*) from thing where id = ?", id))
                .isZero();
    }

    @Test
    void anImportThatTricklesIsGivenUpAndNothingIsStaged() throws IOException, InterruptedException {
        long jobs = database.count("select count(*) from job");
        try (var slow = new RawHttp(RestAssured.port)) {
            slow.head(
                    "POST /v1/imports?kind=parcels",
                    Map.of(
                            "Authorization", "Bearer " + token("trickling"),
                            "Content-Type", "application/x-ndjson",
                            "Transfer-Encoding", "chunked"));
            for (int line = 0; line < 4; line++) {
                slow.send("a\r\n{\"id\":\"123\r\n");
                Thread.sleep(Duration.ofMillis(400));
            }
            assertThat(slow.all()).startsWith("HTTP/1.1 408 ").contains("\"code\":\"body-too-slow\"");
        }
        assertThat(database.count("select count(*) from job")).isEqualTo(jobs);
        await().atMost(Duration.ofSeconds(10)).until(() -> database.count("select count(*) from staging_parcel") == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things/..%2f..%2fq/health",
                "/v1/things/%2e%2e/%2e%2e/q/health",
                "/v1/things/../../q/health",
                "/v1/things/./personal",
                "/v1//things",
                "/v1/things/a%5cb",
                "/v1/things;jsessionid=1",
                "/v1/things%3Bjsessionid=1",
                "/v1/things%00",
                "/v1/things/%252e%252e",
                "/v1/things%0d%0aX-Evil:%201",
            })
    void aPathThatProxyAndServiceCouldReadDifferentlyIsRefused(String path) throws IOException {
        try (var raw = new RawHttp(RestAssured.port)) {
            String answer = raw.head(
                            "GET " + path,
                            Map.of(
                                    "Authorization",
                                    "Bearer " + token("path " + path.hashCode()),
                                    "Connection",
                                    "close"))
                    .all();
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"path-not-plain\"")
                    .doesNotContain("X-Evil: 1");
        }
    }

    @Test
    void noValueOfARequestBecomesAHeaderOfItsAnswer() throws IOException {
        try (var raw = new RawHttp(RestAssured.port)) {
            String answer = raw.head(
                            "GET /v1/things?after=%0d%0aX-Evil:%201",
                            Map.of(
                                    "Authorization", "Bearer " + token("injecting"),
                                    "Accept-Language", "zh-CN, x=%0d%0aX-Evil: 1",
                                    "traceparent", "00-%0d%0aX-Evil: 1-00-01",
                                    "Connection", "close"))
                    .all();
            assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("\r\nX-Evil");
        }
    }

    @Test
    void linesAndHeadersBeyondTheirLengthAreRefused() throws IOException {
        try (var raw = new RawHttp(RestAssured.port)) {
            assertThat(raw.head("GET /v1/things?after=" + "x".repeat(5000), Map.of("Connection", "close"))
                            .all())
                    .containsPattern("^HTTP/1.[01] 414 ");
        }
        try (var raw = new RawHttp(RestAssured.port)) {
            assertThat(raw.head("GET /v1/things", Map.of("X-Long", "x".repeat(30_000)))
                            .all())
                    .containsPattern("^HTTP/1.[01] 431 ");
        }
    }

    @Test
    void aCallerWithEnoughUnfinishedJobsGetsNoMoreUntilOneIsCancelled() {
        String busy = token("busy");
        for (int job = 0; job < Tight.JOBS; job++) {
            database.execute(
                    "insert into job (id, kind, input, caller_subject, caller_name, caller_roles, area_from, area_to,"
                            + " not_before) values (?, 'import', '{}', 'busy', 'busy', array['county-officer'],"
                            + " 451031000000, 451031999999, now() + interval '1 hour')",
                    UUID.randomUUID());
        }
        upload(busy).statusCode(429).body("code", equalTo("jobs-at-most"));
        assertThat(database.count("select count(*) from staging_parcel")).isZero();
        upload(token("idle")).statusCode(202);

        database.execute("update job set state = 'CANCELLED', finished_at = now() where id ="
                + " (select id from job where caller_subject = 'busy' limit 1)");
        upload(busy).statusCode(202);
    }

    private static ValidatableResponse upload(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/x-ndjson")
                .body("""
                        {"id":"%s","villageCode":"451031100201","label":"one","owner":"AB1234","weight":7}
                        """.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=parcels")
                .then();
    }

    @Test
    void aCallerReadsOneWholeListAtATimeAndTheNextOnceItHungUp() throws IOException {
        CallerScope.run(Caller.system("test"), () -> {
            for (int row = 0; row < 12; row++) {
                things.put(new Thing(UUID.randomUUID(), 451031100201L, "thing", 1));
            }
        });
        database.execute("insert into thing select gen_random_uuid(), 451031100201, repeat('x', 20), 1"
                + " from generate_series(1, 60000)");
        String reader = token("reader");
        try (var lazy = RawHttp.lazy(RestAssured.port)) {
            lazy.head("GET /v1/things", Map.of("Authorization", "Bearer " + reader, "Accept", Lists.NDJSON));
            assertThat(lazy.some()).startsWith("HTTP/1.1 200 ");
            export(reader)
                    .statusCode(429)
                    .body("code", equalTo("exports-at-most"))
                    .header("Retry-After", "10");
            list(reader, "en").statusCode(200);
        }
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> export(reader).extract().statusCode() == 200);
    }

    private static ValidatableResponse export(String token) {
        return given().auth()
                .oauth2(token)
                .accept(Lists.CSV)
                .header("Accept-Encoding", "identity")
                .get("/v1/things")
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "application/zip", "multipart/form-data", "text/html"})
    void neitherXmlNorArchivesNorFormsAreRead(String type) {
        String subject = token("sender of " + type);
        for (String path : new String[] {"/v1/imports?kind=parcels", "/v1/things/new"}) {
            given().auth()
                    .oauth2(subject)
                    .header("Content-Type", type)
                    .header("If-Match", "\"0\"")
                    .body("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
                            .getBytes(StandardCharsets.UTF_8))
                    .post(path)
                    .then()
                    .statusCode(415)
                    .body("code", equalTo("unsupported-media-type"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/v1/nowhere", "/v1/things/a%5cb"})
    void everyAnswerTellsBrowsersToBeCareful(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token("careful"))
                .header("Origin", "https://elsewhere.example")
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Strict-Transport-Security", (String) null)
                .header("Access-Control-Allow-Origin", (String) null);
        given().get("/q/health")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", matchesPattern("default-src 'self'.*"));
    }

    @Test
    void pagesOfOtherSitesMayNotCall() {
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/v1/things")
                .then()
                .header("Access-Control-Allow-Origin", (String) null)
                .header("Access-Control-Allow-Methods", (String) null);
    }
}
