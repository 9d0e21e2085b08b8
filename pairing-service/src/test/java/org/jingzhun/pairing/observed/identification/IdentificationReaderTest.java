package org.jingzhun.pairing.observed.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.Neighbour;
import org.jingzhun.pairing.testing.Neighbour.Told;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class IdentificationReaderTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path EVENTS = Path.of("../identification-service/contract/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Rows rows;

    @Inject
    HouseholdProjection projection;

    @Test
    void duplicatesAndDisorderEndInTheNewestState() {
        UUID household = UUID.randomUUID();
        List<Told> events = new ArrayList<>();
        for (long revision = 1; revision <= 20; revision++) {
            events.add(Neighbour.household(
                    household, "451021100201", revision == 20 ? "EXITED" : "POOR", "ILLNESS", revision));
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(1));
        Neighbour.tell("identification.register", events);
        await().atMost(SOON)
                .until(
                        () -> rows.texts(
                                "select status || ' ' || revision from observed_household where id = ?", household),
                        List.of("EXITED 20")::equals);
    }

    /** One batch tells of registration, exit and return; the next tells the same again, and of an older step. */
    @Test
    void everyStepOfABatchIsInTheHistory() {
        UUID household = UUID.randomUUID();
        String registered = told(household, "POOR", 1, "");
        String exited = told(household, "EXITED", 2, "\"exitedOn\": \"2018-11-30\", \"exitYear\": 2018,");
        String returned = told(household, "RETURNED", 3, "\"returnedOn\": \"2019-03-01\",");
        String again = told(household, "EXITED", 4, "\"exitedOn\": \"2019-12-20\", \"exitYear\": 2019,");
        projection.read(batch(household, returned, registered, again, exited));
        projection.read(batch(household, exited, exited));
        assertThat(rows.texts(
                        "select status || ' ' || since from observed_status where household_id = ? order by since",
                        household))
                .containsExactly("POOR 2016-01-15", "EXITED 2018-11-30", "RETURNED 2019-03-01", "EXITED 2019-12-20");
        assertThat(rows.texts(
                        "select exit_year from observed_exit where household_id = ? order by exited_on", household))
                .containsExactly("2018", "2019");
        assertThat(rows.texts("select status || ' ' || revision from observed_household where id = ?", household))
                .containsExactly("EXITED 4");
    }

    private static String told(UUID household, String status, int revision, String more) {
        return """
                {"householdId": "%s", "villageCode": "450379100201", "hamlet": "上屯", "householder": "李大山", "persons": 4,
                 "labourers": 2, "status": "%s", "attribute": "GENERAL", "mainCause": "ILLNESS", "otherCauses": [],
                 "ethnicity": "06", "registeredOn": "2016-01-15", %s "revision": %d}
                """.formatted(household, status, more, revision);
    }

    private static ConsumerRecords<String, byte[]> batch(UUID household, String... events) {
        String topic = "identification.register";
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (String event : events) {
            ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                    topic, 0, records.size(), household.toString(), event.getBytes(StandardCharsets.UTF_8));
            record.headers()
                    .add("ce_type", "org.jingzhun.identification.household-changed".getBytes(StandardCharsets.UTF_8));
            records.add(record);
        }
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), records), Map.of());
    }

    /** Every example that the neighbour's contract holds of the three topics, as it is and with a field from the future. */
    @Test
    void theNeighboursExamplesChangeTheExpectedRowAlsoWithAFieldTheyDoNotHaveYet() throws Exception {
        List<String> events = examples();
        assertThat(events).contains("division-recorded", "household-members-recorded");
        for (String event : events) {
            for (boolean extended : List.of(false, true)) {
                if (event.equals("division-recorded")) {
                    divisionIsKept(extended);
                } else if (event.equals("household-members-recorded")) {
                    membersAreKept(extended);
                } else if (event.startsWith("household-monitor")) {
                    monitoringIsKept(event, extended);
                } else {
                    householdIsKept(event, extended);
                }
            }
        }
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".example.json"))
                    .map(name -> name.substring(0, name.length() - ".example.json".length()))
                    .filter(name -> name.startsWith("household-") || name.equals("division-recorded"))
                    .sorted()
                    .toList();
        }
    }

    private void divisionIsKept(boolean extended) throws IOException {
        ObjectNode event = example("division-recorded", extended);
        event.put("code", extended ? "451021100298" : "451021100299");
        Neighbour.tell(
                "identification.village",
                List.of(new Told(event.get("code").asText(), "division-recorded", event.toString())));
        await().atMost(SOON)
                .until(
                        () -> rows.texts(
                                "select name from observed_division where code = ?",
                                event.get("code").asLong()),
                        List.of(event.get("name").asText())::equals);
    }

    private void householdIsKept(String type, boolean extended) throws IOException {
        UUID id = UUID.randomUUID();
        ObjectNode event = example(type, extended);
        event.put("householdId", id.toString());
        Neighbour.tell("identification.register", List.of(new Told(id.toString(), type, event.toString())));
        await().atMost(SOON)
                .until(
                        () -> rows.texts("select status || ' ' || main_cause from observed_household where id = ?", id),
                        List.of(event.get("status").asText() + " "
                                + event.get("mainCause").asText())::equals);
    }

    /** And an older state, which comes late, does not take its place. */
    private void membersAreKept(boolean extended) throws IOException {
        UUID id = UUID.randomUUID();
        ObjectNode event = example("household-members-recorded", extended);
        event.put("householdId", id.toString());
        ObjectNode older = event.deepCopy().put("revision", 1);
        older.putArray("members");
        if (extended) {
            ((ObjectNode) event.at("/members/0")).put("somethingNew", "x");
        }
        String type = "household-members-recorded";
        Neighbour.tell(
                "identification.member",
                List.of(
                        new Told(id.toString(), type, event.toString()),
                        new Told(id.toString(), type, older.toString())));
        await().atMost(SOON)
                .until(
                        () -> rows.texts(
                                "select m.value ->> 'name' || ' ' || (m.value ->> 'birthYear')"
                                        + " from observed_members o, jsonb_array_elements(o.members) with ordinality m"
                                        + " where o.household_id = ? order by m.ordinality",
                                id),
                        List.of("王建国 1968", "王小梅 2004")::equals);
    }

    private void monitoringIsKept(String type, boolean extended) throws IOException {
        UUID id = UUID.randomUUID();
        ObjectNode event = example(type, extended);
        event.put("monitoringId", id.toString());
        Neighbour.tell("identification.register", List.of(new Told(id.toString(), type, event.toString())));
        await().atMost(SOON)
                .until(
                        () -> rows.texts(
                                "select household_id || ' ' || coalesce(closed_on::text, 'open')"
                                        + " from observed_monitoring where monitoring_id = ?",
                                id),
                        List.of(event.get("householdId").asText() + " "
                                + event.path("closedOn").asText("open"))::equals);
    }

    private static ObjectNode example(String event, boolean extended) throws IOException {
        ObjectNode example = (ObjectNode) JSON.readTree(Files.readString(EVENTS.resolve(event + ".example.json")));
        return extended ? example.put("somethingNew", "x") : example;
    }
}
