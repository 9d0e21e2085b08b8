package org.jingzhun.identification.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.identification.testing.Client.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** A household from its first visit to its exit, as its file tells it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ArchiveStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theFileTellsWhatWasDecidedAndItsHashesCanBeMadeAnew() throws JsonProcessingException {
        County county = Registered.register(
                new County("451068", 16300, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        Registered.withoutNoticeDays(county, 2017);
        Registered.exit(county, 2017, "甲");
        UUID household = county.household("甲");

        JsonNode file = JSON.readTree(read(county, household));
        assertThat(file.at("/householdId").textValue()).isEqualTo(household.toString());
        assertThat(file.at("/scope/showsNumbers").booleanValue()).isTrue();
        assertThat(row(file, "household", "members", 0).get("idNumber").textValue())
                .isEqualTo(county.idNumber("甲"));
        hashesAreMadeAnew(file);
        assertThat(read(county, household)).isEqualTo(read(county, household));

        as("auditor", county.code())
                .get("/v1/households/" + household + "/archive/manifest")
                .then()
                .statusCode(200)
                .body("scope.showsNumbers", equalTo(false));
        county.county()
                .get("/v1/households/" + UUID.randomUUID() + "/archive")
                .then()
                .statusCode(404);
        as("auditor", "451031")
                .get("/v1/households/" + household + "/archive")
                .then()
                .statusCode(404);
    }

    private static String read(County county, UUID household) {
        return county.county()
                .get("/v1/households/" + household + "/archive?reason=inspection")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonNode row(JsonNode file, String section, String table, int place) {
        for (JsonNode each : file.get("sections")) {
            if (each.get("name").textValue().equals(section)) {
                for (JsonNode rows : each.get("tables")) {
                    if (rows.get("name").textValue().equals(table)) {
                        return rows.get("rows").get(place);
                    }
                }
            }
        }
        throw new AssertionError("no table " + table + " in " + section + " of " + file.toPrettyString());
    }

    /** Recomputes every hash with a serializer of its own: names in order, no blanks. */
    private static void hashesAreMadeAnew(JsonNode file) {
        List<String> entries = new ArrayList<>();
        for (JsonNode section : file.get("sections")) {
            entries.add("{\"name\":\"%s\",\"sha256\":\"%s\"}"
                    .formatted(section.get("name").textValue(), Sha256.of(Sorted.text(section))));
        }
        JsonNode manifest = file.get("manifest");
        assertThat(Sorted.text(manifest.get("sections"))).isEqualTo("[" + String.join(",", entries) + "]");
        String rest = Sorted.text(manifest);
        String sha256 = manifest.get("sha256").textValue();
        assertThat(Sha256.of(rest.replace("\"sha256\":\"" + sha256 + "\",", "")))
                .isEqualTo(sha256);
        assertThat(rest.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
