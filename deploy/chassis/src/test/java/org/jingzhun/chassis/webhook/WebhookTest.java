package org.jingzhun.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.chassis.webhook.Happening.ELSEWHERE;
import static org.jingzhun.chassis.webhook.Happening.VILLAGE;
import static org.jingzhun.chassis.webhook.Subscriber.CHANGED;
import static org.jingzhun.chassis.webhook.Subscriber.GONE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.thing.Thing;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches a receiver, in which order, and what does not. */
@QuarkusTest
class WebhookTest {

    private final Subscriber subscriber = new Subscriber("450420", "civil-affairs");

    private Receiver receiver;
    private Subscriber.Made made;

    @Inject
    Happening happening;

    @Inject
    Outbox outbox;

    @Inject
    Database database;

    @BeforeEach
    void subscribe() {
        receiver = new Receiver();
        made = subscriber.subscribe(receiver.url());
    }

    @AfterEach
    void end() {
        subscriber.end(made);
        receiver.close();
    }

    private void arrived(int number) {
        await().untilAsserted(() -> assertThat(receiver.received()).hasSizeGreaterThanOrEqualTo(number));
    }

    private List<String> bodiesOf(String key) {
        return receiver.received().stream()
                .filter(each -> each.key().equals(key))
                .map(Receiver.Received::body)
                .toList();
    }

