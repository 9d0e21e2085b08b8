package org.jingzhun.chassis.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Thing;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class ProjectionTest {

    private static final long VILLAGE = 451031200301L;
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Things things;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    private List<Thing> known(UUID... ids) {
        return CallerScope.call(Caller.system("test"), () -> things.find(List.of(ids)));
    }

    private void send(String key, String type, byte[] payload) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var message = new ProducerRecord<>(Things.TOPIC, key, payload);
            message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            producer.send(message).get();
        }
    }

    @Test
    void aCommittedEventReachesTheReadModelWithItsHeaders() {
        var thing = new Thing(UUID.randomUUID(), VILLAGE, "committed", 1);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.publish(new OutboxEvent(Things.TOPIC, thing.id().toString(), Things.CHANGED, thing)));

        await().atMost(SOON).untilAsserted(() -> assertThat(known(thing.id())).containsExactly(thing));
        ConsumerRecord<String, byte[]> message = find(Things.TOPIC, thing.id().toString());
        assertThat(header(message, "ce_type")).isEqualTo(Things.CHANGED);
        assertThat(header(message, "ce_source")).isEqualTo("/chassis");
        assertThat(header(message, "ce_subject")).isEqualTo(thing.id().toString());
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(header(message, "ce_id")).version()).isEqualTo(7);
    }

    @Test
    void anEventOfATransactionThatRollsBackNeverLeaves() {
        var undone = new Thing(UUID.randomUUID(), VILLAGE, "undone", 1);
        var done = new Thing(UUID.randomUUID(), VILLAGE, "done", 1);
        QuarkusTransaction.begin();
        outbox.publish(new OutboxEvent(Things.TOPIC, undone.id().toString(), Things.CHANGED, undone));
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.publish(new OutboxEvent(Things.TOPIC, done.id().toString(), Things.CHANGED, done)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(known(done.id(), undone.id())).containsExactly(done));
    }

    @Test
    void anOlderOrRepeatedEventChangesNothing() throws Exception {
        UUID id = UUID.randomUUID();
        var newer = new Thing(id, VILLAGE, "newer", 2);
        for (Thing each : List.of(newer, new Thing(id, VILLAGE, "older", 1), newer)) {
            send(id.toString(), Things.CHANGED, json.writeValueAsBytes(each));
        }
        var last = new Thing(UUID.randomUUID(), VILLAGE, "last", 1);
        send(id.toString(), Things.CHANGED, json.writeValueAsBytes(last));

        await().atMost(SOON).untilAsserted(() -> assertThat(known(last.id())).hasSize(1));
        assertThat(known(id)).containsExactly(newer);
    }

    @Test
    void aFieldThatTheReaderDoesNotKnowIsPassedOver() throws Exception {
        UUID id = UUID.randomUUID();
        send(id.toString(), Things.CHANGED, """
                {"id":"%s","villageCode":%d,"name":"more","revision":1,"invented":{"later":true}}
                """.formatted(id, VILLAGE).getBytes(StandardCharsets.UTF_8));

        await().atMost(SOON).untilAsserted(() -> assertThat(known(id)).hasSize(1));
    }

    @Test
    void aMalformedTimeOfAnEventStopsNothing() throws Exception {
        UUID id = UUID.randomUUID();
        var thing = new Thing(id, VILLAGE, "timeless", 1);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var message = new ProducerRecord<>(Things.TOPIC, id.toString(), json.writeValueAsBytes(thing));
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", "1",
                            "ce_source", "/elsewhere",
                            "ce_type", Things.CHANGED,
                            "ce_time", "yesterday at noon")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(known(id)).containsExactly(thing));
    }

    @Test
    void messagesThatCannotBeReadOrStoredBecomeDeadLettersAndTheOthersGoOn() throws Exception {
        String key = UUID.randomUUID().toString();
        var before = new Thing(UUID.randomUUID(), VILLAGE, "before", 1);
        var refused = new Thing(UUID.randomUUID(), VILLAGE, "refused by the database", 1);
        var after = new Thing(UUID.randomUUID(), VILLAGE, "after", 1);
        send(key, Things.CHANGED, json.writeValueAsBytes(before));
        send(key, Things.CHANGED, "{ this is no JSON".getBytes(StandardCharsets.UTF_8));
        send(key, Things.CHANGED, json.writeValueAsBytes(refused));
        send(key, Things.CHANGED, json.writeValueAsBytes(after));

        await().atMost(SOON).untilAsserted(() -> assertThat(known(before.id(), refused.id(), after.id()))
                .containsExactlyInAnyOrder(before, after));
        String operator = Tokens.of("region-officer", "45");
        List<String> reasons = given().auth()
                .oauth2(operator)
                .get("/v1/dead-letters?topic=" + Things.TOPIC + "&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.key == '" + key + "' }.reason");
        assertThat(reasons)
                .hasSize(2)
                .anyMatch(reason -> reason.startsWith("unreadable"))
                .anyMatch(reason -> reason.startsWith("refused"));

        ConsumerRecord<String, byte[]> dead = find(Things.TOPIC + ".dead", key);
        assertThat(header(dead, "reason")).isNotBlank();
        String id = given().auth()
                .oauth2(operator)
                .get("/v1/dead-letters")
                .then()
                .extract()
                .path("items.find { it.key == '" + key + "' }.id");
        given().auth()
                .oauth2(operator)
                .post("/v1/dead-letters/" + id + "/replay")
                .then()
                .statusCode(422)
                .body("code", equalTo("still-unreadable"));
        given().auth()
                .oauth2(Tokens.of("auditor", "45"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private ConsumerRecord<String, byte[]> find(String topic, String key) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (key.equals(message.key())) {
                        found.add(message);
                    }
                });
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }
}
