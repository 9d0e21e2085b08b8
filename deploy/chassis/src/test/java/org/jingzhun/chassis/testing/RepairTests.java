package org.jingzhun.chassis.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What people do when something has not gone through, in every service: send a delivery again that was given up, apply a
 * dead letter whose cause was mended, look at what an import has rejected, cancel a job. Implement this in a {@code @QuarkusTest}. What takes days, a mistake of
 * a release before or a queue of jobs is laid into the tables.
 */
public interface RepairTests {

    /** No other test has anything in it. */
    String COUNTY = "450397";

    /** Holds the answers against the contract. */
    Filter CONTRACT = Contract.filter();

    /** Name of the service's database. */
    String database();

    /** From which this service reads what its neighbour tells of households. */
    String topic();

    /** Example of an event on it: {@code contract/events/<type>.example.json} of the neighbour. */
    Path event();

    /** Who imports rows here. */
    String importer();

    /** What an import of a row with nothing but a wrong id is called. */
    String kind();

    private static RequestSpecification as(String role) {
        return given().filter(CONTRACT)
                .auth()
                .oauth2(Tokens.of(role, COUNTY))
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON);
    }

    private void lay(String insert, Object... values) throws SQLException {
        var own = PlatformResource.platform().addresses().database(database());
        try (var owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var statement = owner.prepareStatement(insert)) {
            for (int value = 0; value < values.length; value++) {
                statement.setObject(value + 1, values[value]);
            }
            statement.executeUpdate();
        }
    }

    @Test
    default void aDeliveryThatWasGivenUpIsSentAgainWhenItsReceiverAsks() throws SQLException {
        var made = Receiver.make(database(), Tokens.of("system", COUNTY));
        String path = URI.create(made.header("Location")).getPath();
        String type = made.path("subscription.types[0]");
        lay(
                """
                insert into webhook_delivery (subscription_id, position, event_id, type, key, order_key, state, attempts,
                  failed_at, next_at, status, error)
                values (?::uuid, 7, ?, ?, ?, 'a household', 'DEAD', 10, now() - interval '73 hours', now() - interval '1 hour', 503,
                  'answered 503')
                """,
                path.substring(path.lastIndexOf('/') + 1),
                UuidCreator.getTimeOrderedEpoch(),
                type,
                UuidCreator.getTimeOrderedEpoch().toString());
        as("system").get(path).then().statusCode(200).body("dead", equalTo(1));
        as("system")
                .get(path + "/deliveries?state=DEAD")
                .then()
                .statusCode(200)
                .body("items.position", equalTo(List.of(7)));
        String replay = path + "/deliveries/7/replay";
        as("system")
                .post(replay)
                .then()
                .statusCode(200)
                .body("position", equalTo(7))
                .body("state", equalTo("WAITING"));
        as("system").post(replay).then().statusCode(409).body("code", equalTo("delivery-not-dead"));
        as("system").get(path).then().statusCode(200).body("dead", equalTo(0)).body("waiting", equalTo(1));
    }

    @Test
    default void aDeadLetterIsAppliedAfterItsCauseWasMended() throws SQLException, IOException {
        var id = UuidCreator.getTimeOrderedEpoch();
        var household = UuidCreator.getTimeOrderedEpoch();
        lay("""
                insert into dead_letter (id, topic, partition, "offset", key, type, headers, payload, reason, received_at)
                values (?, ?, 0, 900000000, ?, ?, jsonb_build_object('ce_type', ?), ?,
                  'a field that this release did not know', now() - interval '1 day')
                """, id, topic(), household.toString(), type(), type(), payload(household));
        letters(id).body(letter(id, "replayedAt"), nullValue());
        as("system")
                .post("/v1/dead-letters/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("replayedAt", notNullValue());
        letters(id).body(letter(id, "replayedAt"), notNullValue());
    }

    /** A table that is away is nothing a caller could mend, or should learn of. */
    @Test
    default void aFailureOfTheServiceIsToldWithoutWhatFailed() throws SQLException {
        lay("alter table dead_letter rename to dead_letter_away");
        try {
            as("system")
                    .get("/v1/dead-letters")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("code", equalTo("internal-error"))
                    .body("traceId", notNullValue())
                    .body(not(containsString("dead_letter")));
        } finally {
            lay("alter table dead_letter_away rename to dead_letter");
        }
    }

    private ValidatableResponse letters(UUID id) {
        return as("system")
                .get("/v1/dead-letters?limit=1000&topic=" + topic())
                .then()
                .statusCode(200)
                .body(letter(id, "topic"), equalTo(topic()));
    }

    private static String letter(UUID id, String field) {
        return "items.find { it.id == '%s' }.%s".formatted(id, field);
    }

    private String type() {
        String service = topic().substring(0, topic().indexOf('.'));
        String name = event().getFileName().toString();
        return "org.jingzhun." + service + "." + name.substring(0, name.indexOf('.'));
    }

    private byte[] payload(UUID household) throws IOException {
        var json = new ObjectMapper();
        ObjectNode event = (ObjectNode) json.readTree(event().toFile());
        event.put("householdId", household.toString()).put("villageCode", COUNTY + "100201");
        return json.writeValueAsBytes(event);
    }

    @Test
    default void whatAnImportHasRejectedIsReadAsATableToo() {
        String job = as(importer())
                .contentType("application/x-ndjson")
                .body("{\"id\":\"x\"}\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=" + kind())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().until(() -> as(importer()).get("/v1/jobs/" + job).path("finishedAt") != null);
        String table = as(importer())
                .accept("text/csv")
                .get("/v1/imports/" + job + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(table.lines().findFirst().orElseThrow()).contains("line,pointer,code");
        assertThat(table.lines().skip(1).findFirst().orElseThrow()).startsWith("1,/");
    }

    @Test
    default void aJobThatWaitsIsCancelledAtOnce() throws SQLException {
        var id = UuidCreator.getTimeOrderedEpoch();
        lay("""
                insert into job (id, kind, input, caller_subject, caller_name, caller_roles, area_from, area_to, not_before)
                values (?, 'import', '{}', ?, 'system', '{system}', ?, ?, now() + interval '1 hour')
                """, id, "system@" + COUNTY, Long.parseLong(COUNTY + "000000"), Long.parseLong(COUNTY + "999999"));
        as("system")
                .delete("/v1/jobs/" + id)
                .then()
                .statusCode(202)
                .body("id", equalTo(id.toString()))
                .body("state", equalTo("CANCELLED"));
        as("system").get("/v1/jobs/" + id).then().statusCode(200).body("state", equalTo("CANCELLED"));
    }
}
