package org.jingzhun.chassis.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jingzhun.chassis.http.AnswerLimits;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {

    @Inject
    Database database;

    @Inject
    KeyedAnswers answers;

    private static String name() {
        return "once " + UUID.randomUUID();
    }

    private static Response post(String path, String name, String key, String subject) {
        return given().auth()
                .oauth2(Tokens.of("county-officer", "451031", subject))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"name\": \"" + name + "\"}")
                .post(path);
    }

    private static Response post(String name, String key) {
        return post("/v1/once", name, key, "officer");
    }

    private long made(String name) {
        return database.count("select count(*) from once where name = ?", name);
    }

    @Test
    void theSameRequestAgainGetsTheFirstAnswerAgain() {
        String name = name();
        String key = UUID.randomUUID().toString();
        Response first = post(name, key);
        Response again = post(name, key);
        first.then().statusCode(201);
        again.then().statusCode(201).contentType(ContentType.JSON);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).contains("/v1/once/");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.jsonPath().<Object>get()).isEqualTo(first.jsonPath().get());
        assertThat(made(name)).isEqualTo(1);
    }

    @Test
    void aPlainEntityIsRepeatedToo() {
        String name = name();
        String key = UUID.randomUUID().toString();
        Response first = post("/v1/once/plain?suffix=a", name, key, "officer");
        Response again = post("/v1/once/plain?suffix=a", name, key, "officer");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(made(name + "a")).isEqualTo(1);
    }

    /** What is sent may be larger than what is ever answered. */
    @Test
    void aRequestLargerThanAnyAnswerIsAnsweredAsWithoutAKey() {
        String note = "x".repeat(AnswerLimits.LONGEST_TEXT + 1);
        Map<String, String> body = Map.of("note", note);
        for (Map<String, String> header : List.of(
                Map.<String, String>of(),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()))) {
            given().auth()
                    .oauth2(Tokens.of("county-officer", "451031", "officer"))
                    .contentType(ContentType.JSON)
                    .headers(header)
                    .body(body)
                    .put("/v1/once/noted")
                    .then()
                    .statusCode(200)
                    .body("characters", equalTo(note.length()));
        }
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        String name = name();
        String key = UUID.randomUUID().toString();
        post(name, key).then().statusCode(201);
        post(name + "!", key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        post("/v1/once/plain?suffix=a", name, key, "officer").then().statusCode(422);
        assertThat(made(name + "!")).isZero();
        assertThat(made(name + "a")).isZero();
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        String name = name();
        post("/v1/once", name, "shared", "one of two").then().statusCode(201);
        post("/v1/once", name, "shared", "other of two").then().statusCode(201);
        assertThat(made(name)).isEqualTo(2);
    }

    @Test
    void aRefusedRequestLeavesTheKeyFree() {
        String key = UUID.randomUUID().toString();
        post("refused", key).then().statusCode(422).body("code", equalTo("bad-request"));
        assertThat(made("refused")).isZero();
        post(name(), key).then().statusCode(201);
    }

    @Test
    void manyAtTheSameMomentHaveOneEffectAndOneAnswer() throws Exception {
        String name = name();
        String key = UUID.randomUUID().toString();
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> post(name, key));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<String> locations = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                locations.add(answer.get().header("Location"));
            }
            assertThat(locations).hasSize(8).containsOnly(locations.getFirst());
        }
        assertThat(made(name)).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachRequestCounts() {
        String name = name();
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(Tokens.of("county-officer", "451031"))
                    .contentType(ContentType.JSON)
                    .body("{\"name\": \"" + name + "\"}")
                    .post("/v1/once")
                    .then()
                    .statusCode(201);
        }
        assertThat(made(name)).isEqualTo(2);
    }

    @Test
    void anUnusableKeyIsRefused() {
        for (String key : List.of("x".repeat(256), "with blank")) {
            post(name(), key).then().statusCode(400).body("code", equalTo("idempotency-key-unusable"));
        }
    }

    @Test
    void anOldKeyIsForgottenAndAFreshOneKept() {
        String name = name();
        String old = UUID.randomUUID().toString();
        String fresh = UUID.randomUUID().toString();
        post(name, old).then().statusCode(201);
        post(name, fresh).then().statusCode(201);
        database.execute("update idempotency_key set created_at = now() - interval '26 hours' where key = ?", old);
        int purged = QuarkusTransaction.requiringNew().call(() -> answers.purge(25 * 3600));
        assertThat(purged).isEqualTo(1);
        assertThat(post(name, old).header("Idempotency-Replayed")).isNull();
        assertThat(post(name, fresh).header("Idempotency-Replayed")).isEqualTo("true");
    }
}
