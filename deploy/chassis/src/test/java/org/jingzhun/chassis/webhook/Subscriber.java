package org.jingzhun.chassis.webhook;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.Tokens;

/** A system that subscribes over HTTP. */
final class Subscriber {

    static final String CHANGED = "org.jingzhun.chassis.thing-changed";
    static final String GONE = "org.jingzhun.chassis.thing-gone";

    private final String token;

    Subscriber(String area, String name) {
        this.token = Tokens.of("system", area, name);
    }

    RequestSpecification call() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static Map<String, Object> body(String url, String... types) {
        return Map.of("url", url, "types", List.of(types));
    }

    /** @return id and secret */
    Made subscribe(String url) {
        JsonPath made = call().body(body(url, CHANGED))
                .post("/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Made(made.getString("subscription.id"), made.getString("secret"));
    }

    record Made(String id, String secret) {

        String path() {
            return "/v1/subscriptions/" + id;
        }
    }

    JsonPath read(Made made) {
        return call().get(made.path()).then().statusCode(200).extract().jsonPath();
    }

    List<Map<String, Object>> deliveries(Made made, String state) {
        return call().get(made.path() + "/deliveries?state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    void end(Made made) {
        String tag = call().get(made.path()).header("ETag");
        call().header("If-Match", tag).delete(made.path()).then().statusCode(204);
    }

    Response change(Made made, Map<String, Object> body) {
        String tag = call().get(made.path()).header("ETag");
        return call().header("If-Match", tag).body(body).put(made.path());
    }
}