    private static List<String> numbered(String key, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "\"" + key + number + "\"")
                .toList();
    }

    @Test
    void eventsArriveSignedWithTheAttributesOfTheirCloudEvent() {
        happening.happen(1, "a");

        arrived(1);
        Receiver.Received first = receiver.received().getFirst();
        assertThat(first.isSignedWith(made.secret())).isTrue();
        assertThat(first.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(first.header("ce-type")).isEqualTo(CHANGED);
        assertThat(first.header("ce-id")).isEqualTo(first.id());
        assertThat(first.header("ce-source")).isEqualTo("/chassis");
        assertThat(first.body()).isEqualTo("\"a1\"");
    }

    @Test
    void whatIsPublishedReachesTheReceiverByWayOfTheTopic() {
        PlatformResource.connectOutbox();
        var thing = new Thing(UUID.randomUUID(), VILLAGE, "published", 1);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.publish(new OutboxEvent(Things.TOPIC, thing.id().toString(), CHANGED, thing)));

        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(receiver.received()).anySatisfy(each -> {
                    assertThat(each.key()).isEqualTo(thing.id().toString());
                    assertThat(each.body()).contains("published");
                    assertThat(each.isSignedWith(made.secret())).isTrue();
                }));
    }

    /** A thing of a household; its name is its key. */
    private record Belonging(UUID id, String householdId, long villageCode, String name, long revision) {}

    private void publish(String household, String name) {
        var belonging = new Belonging(UUID.randomUUID(), household, VILLAGE, name, 1);
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publish(new OutboxEvent(Things.TOPIC, name, CHANGED, belonging)));
    }

    @Test
    void ofOneHouseholdWhatCannotBeTakenHoldsTheRest_whateverTheirKeys() {
        PlatformResource.connectOutbox();
        AtomicBoolean sick = new AtomicBoolean(true);
        receiver.answers(each -> each.key().equals("visit") && sick.get() ? 500 : 204);
        String household = UUID.randomUUID().toString();
        publish(household, "visit");
        publish(household, "monitoring");
        publish(UUID.randomUUID().toString(), "neighbour");

        await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(bodiesOf("neighbour")).hasSize(1);
            assertThat(subscriber.deliveries(made, "WAITING")).extracting("key").containsExactly("visit", "monitoring");
        });
        assertThat(bodiesOf("monitoring")).isEmpty();
        sick.set(false);
        await().untilAsserted(() -> {
            TestClock.putForward(BackOff.pause(2));
            assertThat(bodiesOf("monitoring")).hasSize(1);
        });
        assertThat(receiver.received()).extracting(Receiver.Received::key).endsWith("visit", "monitoring");
        TestClock.putBack();
    }

    @Test
    void noEventOfAnotherAreaOrTypeLeaves() {
        happening.happens(List.of(
                Happening.event(CHANGED, "x", ELSEWHERE, "\"elsewhere\""),
                Happening.event(GONE, "x", VILLAGE, "\"another type\""),
                Happening.event(CHANGED, "x", VILLAGE, "\"mine\"")));

        arrived(1);
        assertThat(receiver.bodies()).containsExactly("\"mine\"");
    }

    @Test
    void replayingSendsWhatHappenedBeforeTheSubscriptionToo_ofItsAreaAlone() throws InterruptedException {
        subscriber.end(made);
        TimeUnit.SECONDS.sleep(2); // so that nobody holds the events in memory
        Instant before = Instant.now();
        happening.happens(List.of(
                Happening.event(CHANGED, "r", ELSEWHERE, "\"elsewhere\""),
                Happening.event(CHANGED, "r", VILLAGE, "\"r1\""),
                Happening.event(CHANGED, "r", VILLAGE, "\"r2\"")));
        made = subscriber.subscribe(receiver.url());
        subscriber
                .call()
                .body("{\"from\": \"" + before + "\"}")
                .post(made.path() + "/replays")
                .then()
                .statusCode(200);
        arrived(2);
        assertThat(receiver.bodies()).containsExactly("\"r1\"", "\"r2\"");

        subscriber
                .call()
                .body("{\"from\": \"" + before + "\"}")
                .post(made.path() + "/replays")
                .then()
                .statusCode(200);
        arrived(4);
        assertThat(receiver.bodies()).containsExactly("\"r1\"", "\"r2\"", "\"r1\"", "\"r2\"");
        assertThat(receiver.received().get(2).id())
                .isEqualTo(receiver.received().getFirst().id());
    }

    @Test
    void replayingFromBeforeWhatIsKeptIsRefused() {
        subscriber
                .call()
                .body("{\"from\": \"2020-01-01T00:00:00Z\"}")
                .post(made.path() + "/replays")
                .then()
                .statusCode(422);
    }

    @Test
    void anEventThatFailsHoldsTheOthersOfItsKeyAndNoOtherKey() {
        AtomicInteger failures = new AtomicInteger(3);
        receiver.answers(each -> each.body().equals("\"sick2\"") && failures.getAndDecrement() > 0 ? 500 : 204);

        happening.happen(4, "sick", "well");

        await().untilAsserted(() -> assertThat(bodiesOf("well")).isEqualTo(numbered("well", 1, 4)));
        assertThat(bodiesOf("sick")).containsExactly("\"sick1\"", "\"sick2\"");
        for (int retry = 1; retry <= 3; retry++) {
            int attempts = retry;
            // Only what is written down was reckoned by the clock as it is: the time of a body's arrival is not.
            await().untilAsserted(() -> assertThat(subscriber.deliveries(made, "WAITING"))
                    .hasSize(3)
                    .first()
                    .satisfies(
                            row -> assertThat(row).containsEntry("status", 500).containsEntry("attempts", attempts)));
            TestClock.putForward(BackOff.pause(retry));
        }
        await().untilAsserted(() -> assertThat(bodiesOf("sick"))
                .containsExactly(
                        "\"sick1\"", "\"sick2\"", "\"sick2\"", "\"sick2\"", "\"sick2\"", "\"sick3\"", "\"sick4\""));
        await().untilAsserted(
                        () -> assertThat(subscriber.deliveries(made, "WAITING")).isEmpty());
        TestClock.putBack();
    }

    @Test
    void manyKeysKeepTheirOrderWhileTheReceiverFailsNowAndThen() {
        AtomicInteger requests = new AtomicInteger();
        List<String> taken = new CopyOnWriteArrayList<>();
        receiver.answers(each -> {
            boolean fails = requests.incrementAndGet() % 7 == 0;
            if (!fails) {
                taken.add(each.body());
            }
            return fails ? 503 : 204;
        });
        happening.happen(20, "k", "l", "m", "n", "o");

        await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> {
            TestClock.putForward(BackOff.pause(2));
            assertThat(taken).hasSizeGreaterThanOrEqualTo(100);
        });
        for (String key : List.of("k", "l", "m", "n", "o")) {
            assertThat(taken.stream()
                            .filter(body -> body.startsWith("\"" + key))
                            .toList())
                    .isEqualTo(numbered(key, 1, 20));
        }
        TestClock.putBack();
    }

    @Test
    void aSlowReceiverDelaysNobodyElse() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        try (Receiver slow = new Receiver()) {
            slow.answers(each -> wait(open));
            Subscriber.Made slowOne = subscriber.subscribe(slow.url());
            TimeUnit.SECONDS.sleep(1);
            long began = System.nanoTime();
            happening.happen(50, "s");
            arrived(50);
            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(5));
            assertThat(slow.received()).isEmpty();
            open.countDown();
            await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
                TestClock.putForward(BackOff.pause(1));
                assertThat(slow.bodies()).containsAll(numbered("s", 1, 50));
            });
            subscriber.end(slowOne);
            TestClock.putBack();
        }
    }

    private static int wait(CountDownLatch open) {
        try {
            open.await();
            return 204;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 500;
        }
    }

    @Test
    void whatWasSentWithoutItsMarkKeptIsSentAgainByTheNextProcess() {
        happening.happen(1, "before");
        arrived(1);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch underWay = new CountDownLatch(1);
        receiver.answers(each -> {
            underWay.countDown();
            return wait(open);
        });
        happening.happen(1, "during");
        wait(underWay);
        UUID other = UUID.randomUUID();
        database.execute("insert into webhook_replica values ('" + other + "', now() + interval '1 hour')");
        database.execute("update webhook_subscription set lease = '" + other + "' where id = '" + made.id() + "'");
        open.countDown();
        arrived(2);
        receiver.answers(each -> 204);
        happening.happen(1, "after");
        await().during(2, TimeUnit.SECONDS)
                .atMost(4, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(bodiesOf("after")).isEmpty());

        database.execute("delete from webhook_replica where id = '" + other + "'");

        await().untilAsserted(() -> assertThat(bodiesOf("after")).hasSize(1));
        assertThat(bodiesOf("before").size()).isLessThanOrEqualTo(2);
        assertThat(bodiesOf("during")).hasSize(2);
    }

    @Test
    void redirectsAreNotFollowed() {
        receiver.answers(each -> 302);
        happening.happen(1, "moved");
        await().untilAsserted(() -> assertThat(subscriber.deliveries(made, "WAITING"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("status", 302)));
        assertThat(receiver.received()).hasSize(1);
    }
}
