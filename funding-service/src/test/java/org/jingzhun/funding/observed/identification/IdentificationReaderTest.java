package org.jingzhun.funding.observed.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.jingzhun.funding.testing.Soon.soon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.jingzhun.funding.testing.Neighbour.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class IdentificationReaderTest {

    private static final Path EVENTS = Path.of("../identification-service/contract/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<Integer> poor(County county, int village) {
        JsonPath villages = county.auditor()
                .get("/v1/villages?division=" + county.village(village))
                .jsonPath();
        return villages.getList("items").isEmpty()
                ? List.of()
                : List.of(villages.getInt("items[0].poorHouseholds"), villages.getInt("items[0].poorPersons"));
    }

    private static void eventually(County county, int village, Integer... expected) {
        soon().until(() -> poor(county, village), List.of(expected)::equals);
    }

    @Test
    void duplicatesAndDisorderEndInTheNewestState() {
        var county = new County("451024");
        var moved = UUID.randomUUID();
        var exited = UUID.randomUUID();
        var events = new ArrayList<Told>();
        for (long revision = 1; revision <= 20; revision++) {
            events.add(Neighbour.household(moved, county.village(1), (int) revision, "POOR", revision));
            events.add(Neighbour.household(
                    exited, county.village(1), 3, revision == 20 ? "EXITED" : "RETURNED", revision));
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(1));
        Neighbour.tell(
                "identification.village", List.of(Neighbour.division(county.village(1), "VILLAGE", true, 100, 1)));
        Neighbour.tell("identification.register", events);
        eventually(county, 1, 1, 20);
    }

    @Test
    void anEventThatCannotBeReadBecomesADeadLetterAndTheNextIsRead() {
        var county = new County("451026");
        var type = "org.jingzhun.identification.household-registered";
        var village = county.village(1);
        Neighbour.tell("identification.village", List.of(Neighbour.division(village, "VILLAGE", true, 100, 1)));
        var bad = List.of(
                new Told("a", type, "no json"),
                new Told(
                        "b",
                        type,
                        "{\"householdId\": \"no uuid\", \"villageCode\": \"" + village + "\", \"revision\": 1}"),
                new Told(
                        "c",
                        type,
                        "{\"villageCode\": \"" + village
                                + "\", \"persons\": 1, \"status\": \"POOR\", \"revision\": 1}"),
                new Told(
                        "d",
                        type,
                        "{\"householdId\": \"" + UUID.randomUUID()
                                + "\", \"villageCode\": \"45\", \"persons\": 1, \"status\": \"POOR\", \"revision\": 1}"),
                new Told("e", "", "{}"));
        var mixed = new ArrayList<>(bad);
        mixed.add(2, Neighbour.household(UUID.randomUUID(), village, 5, "POOR", 1));
        mixed.add(new Told("f", "org.jingzhun.identification.household-painted", "of no interest"));
        Neighbour.tell("identification.register", mixed);
        eventually(county, 1, 1, 5);
        soon().until(
                        () -> Client.as("system", "45")
                                .get("/v1/dead-letters?topic=identification.register&limit=1000")
                                .jsonPath()
                                .getList("items.key", String.class),
                        keys -> keys.containsAll(List.of("a", "b", "c", "d", "e")) && !keys.contains("f"));
        String letter =
                Client.as("system", "45").get("/v1/dead-letters?limit=1000").path("items.find { it.key == 'a' }.id");
        Client.as("system", "45")
                .post("/v1/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(422)
                .body("code", containsString("still-unreadable"));
    }

    @Test
    void theNeighboursExamplesChangeTheExpectedRowAlsoWithAFieldTheyDoNotHaveYet() throws Exception {
        for (boolean extended : List.of(false, true)) {
            var division = example("division-recorded", extended);
            var village = division.get("code").asText();
            var household = example("household-registered", extended);
            household.put("villageCode", village);
            household.put("householdId", UUID.randomUUID().toString());
            household.put("status", "POOR");
            division.put("level", "VILLAGE");
            Neighbour.tell("identification.village", List.of(told("division-recorded", division)));
            var before = soon().until(() -> poorIn(village), counts -> !counts.isEmpty());
            Neighbour.tell("identification.register", List.of(told("household-registered", household)));
            soon().until(
                            () -> poorIn(village),
                            counts -> counts.equals(List.of(
                                    before.get(0) + 1,
                                    before.get(1) + household.get("persons").asInt())));
        }
    }

    @Test
    void theMonitoredOfAVillageAreCountedWhileTheyAre() throws Exception {
        var village = new County("451027").village(1);
        Neighbour.tell("identification.village", List.of(Neighbour.division(village, "VILLAGE", true, 100, 1)));
        for (boolean extended : List.of(false, true)) {
            var monitored = example("household-monitored", extended).put("villageCode", village);
            var closed = example("household-monitoring-closed", extended).put("villageCode", village);
            var id = UUID.randomUUID().toString();
            monitored.put("monitoringId", id);
            closed.put("monitoringId", id);
            Neighbour.tell("identification.register", List.of(told("household-monitored", monitored)));
            soon().until(
                            () -> monitoredIn(village),
                            List.of(1, monitored.get("persons").asInt())::equals);
            Neighbour.tell(
                    "identification.register",
                    List.of(told("household-monitoring-closed", closed), told("household-monitored", monitored)));
            soon().until(() -> monitoredIn(village), List.of(0, 0)::equals);
        }
    }

    private static List<Integer> monitoredIn(String village) {
        JsonPath villages = Client.as("auditor", "45")
                .get("/v1/villages?division=" + village)
                .jsonPath();
        return villages.getList("items").isEmpty()
                ? List.of()
                : List.of(
                        villages.getInt("items[0].monitoredHouseholds"), villages.getInt("items[0].monitoredPersons"));
    }

    private static List<Integer> poorIn(String village) {
        JsonPath villages = Client.as("auditor", "45")
                .get("/v1/villages?division=" + village)
                .jsonPath();
        return villages.getList("items").isEmpty()
                ? List.of()
                : List.of(villages.getInt("items[0].poorHouseholds"), villages.getInt("items[0].poorPersons"));
    }

    private static ObjectNode example(String event, boolean extended) throws Exception {
        var example = (ObjectNode) JSON.readTree(Files.readString(EVENTS.resolve(event + ".example.json")));
        assertThat(example.size()).isPositive();
        return extended ? example.put("somethingNew", "x") : example;
    }

    private static Told told(String event, ObjectNode payload) {
        return new Told("k", "org.jingzhun.identification." + event, payload.toString());
    }
}
