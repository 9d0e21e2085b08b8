package org.jingzhun.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems of all services that need an unusual state: of the database, or of a service that was changed. */
@QuarkusTest
class RareProblemsTest {

    private static final String COUNTY = "450881";

    @Inject
    Database database;

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(Tokens.of(role, area)).contentType(ContentType.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select (9999999999)::bigint::integer | 422 | not-storable",
                "select '2015-02-29'::date            | 422 | not-storable",
                "select convert_from('\\xff', 'utf8') | 400 | unusable-character"
            })
    void aValueThatTheDatabaseCannotHoldIsAProblemOfTheCaller(String sql, int status, String code) {
        Throwable refused = catchThrowable(() -> database.column(sql));
        assertThat(DatabaseRefusals.find(refused)).hasValueSatisfying(problem -> assertThat(problem)
                .extracting(Problem::status, Problem::code)
                .containsExactly(status, code));
    }

    @ParameterizedTest
    @CsvSource({"40001", "40P01"})
    void whoLosesAgainstAnotherMayRepeat(String state) {
        Throwable refused = catchThrowable(
                () -> database.execute("do $$ begin raise exception using errcode = '" + state + "'; end $$"));
        assertThat(DatabaseRefusals.find(refused)).hasValueSatisfying(problem -> assertThat(problem)
                .extracting(Problem::status, Problem::code)
                .containsExactly(412, "changed-meanwhile"));
    }

    /** A trigger stands for what another transaction, or a value of another row, does. */
    @Test
    void whatTheDatabaseRefusesIsToldToTheCaller() throws SQLException {
        Database.executeAsOwner(
                """
                create function refusing() returns trigger language plpgsql as $$ begin
                  if new.name = 'of the 29th' then new.revision := extract(day from '2015-02-29'::date); end if;
                  if new.name = 'loser' then raise exception using errcode = '40P01'; end if;
                  return new;
                end $$""", "create trigger refusing before insert on thing for each row execute function refusing()");
        try {
            put("of the 29th").statusCode(422).body("code", equalTo("not-storable"));
            put("loser").statusCode(412).body("code", equalTo("changed-meanwhile"));
            put("winner").statusCode(204);
        } finally {
            Database.executeAsOwner("drop trigger refusing on thing", "drop function refusing()");
        }
    }

    private static ValidatableResponse put(String name) {
        return as("county-officer", COUNTY)
                .body(new Thing(UUID.randomUUID(), 450881100201L, name, 1))
                .put("/v1/things/new")
                .then();
    }

    @Test
    void aDeadLetterOfATopicThatIsReadNoMoreStaysWhereItIs() {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into dead_letter (id, topic, partition, \"offset\", headers, reason, received_at)"
                        + " values (?, 'chassis.former', 0, 1, '{}', 'unreadable', now())",
                id);
        as("region-officer", "45")
                .post("/v1/dead-letters/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-reader"))
                .body("detail", containsString("chassis.former"));
        assertThat(database.count("select count(*) from dead_letter where id = ? and replayed_at is null", id))
                .isEqualTo(1);
    }

    @Test
    void aJobThatNoServiceKnowsAnyMoreFailsAndSaysSo() {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into job (id, kind, state, input, caller_subject, caller_name, caller_roles, area_from, area_to)"
                        + " values (?, 'former', 'QUEUED', '{}', ?, 'surveyor', '{surveyor}', 450881000000,"
                        + " 450881999999)",
                id,
                "surveyor@" + COUNTY);
        JsonPath ended = await().atMost(Duration.ofSeconds(20))
                .until(() -> as("surveyor", COUNTY).get("/v1/jobs/" + id).jsonPath(), job -> "FAILED"
                        .equals(job.getString("state")));
        assertThat(ended.getString("problem.code")).isEqualTo("job-kind-unknown");
        assertThat(ended.getString("problem.detail")).contains("former");
    }

    private static RequestSpecification system(String name) {
        return given().auth().oauth2(Tokens.of("system", COUNTY, name)).contentType(ContentType.JSON);
    }

    private static String subscription(String name) {
        return system(name)
                .body(Map.of("url", "http://127.0.0.1:9/", "types", List.of("org.jingzhun.chassis.thing-gone")))
                .post("/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("subscription.id");
    }

    private int delete(String name) {
        return database.execute(
                "delete from webhook_subscription where owner = (select owner from webhook_subscription where id = ?)",
                UUID.fromString(name));
    }

    @Test
    void eventsAreReplayedFromWhatIsKept_neitherFromBeforeNorFromTheFuture() {
        String id = subscription("replaying");
        for (String from : List.of("2015-01-01T00:00:00Z", "2099-01-01T00:00:00Z")) {
            system("replaying")
                    .body(Map.of("from", from))
                    .post("/v1/subscriptions/" + id + "/replays")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("replay-out-of-range"));
        }
        assertThat(delete(id)).isEqualTo(1);
    }

    @Test
    void aDeliveryThatIsStillTriedIsNotReplayed() {
        String id = subscription("impatient");
        database.execute(
                "insert into webhook_delivery (subscription_id, position, event_id, type, key, order_key, state, attempts,"
                        + " next_at) values (?, 0, ?, 'org.jingzhun.chassis.thing-gone', 'k', 'k', 'WAITING', 0,"
                        + " now() + interval '1 hour')",
                UUID.fromString(id),
                UUID.randomUUID());
        system("impatient")
                .post("/v1/subscriptions/" + id + "/deliveries/0/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("delivery-not-dead"));
        assertThat(delete(id)).isEqualTo(1);
    }

    @Test
    void aSystemHasAHundredSubscriptionsAtMost() {
        String id = subscription("greedy");
        database.execute(
                "insert into webhook_subscription (id, owner, owner_name, area_from, area_to, url, types, description,"
                        + " state, delivered_to, created_at) select gen_random_uuid(), owner, owner_name, area_from,"
                        + " area_to, url, types, description, 'PAUSED', delivered_to, created_at"
                        + " from webhook_subscription, generate_series(1, 99) where id = ?",
                UUID.fromString(id));
        system("greedy")
                .body(Map.of("url", "http://127.0.0.1:9/", "types", List.of("org.jingzhun.chassis.thing-gone")))
                .post("/v1/subscriptions")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-subscriptions"))
                .body("detail", containsString("100"));
        assertThat(delete(id)).isEqualTo(100);
    }
}
