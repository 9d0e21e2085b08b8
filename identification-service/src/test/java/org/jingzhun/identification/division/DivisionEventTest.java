package org.jingzhun.identification.division;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.identification.testing.Client.imported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class DivisionEventTest {

    private static final String TOWNSHIP = "451031340";
    private static final String VILLAGE = TOWNSHIP + "001";

    @Inject
    ObjectMapper json;

    @Test
    void othersHearOfAVillageAndOfItsPopulation() throws IOException {
        PlatformResource.connectOutbox();
        Places.known(TOWNSHIP, 1);
        UUID household = UUID.randomUUID();
        imported("households", List.of(People.household(household, VILLAGE)));
        imported("members", List.of(People.member(UUID.randomUUID(), household, "HEAD", 1101)));

        List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        PlatformResource.platform().addresses().bootstrapServers(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("identification.village"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
                return persons(heard) == 1;
            });
        }

        List<ConsumerRecord<String, byte[]>> ofVillage =
                heard.stream().filter(event -> event.key().equals(VILLAGE)).toList();
        ConsumerRecord<String, byte[]> last = ofVillage.getLast();
        JsonNode state = json.readTree(last.value());
        assertThat(state.get("households").asInt()).isEqualTo(1);
        assertThat(state.get("level").asText()).isEqualTo("VILLAGE");
        assertThat(state.get("revision").asLong())
                .isGreaterThan(json.readTree(ofVillage.getFirst().value())
                        .get("revision")
                        .asLong());
        assertThat(header(last, "ce_type")).isEqualTo("org.jingzhun.identification.division-recorded");
        assertThat(header(last, "ce_source")).isEqualTo("/identification-service");
        assertThat(header(last, "ce_subject")).isEqualTo(VILLAGE);
    }

    private int persons(List<ConsumerRecord<String, byte[]>> heard) throws IOException {
        int persons = 0;
        for (ConsumerRecord<String, byte[]> event : heard) {
            if (event.key().equals(VILLAGE)) {
                persons = json.readTree(event.value()).get("persons").asInt();
            }
        }
        return persons;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
