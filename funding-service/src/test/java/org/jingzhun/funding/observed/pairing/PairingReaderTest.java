package org.jingzhun.funding.observed.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.funding.testing.Soon.soon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
class PairingReaderTest {

    private static final Path EVENTS = Path.of("../pairing-service/contract/events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final County COUNTY = new County("450749");

    private final UUID household = UUID.randomUUID();

    /** The examples of pairing are read as they are, and with a field that they do not have yet. */
    @Test
    void whoHelpsAHouseholdStandsBesideItsBenefits() throws IOException {
        Neighbour.tell(
                "identification.register", List.of(Neighbour.household(household, COUNTY.village(1), 3, "POOR", 1)));
        soon().until(() -> benefits().getString("household"), household.toString()::equals);
        assertThat(benefits().getString("helper")).isNull();

        Told paired = told("household-paired", 1, false);
        tell(paired);
        soon().until(() -> benefits().getString("helper.name"), "黄建国"::equals);
        assertThat(benefits().getString("helper.until")).isNull();
        tell(told("household-transferred", 2, true));
        soon().until(() -> benefits().getString("helper.name"), "王秀英"::equals);
        tell(told("pairing-closed", 3, true));
        soon().until(() -> benefits().getString("helper.until"), "2018-12-31"::equals);

        UUID other = UUID.randomUUID();
        Neighbour.tell("identification.register", List.of(Neighbour.household(other, COUNTY.village(1), 3, "POOR", 1)));
        tell(
                paired,
                new Told(
                        other.toString(),
                        paired.type(),
                        paired.json().replace(household.toString(), other.toString())));
        soon().until(
                        () -> Client.as("auditor", COUNTY.code())
                                .get("/v1/households/" + other + "/benefits")
                                .jsonPath()
                                .getString("helper.name"),
                        "黄建国"::equals);
        assertThat(benefits().getString("helper.name")).isEqualTo("王秀英");
    }

    private static void tell(Told... events) {
        Neighbour.tell("pairing.pairing", List.of(events));
    }

    private JsonPath benefits() {
        return Client.as("auditor", COUNTY.code())
                .get("/v1/households/" + household + "/benefits")
                .jsonPath();
    }

    private Told told(String event, long revision, boolean extended) throws IOException {
        var example = (ObjectNode) JSON.readTree(Files.readString(EVENTS.resolve(event + ".example.json")));
        example.put("householdId", household.toString())
                .put("villageCode", COUNTY.village(1))
                .put("revision", revision);
        if (extended) {
            example.put("somethingNew", "x");
        }
        return new Told(household.toString(), "org.jingzhun.pairing." + event, example.toString());
    }
}
