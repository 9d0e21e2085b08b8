package org.jingzhun.chassis.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class GrantsTest {

    @Test
    void aTokenWithGrantsDoesThatAndNothingElseOfItsRole() {
        String token = Tokens.granted(
                "county-officer", "451031", "GET /v1/things", "POST /v1/imports?kind=parcels", "GET /v1/jobs");
        given().auth().oauth2(token).get("/v1/things").then().statusCode(200);
        given().auth().oauth2(token).get("/v1/things/personal").then().statusCode(200);
        given().auth()
                .oauth2(token)
                .header("Accept-Language", "zh")
                .get("/v1/audit")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-granted"))
                .body("title", equalTo("未获授权"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{}")
                .put("/v1/things/new")
                .then()
                .statusCode(403);
        upload(token, "parcels", 202);
        upload(token, "crates", 403);
        upload(Tokens.granted("county-officer", "451031"), "parcels", 403);
    }

    private static void upload(String token, String kind, int status) {
        String row =
                "{\"id\":\"%s\",\"villageCode\":\"451031100201\",\"label\":\"one\",\"owner\":\"AB1234\",\"weight\":7}"
                        .formatted(UUID.randomUUID());
        given().auth()
                .oauth2(token)
                .contentType("application/x-ndjson")
                .body(row.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=" + kind)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/things, GET, /v1/things, , true",
        "GET /v1/things, GET, /v1/things/1/parts, , true",
        "GET /v1/things, GET, /v1/thingsandmore, , false",
        "GET /v1/things, POST, /v1/things, , false",
        "POST /v1/imports?kind=a, POST, /v1/imports, a, true",
        "POST /v1/imports?kind=a, POST, /v1/imports, ab, false",
        "POST /v1/imports?kind=a, POST, /v1/imports, , false",
        "everything, GET, /v1/things, , false",
    })
    void aGrantCoversItsMethodAndWhatLiesBelowItsPath(
            String grant, String method, String path, String kind, boolean covered) {
        assertThat(Grants.covers(grant, method, path, kind)).isEqualTo(covered);
    }
}
