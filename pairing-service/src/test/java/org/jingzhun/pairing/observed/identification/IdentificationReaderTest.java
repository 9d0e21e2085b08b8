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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Every example that the neighbour's contract holds of the two topics, as it is and with a field from the future. */
    @Test
    void theNeighboursExamplesChangeTheExpectedRowAlsoWithAFieldTheyDoNotHaveYet() throws Exception {
        List<String> events = examples();
        assertThat(events).contains("division-recorded");
        for (String event : events) {
            for (boolean extended : List.of(false, true)) {
                if (event.equals("division-recorded")) {
                    divisionIsKept(extended);
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
