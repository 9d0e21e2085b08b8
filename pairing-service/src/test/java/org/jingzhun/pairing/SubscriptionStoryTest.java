package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another system without Kafka hears of supervision, responsibility and help, too. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
@TestProfile(SubscriptionStoryTest.WithWebhooks.class)
class SubscriptionStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Map<String, String> received = new ConcurrentHashMap<>();
    private HttpServer server;
    private String address;

    /** Receivers may be on this machine. */
    public static final class WithWebhooks implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jingzhun.webhooks.secret", "VGhlc2UgYXJlIGJ5dGVzIGZvciB0ZXN0cyBvbmx5LCBub3Qgc2VjcmV0Lg==",
                    "jingzhun.webhooks.plain-http", "true",
                    "jingzhun.webhooks.networks", "127.0.0.1/32");
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.put(exchange.getRequestHeaders().getFirst("ce-type"), body);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Test
    void everyAnnouncementReachesASubscriptionOfItsArea() throws Exception {
        subscribe("451031");
        for (Announcement.Type type : Announcement.Type.values()) {
            publish(type.topic(), type.code(), example(type));
        }
        await().atMost(SOON).until(() -> received.size() == Announcement.Type.values().length);
        for (Announcement.Type type : Announcement.Type.values()) {
            assertThat(received.get(type.code())).isEqualTo(example(type));
        }
    }

    @Test
    void aProblemThatSomebodyReportsIsToldToTheSystemThatSubscribed() {
        PlatformResource.connectOutbox();
        County county = new County("450488");
        subscribe(county.code());
        UUID problem = UUID.randomUUID();
        County.as("supervisor", county.code(), "supervisor@" + county.code())
                .body(Map.of(
                        "id",
                        problem,
                        "division",
                        county.village(1),
                        "title",
                        "No helper came",
                        "details",
                        "Since May"))
                .post("/v1/problems")
                .then()
                .statusCode(200);
        String type = Announcement.Type.PROBLEM_OPENED.code();
        await().atMost(SOON).until(() -> received.containsKey(type));
        JsonPath event = JsonPath.from(received.get(type));
        assertThat(event.getString("problemId")).isEqualTo(problem.toString());
        assertThat(event.getString("division")).isEqualTo(county.village(1));
        assertThat(received.get(type)).doesNotContain("No helper came");
    }

    private void subscribe(String area) {
        List<String> types = Arrays.stream(Announcement.Type.values())
                .map(Announcement.Type::code)
                .toList();
        given().auth()
                .oauth2(Tokens.of("system", area, "civil-affairs@" + area))
                .contentType(ContentType.JSON)
                .body(Map.of("url", address, "types", types))
                .post("/v1/subscriptions")
                .then()
                .statusCode(201);
    }

    private static String example(Announcement.Type type) throws IOException {
        return Files.readString(Path.of("contract/events", type.kebab() + ".example.json"));
    }

    private static void publish(String topic, String type, String json) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        PlatformResource.platform().addresses().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            UUID key = UUID.randomUUID();
            var message = new ProducerRecord<>(topic, key.toString(), json);
            Map.of(
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_type",
                            type,
                            "ce_source",
                            "/pairing-service",
                            "ce_time",
                            "2018-04-02T08:00:00Z",
                            "ce_subject",
                            key.toString())
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        }
    }
}
