package org.jingzhun.funding.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jingzhun.chassis.testing.PlatformResource;

/** The other services, seen from Kafka: tells what they would tell, hears what this one tells. */
public final class Neighbour {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Neighbour() {}

    private static String brokers() {
        return PlatformResource.platform().addresses().bootstrapServers();
    }

    /** Sends events of one topic, as the key, CloudEvents type and JSON of each. */
    public static void tell(String topic, List<Told> events) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (var event : events) {
                var message = new ProducerRecord<>(topic, event.key(), event.json());
                if (!event.type().isEmpty()) {
                    message.headers().add("ce_type", event.type().getBytes(StandardCharsets.UTF_8));
                }
                var sent = producer.send(message);
                producer.flush();
                await().atMost(SOON).until(sent::isDone);
            }
        }
    }

    /** An event; the type is left out when empty. */
    public record Told(String key, String type, String json) {}

    public static Told division(String code, String level, boolean poorVillage, long persons, long revision) {
        return new Told(code, "org.jingzhun.identification.division-recorded", """
                {"code": "%s", "name": "%s", "level": "%s", "parent": "450000000000", "validFrom": "2014-01-01",
                 "poorVillage": %s, "households": %d, "persons": %d, "revision": %d}
                """.formatted(
                        code, "Place " + code, level, poorVillage, persons / 4, persons, revision));
    }

    public static Told household(UUID id, String village, int persons, String status, long revision) {
        return household(id, village, persons, 1, status, revision);
    }

    /** With a number of members who can work. */
    public static Told household(UUID id, String village, int persons, int labourers, String status, long revision) {
        return new Told(
                id.toString(),
                "org.jingzhun.identification.household-" + (status.equals("POOR") ? "registered" : "changed"),
                """
                {"householdId": "%s", "villageCode": "%s", "hamlet": "A", "householder": "B", "persons": %d, "labourers": %d,
                 "status": "%s", "attribute": "GENERAL", "mainCause": "ILLNESS", "otherCauses": [], "ethnicity": "06",
                 "score": 40, "year": 2016, "registeredOn": "2016-01-15", "revision": %d}
                """.formatted(id, village, persons, labourers, status, revision));
    }

    /** A household that is monitored and not on the register. */
    public static Told monitored(UUID household, String village, int persons, long revision) {
        var monitoring = UUID.nameUUIDFromBytes(household.toString().getBytes(StandardCharsets.UTF_8));
        return new Told(monitoring.toString(), "org.jingzhun.identification.household-monitored", """
                {"monitoringId": "%s", "householdId": "%s", "villageCode": "%s", "persons": %d, "monitoringClass": "EDGE",
                 "monitoredOn": "2016-01-01", "revision": %d}
                """.formatted(
                        monitoring, household, village, persons, revision));
    }

    /**
     * A county of villages 1 to n: village i has 100 x i rural persons and i poor households of 4 persons; the even ones
     * are poor villages. Waits until the service knows them.
     */
    public static void settle(Client.County county, int villages) {
        List<Told> places = new ArrayList<>();
        List<Told> households = new ArrayList<>();
        places.add(division(county.code() + "000000", "COUNTY", false, 0, 1));
        for (int v = 1; v <= villages; v++) {
            places.add(division(county.village(v), "VILLAGE", v % 2 == 0, 100L * v, 1));
            for (int h = 0; h < v; h++) {
                households.add(household(UUID.randomUUID(), county.village(v), 4, "POOR", 1));
            }
        }
        tell("identification.village", places);
        tell("identification.register", households);
        await().atMost(SOON).until(() -> poorHouseholds(county), sum -> sum == villages * (villages + 1) / 2);
    }

    private static int poorHouseholds(Client.County county) {
        List<Integer> counts = Client.as("auditor", county.code())
                .get("/v1/villages?limit=1000&division=" + county.code() + "900")
                .jsonPath()
                .getList("items.poorHouseholds");
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** An event that this service told. */
    public record Heard(String key, Map<String, String> headers, JsonPath payload) {}

    /** Hears a topic from its beginning until there are so many events about a plan. */
    public static List<Heard> hear(String topic, String plan, int count) {
        return hear(topic, "planId", plan, count);
    }

    /** Hears a topic from its beginning until there are so many events in which a field has a value. */
    public static List<Heard> hear(String topic, String field, String value, int count) {
        List<Heard> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        brokers(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(SOON).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    var event = heard(record);
                    if (value.equals(event.payload().getString(field))) {
                        heard.add(event);
                    }
                });
                return heard.size() >= count;
            });
        }
        return heard;
    }

    private static Heard heard(ConsumerRecord<String, String> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return new Heard(record.key(), headers, JsonPath.from(record.value()));
    }
}
