package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jingzhun.funding.published.FundingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service promises about its events: each type has one schema and one example, and they agree. */
class EventContractTest {

    private static final Path EVENTS = Path.of("contract/events");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Stream<Class<?>> events() {
        return Arrays.stream(FundingEvent.class.getPermittedSubclasses());
    }

    private static String shortName(Class<?> event) {
        return event.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static FundingEvent example(Class<?> event) throws Exception {
        return (FundingEvent) JSON.readValue(
                EVENTS.resolve(shortName(event) + ".example.json").toFile(), event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleIsTheRecordAndTheRecordIsTheExample(Class<?> event) throws Exception {
        JsonNode file =
                JSON.readTree(EVENTS.resolve(shortName(event) + ".example.json").toFile());
        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(example(event)));
        assertThat(written).isEqualTo(file);
        assertThat(example(event).type()).isEqualTo("org.jingzhun.funding." + shortName(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleSatisfiesTheSchemaAndWithoutAnyFieldItDoesNot(Class<?> event) throws Exception {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve(shortName(event) + ".schema.json")));
        ObjectNode written = JSON.valueToTree(example(event));
        assertThat(schema.validate(written)).isEmpty();
        for (String field : List.copyOf(fieldNames(written))) {
            var lacking = written.deepCopy();
            lacking.remove(field);
            assertThat(schema.validate(lacking)).as("without " + field).isNotEmpty();
        }
    }

    private static List<String> fieldNames(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void thereAreNoFilesBesideThoseOfTheTypes() throws Exception {
        var expected = events().flatMap(
                        event -> Stream.of(shortName(event) + ".schema.json", shortName(event) + ".example.json"))
                .toList();
        try (var files = Files.list(EVENTS)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theChannelListsEveryType(Class<?> event) throws Exception {
        assertThat(Files.readString(Path.of("contract/asyncapi.yaml")))
                .contains("name: org.jingzhun.funding." + shortName(event))
                .contains("events/" + shortName(event) + ".schema.json")
                .contains("address: " + example(event).topic());
    }
}
