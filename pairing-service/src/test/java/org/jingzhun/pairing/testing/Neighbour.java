package org.jingzhun.pairing.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** An event of another service. */
    public record Told(String key, String type, String json) {}

    /** An event of this service. */
    public record Heard(String key, Map<String, String> headers, JsonPath payload) {}

    public static void tell(String topic, List<Told> events) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (Told event : events) {
                var message = new ProducerRecord<>(topic, event.key(), event.json());
                message.headers().add("ce_type", fullType(event.type()).getBytes(StandardCharsets.UTF_8));
                var sent = producer.send(message);
                producer.flush();
                await().atMost(SOON).until(sent::isDone);
            }
        }
    }

    /** A short name is one of identification's. */
    private static String fullType(String type) {
        return type.startsWith("org.") ? type : "org.jingzhun.identification." + type;
    }

    public static Told village(String code) {
        return village(code, "", 1);
    }

    /** The village is off the list of the poor (贫困村摘帽): it was a poor village, and is told since when it is none. */
    public static Told delisted(String code) {
        return village(code, ", \"exitedOn\": \"2019-11-30\"", 2);
    }

    /** The county is off the list of the poor (贫困县摘帽). */
    public static Told delistedCounty(String code) {
        return new Told(code, "division-recorded", """
                {"code": "%s", "name": "County", "level": "COUNTY", "parent": "%s00000000", "validFrom": "2014-01-01",
                 "poorVillage": false, "exitedOn": "2020-05-09", "households": 0, "persons": 0, "revision": 2}
                """.formatted(code, code.substring(0, 4)));
    }

    private static Told village(String code, String exited, long revision) {
        return new Told(
                code, "division-recorded", """
                {"code": "%s", "name": "Village %s", "level": "VILLAGE", "parent": "%s", "validFrom": "2014-01-01",
                 "poorVillage": true%s, "households": 400, "persons": 1800, "revision": %d}
                """.formatted(code, code, code.substring(0, 9) + "000", exited, revision));
    }

    public static Told household(UUID id, String village, String status, String cause, long revision) {
        return household(id, village, "上屯", status, cause, revision);
    }

    public static Told household(UUID id, String village, String hamlet, String status, String cause, long revision) {
        return new Told(id.toString(), "household-" + (status.equals("POOR") ? "registered" : "changed"), """
                {"householdId": "%s", "villageCode": "%s", "hamlet": "%s", "householder": "李大山", "persons": 4,
                 "labourers": 2, "status": "%s", "attribute": "GENERAL", "mainCause": "%s",
                 "otherCauses": ["LACK_OF_FUNDS"], "ethnicity": "06", "score": 40, "year": 2015,
                 "registeredOn": "2016-01-15", "revision": %d}
                """.formatted(
                        id, village, hamlet, status, cause, revision));
    }

    /** Who lives in the household. */
    public static Told members(UUID household, String village, List<UUID> persons) {
        String members = persons.stream().map(Neighbour::member).collect(Collectors.joining(","));
        return new Told(household.toString(), "household-members-recorded", """
                {"householdId": "%s", "villageCode": "%s", "members": [%s], "revision": 1}
                """.formatted(household, village, members));
    }

    private static String member(UUID id) {
        return """
                {"memberId": "%s", "name": "李小龙", "relation": "SON", "birthYear": 2008, "education": "PRIMARY",
                 "schooling": "SENIOR_1", "labour": "NONE"}""".formatted(id);
    }

    /** Hears a topic from its beginning until there are so many events of interest. */
    public static List<Heard> hear(String topic, int count, Predicate<Heard> ofInterest) {
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
                    Heard event = heard(record);
                    if (ofInterest.test(event)) {
                        heard.add(event);
                    }
                });
                return heard.size() >= count;
            });
        }
        return heard;
    }

    private static Heard heard(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Heard(record.key(), headers, JsonPath.from(record.value()));
    }

    private static String brokers() {
        return PlatformResource.platform().addresses().bootstrapServers();
    }
}
