package org.jingzhun.chassis.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Another system of the county that has events sent to it: what every service has, and no service makes for itself. */
final class Receiver {

    private static final Path EVENTS = Path.of("contract/events");
    private static final String SCHEMA = ".schema.json";
    private static final int CREATED = 201;
    private static final Filter CONTRACT = Contract.filter();

    private Receiver() {}

    /** Makes a subscription and does with it what its owner may; nobody listens at its address. */
    static void subscribes(String database, Things things) {
        String token = Tokens.of("system", things.county());
        Response made = make(database, token);
        String path = URI.create(made.header("Location")).getPath();
        Map<String, Object> body = body(made.path("subscription.types[0]"));
        String seen = as(token).get(path).header("ETag");
        done(as(token).header("If-Match", seen).body(body).put(path));
        done(as(token).post(path + "/secrets"));
        done(as(token).post(path + "/tests"));
        Map<String, Object> since =
                Map.of("from", Instant.now().minusSeconds(60).toString());
        done(as(token).body(since).post(path + "/replays"));
    }

    /** Makes a subscription that is paused. */
    static Response make(String database, String token) {
        return types(database).stream()
                .map(type -> as(token).body(body(type)).post("/v1/subscriptions"))
                .filter(answer -> answer.statusCode() == CREATED)
                .findFirst()
                .orElseThrow();
    }

    private static RequestSpecification as(String token) {
        return given().filter(CONTRACT).auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer;
    }

    private static Map<String, Object> body(String type) {
        return Map.of("url", "http://127.0.0.1:9/events", "types", List.of(type), "state", "PAUSED");
    }

    /** The service's own events; some services send only a part of them. */
    private static List<String> types(String service) {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .sorted()
                    .map(name -> "org.jingzhun." + service + "." + name.substring(0, name.length() - SCHEMA.length()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
