package org.jingzhun.chassis.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.chassis.webhook.Subscriber.CHANGED;
import static org.jingzhun.chassis.webhook.Subscriber.body;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What owners do with subscriptions, and what the service does with receivers that fail for long. */
@QuarkusTest
class SubscriptionTest {

    private final Subscriber subscriber = new Subscriber("450422", "health-bureau");
    private static final long VILLAGE = 450422100201L;

    private Receiver receiver;

    @Inject
    Happening happening;

    @BeforeEach
    void listen() {
        receiver = new Receiver();
    }

    @AfterEach
    void putBack() {
        TestClock.putBack();
        receiver.close();
    }

    private void happens(String key, String payload) {
        happening.happens(List.of(Happening.event(CHANGED, key, VILLAGE, "\"" + payload + "\"")));
    }

    @Test
    void aSystemSeesItsOwnSubscriptionsAlone() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        Subscriber other = new Subscriber("450422", "school-board");
        other.call().get(made.path()).then().statusCode(404).body("code", equalTo("not-found"));
        other.call()
                .body("{\"from\": \"" + Instant.now() + "\"}")
                .post(made.path() + "/replays")
                .then()
                .statusCode(404);
        other.call().post(made.path() + "/secrets").then().statusCode(404);
        other.call().header("If-Match", "1").delete(made.path()).then().statusCode(404);
        other.call().get("/v1/subscriptions").then().statusCode(200).body("items.id", not(hasItem(made.id())));
        subscriber.call().get("/v1/subscriptions").then().body("items.id", hasItem(made.id()));
        subscriber.end(made);
        subscriber.call().get(made.path()).then().statusCode(404);
    }

    @Test
    void whatMayNotBeSubscribedToIsRefusedByField() {
        subscriber
                .call()
                .body(Map.of(
                        "url", "http://192.168.1.7/", "types", List.of("org.jingzhun.other"), "division", "450423"))
                .post("/v1/subscriptions")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/url", "/types/0", "/division")))
                .body(
                        "errors.code",
                        equalTo(List.of("webhook-url-not-public", "event-type-unknown", "outside-your-area")));
        given().auth()
                .oauth2(Tokens.of("county-officer", "450422"))
                .get("/v1/subscriptions")
                .then()
                .statusCode(403);
    }

    @Test
    void aChangeNeedsTheRevisionThatWasSeen() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        Map<String, Object> narrower =
                Map.of("url", receiver.url(), "types", List.of(CHANGED), "division", "450422100");
        subscriber.call().body(narrower).put(made.path()).then().statusCode(428);
        subscriber
                .call()
                .header("If-Match", "7")
                .body(narrower)
                .put(made.path())
                .then()
                .statusCode(412);
        subscriber.change(made, narrower).then().statusCode(200).body("division", equalTo("450422100000"));
        subscriber.end(made);
    }

    @Test
    void duringARotationBothSecretsVerify_afterwardsTheNewOneAlone() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        String fresh = subscriber
                .call()
                .post(made.path() + "/secrets")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("secret");
        // What is on the way meanwhile has the signature before; whoever takes it over by the next beat signs with
        // both.
        await().until(() -> {
            happens("k", "both");
            return receiver.received().stream().anyMatch(each -> signatures(each) == 2);
        });
        Receiver.Received both = receiver.received().stream()
                .filter(each -> signatures(each) == 2)
                .findFirst()
                .orElseThrow();
        assertThat(both.isSignedWith(made.secret())).isTrue();
        assertThat(both.isSignedWith(fresh)).isTrue();

        TestClock.putForward(Duration.ofHours(25));
        happens("k", "fresh alone");
        await().untilAsserted(() -> assertThat(receiver.bodies()).contains("\"fresh alone\""));
        assertThat(signatures(receiver.received().getLast())).isEqualTo(1);
        TestClock.putBack();
        subscriber.end(made);
    }

    private static int signatures(Receiver.Received each) {
        return each.header("webhook-signature").split(" ").length;
    }

    @Test
    void aTestEventTellsWhatBecameOfIt() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        JsonPath taken = subscriber
                .call()
                .post(made.path() + "/tests")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(taken.getBoolean("taken")).isTrue();
        assertThat(receiver.received().getFirst().header("ce-type")).isEqualTo("org.jingzhun.webhook-test");
        assertThat(receiver.received().getFirst().isSignedWith(made.secret())).isTrue();
        receiver.answers(each -> 403);
        JsonPath refused = subscriber.call().post(made.path() + "/tests").jsonPath();
        assertThat(refused.getBoolean("taken")).isFalse();
        assertThat(refused.getInt("status")).isEqualTo(403);
        subscriber.end(made);
    }

    @Test
    void whatHappensDuringAPauseIsDeliveredAfterIt() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        Map<String, Object> paused = Map.of("url", receiver.url(), "types", List.of(CHANGED), "state", "PAUSED");
        subscriber.change(made, paused).then().statusCode(200).body("state", equalTo("PAUSED"));
        // Longer than many beats, after which no courier is left.
        await().pollDelay(3, TimeUnit.SECONDS).until(() -> true);
        happens("p", "meanwhile");
        await().during(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(receiver.received()).isEmpty());
        subscriber.change(made, body(receiver.url(), CHANGED)).then().body("state", equalTo("ACTIVE"));
        await().untilAsserted(() -> assertThat(receiver.bodies()).containsExactly("\"meanwhile\""));
        subscriber.end(made);
    }

    @Test
    void afterThreeDaysAnEventIsADeadLetter_whichCanBeReplayed() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        receiver.answers(each -> each.body().equals("\"bad\"") ? 500 : 204);
        happens("d", "bad");
        Duration tried = Duration.ZERO;
        for (int attempt = 1; tried.compareTo(BackOff.PATIENCE) < 0; attempt++) {
            int attempts = attempt;
            await().untilAsserted(() -> assertThat(subscriber.deliveries(made, "WAITING"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("attempts", attempts)));
            Instant next = Instant.parse(String.valueOf(
                    subscriber.deliveries(made, "WAITING").getFirst().get("nextAt")));
            Duration pause = BackOff.pause(attempt);
            assertThat(next)
                    .isBetween(
                            TestClock.now().plus(pause).minusSeconds(60),
                            TestClock.now().plus(pause));
            TestClock.putForward(pause);
            tried = tried.plus(pause);
        }
        await().untilAsserted(
                        () -> assertThat(subscriber.deliveries(made, "DEAD")).hasSize(1));
        assertThat(receiver.received()).hasSize(10);
        assertThat(subscriber.read(made).getInt("dead")).isEqualTo(1);

        receiver.answers(each -> 204);
        Object position = subscriber.deliveries(made, "DEAD").getFirst().get("position");
        subscriber
                .call()
                .post(made.path() + "/deliveries/" + position + "/replay")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> assertThat(receiver.received()).hasSize(11));
        await().untilAsserted(
                        () -> assertThat(subscriber.read(made).getInt("dead")).isZero());
        subscriber.end(made);
    }

    @Test
    void aReceiverThatTakesNothingForThreeDaysIsSuspended_andNothingIsLost() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        receiver.answers(each -> 500);
        for (int event = 1; event <= 30; event++) {
            happens("key" + event, "lost" + event);
        }
        await().until(() -> receiver.received().size() >= 10);
        while (!isSuspended(made)) {
            int tried = receiver.received().size();
            TestClock.putForward(Duration.ofHours(6));
            // time that passes without an attempt is none of the receiver's
            await().until(() -> receiver.received().size() > tried || isSuspended(made));
        }
        assertThat(receiver.received().size()).isBetween(20, 60);
        int asked = receiver.received().size();
        receiver.answers(each -> 204);
        subscriber.change(made, body(receiver.url(), CHANGED)).then().body("state", equalTo("ACTIVE"));
        await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                        receiver.bodies().stream().skip(asked).distinct())
                .hasSize(30));
        subscriber.end(made);
    }

    private boolean isSuspended(Subscriber.Made made) {
        return subscriber.read(made).getString("state").equals("SUSPENDED");
    }

    @Test
    void aReceiverThatIsBackGetsWhatWaitsAlthoughNothingNewHappens() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        receiver.answers(each -> 500);
        for (int event = 1; event <= 10; event++) {
            happens("waiting" + event, "waits" + event);
        }
        await().untilAsserted(
                        () -> assertThat(subscriber.deliveries(made, "WAITING")).hasSize(10));
        int tried = receiver.received().size();
        TestClock.putForward(Duration.ofMinutes(1));
        await().until(() -> receiver.received().size() > tried);
        receiver.answers(each -> 204);
        int asked = receiver.received().size();
        TestClock.putForward(Duration.ofMinutes(1));
        await().untilAsserted(() ->
                assertThat(receiver.bodies().stream().skip(asked).distinct()).hasSize(10));
        subscriber.end(made);
    }

    @Test
    void aReceiverThatAnswersGoneIsSuspendedAtOnce() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        receiver.answers(each -> 410);
        happens("g", "gone");
        await().untilAsserted(() ->
                assertThat(subscriber.read(made).getString("state")).isEqualTo("SUSPENDED"));
        assertThat(receiver.received()).hasSize(1);
        assertThat(recorded(made.id())).contains("subscription-made", "subscription-suspended");
        subscriber.end(made);
    }

    @Test
    void whatOwnersDoIsRecorded() {
        Subscriber.Made made = subscriber.subscribe(receiver.url());
        subscriber.call().post(made.path() + "/secrets").then().statusCode(200);
        subscriber
                .call()
                .body("{\"from\": \"" + Instant.now().minus(1, ChronoUnit.MINUTES) + "\"}")
                .post(made.path() + "/replays")
                .then()
                .statusCode(200);
        subscriber.change(made, body(receiver.url(), CHANGED)).then().statusCode(200);
        subscriber.end(made);
        assertThat(recorded(made.id()))
                .containsExactly(
                        "subscription-made",
                        "subscription-secret-rotated",
                        "subscription-replayed",
                        "subscription-changed",
                        "subscription-deleted");
    }

    private static List<String> recorded(String id) {
        return given().auth()
                .oauth2(Tokens.of("auditor", "450422"))
                .get("/v1/audit?objectType=subscription&object=" + id)
                .jsonPath()
                .getList("items.action");
    }
}
