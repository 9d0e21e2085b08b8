package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.PairingEvent;
import org.jingzhun.pairing.published.VisitRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this service promises about its events: each type has one schema and one example, and they agree. */
class EventContractTest {

    private static final Path EVENTS = Path.of("contract/events");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static String name(PairingEvent.Type type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonNode example(PairingEvent.Type type) throws Exception {
        return JSON.readTree(EVENTS.resolve(name(type) + ".example.json").toFile());
    }

    @ParameterizedTest
    @EnumSource
    void theExampleIsTheRecordAndTheRecordIsTheExample(PairingEvent.Type type) throws Exception {
        JsonNode written = JSON.valueToTree(JSON.treeToValue(example(type), PairingEvent.class));
        assertThat(written.toString()).isEqualTo(example(type).toString());
        assertThat(type.code()).isEqualTo("org.jingzhun.pairing." + name(type));
    }

    @ParameterizedTest
    @EnumSource
    void theExampleSatisfiesTheSchemaAndWithoutAnyFieldItDoesNot(PairingEvent.Type type) throws Exception {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve(name(type) + ".schema.json")));
        assertThat(schema.validate(example(type))).isEmpty();
        List<String> fields =
                example(type).properties().stream().map(Map.Entry::getKey).toList();
        for (String field : fields) {
            ObjectNode lacking = (ObjectNode) example(type);
            lacking.remove(field);
            assertThat(schema.validate(lacking)).as("without " + field).isNotEmpty();
        }
    }

    @Test
    void aVisitIsToldAsItsExampleSays() throws Exception {
        JsonNode example =
                JSON.readTree(EVENTS.resolve("visit-recorded.example.json").toFile());
        assertThat(JSON.<JsonNode>valueToTree(JSON.treeToValue(example, VisitRecorded.class)))
                .isEqualTo(example);
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve("visit-recorded.schema.json")));
        assertThat(schema.validate(example)).isEmpty();
        for (Map.Entry<String, JsonNode> field : example.properties()) {
            ObjectNode lacking = example.deepCopy();
            lacking.remove(field.getKey());
            assertThat(schema.validate(lacking)).as("without " + field.getKey()).isNotEmpty();
        }
        assertThat(Files.readString(Path.of("contract/asyncapi.yaml")))
                .contains("address: " + VisitRecorded.TOPIC)
                .contains("name: " + VisitRecorded.TYPE);
    }

    @Test
    void thereAreNoFilesBesideThoseOfTheTypes() throws Exception {
        List<String> expected = Stream.concat(
                        Stream.concat(
                                Stream.of("visit-recorded"),
                                Arrays.stream(Announcement.Type.values()).map(Announcement.Type::kebab)),
                        Arrays.stream(PairingEvent.Type.values()).map(EventContractTest::name))
                .flatMap(name -> Stream.of(name + ".schema.json", name + ".example.json"))
                .toList();
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChannelListsEveryType(PairingEvent.Type type) throws Exception {
        assertThat(Files.readString(Path.of("contract/asyncapi.yaml")))
                .contains("address: " + PairingEvent.TOPIC)
                .contains("name: " + type.code())
                .contains("events/" + name(type) + ".schema.json");
    }

    @ParameterizedTest
    @EnumSource
    void anAnnouncementIsAsItsExampleAndItsSchemaSay(Announcement.Type type) throws Exception {
        JsonNode example =
                JSON.readTree(EVENTS.resolve(type.kebab() + ".example.json").toFile());
        assertThat(JSON.valueToTree(JSON.treeToValue(example, type.record())).toString())
                .isEqualTo(example.toString());
        String text = Files.readString(EVENTS.resolve(type.kebab() + ".schema.json"));
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
        assertThat(schema.validate(example)).isEmpty();
        for (JsonNode field : JSON.readTree(text).get("required")) {
            ObjectNode lacking = example.deepCopy();
            lacking.remove(field.asText());
            assertThat(schema.validate(lacking)).as("without " + field).isNotEmpty();
        }
        assertThat(JSON.readTree(text).get("properties").properties().stream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(Arrays.stream(type.record().getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("type"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theChannelListsEveryAnnouncement(Announcement.Type type) throws Exception {
        assertThat(Files.readString(Path.of("contract/asyncapi.yaml")))
                .contains("address: " + type.topic())
                .contains("name: " + type.code())
                .contains("events/" + type.kebab() + ".schema.json");
    }
}
