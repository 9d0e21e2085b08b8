package org.jingzhun.identification.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event has one schema and one example in contract/events, and both agree with its record. */
class EventContractTest {

    private static final Path EVENTS = Path.of("contract/events");
    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("division-recorded", DivisionRecorded.class),
            Map.entry("household-registered", HouseholdRegistered.class),
            Map.entry("household-changed", HouseholdChanged.class),
            Map.entry("household-exited", HouseholdExited.class),
            Map.entry("household-returned", HouseholdReturned.class),
            Map.entry("household-rolled-back", HouseholdRolledBack.class),
            Map.entry("household-removed", HouseholdRemoved.class),
            Map.entry("household-members-recorded", HouseholdMembersRecorded.class),
            Map.entry("household-monitored", HouseholdMonitored.class),
            Map.entry("household-monitoring-closed", HouseholdMonitoringClosed.class),
            Map.entry("person-left", PersonLeft.class));

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Stream<Arguments> events() {
        return RECORDS.entrySet().stream().map(event -> Arguments.of(event.getKey(), event.getValue()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleFitsTheSchemaAndIsWhatTheRecordWrites(String event, Class<? extends Record> record)
            throws IOException {
        JsonNode example = json.readTree(EVENTS.resolve(event + ".example.json").toFile());
        JsonNode schema = json.readTree(EVENTS.resolve(event + ".schema.json").toFile());

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(example))
                .isEmpty();
        assertThat(json.readTree(json.writeValueAsBytes(json.treeToValue(example, record))))
                .isEqualTo(example);
        Set<String> components = fields(record).collect(Collectors.toCollection(TreeSet::new));
        Set<String> promised = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(promised::add);
        assertThat(promised).isEqualTo(components);
    }

    /** The state of a household lies flat in its events. */
    private static Stream<String> fields(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .flatMap(component -> component.getType() == HouseholdState.class
                        ? fields(HouseholdState.class)
                        : Stream.of(component.getName()));
    }

    @Test
    void noOtherFileLiesAmongThePromises() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(RECORDS.keySet().stream()
                            .flatMap(event -> Stream.of(event + ".schema.json", event + ".example.json"))
                            .toList());
        }
    }
}
