package org.jingzhun.pairing.observed.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.Neighbour;
import org.jingzhun.pairing.testing.Neighbour.Told;
import org.jingzhun.pairing.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What funding promises of {@code funding.benefit} is what this service reads, and it ends in the expected row. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class FundingReaderTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path CONTRACT = Path.of("../funding-service/contract");
    private static final String PREFIX = "org.jingzhun.funding.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> IDS = Map.of("benefit-paid", "paymentId", "dividend-paid", "dividendId");

    @Inject
    Rows rows;

    @Inject
    BenefitProjection projection;

    /** A type that funding adds to the topic, or renames, is missed by nobody. */
    @Test
    void theTypesOfTheTopicAreThoseThatAreRead() throws IOException {
        JsonNode contract =
                new YAMLMapper().readTree(CONTRACT.resolve("asyncapi.yaml").toFile());
        List<String> promised = new ArrayList<>();
        for (JsonNode channel : contract.get("channels")) {
            if (channel.get("address").asText().equals(projection.topic())) {
                channel.get("messages").properties().forEach(message -> promised.add(message.getKey()));
            }
        }
        assertThat(promised).containsExactlyInAnyOrderElementsOf(IDS.keySet());
        for (String type : promised) {
            assertThat(contract.at("/components/messages/" + type + "/name").asText())
                    .isEqualTo(PREFIX + type);
            assertThat(projection.types().recordByType()).containsKey(PREFIX + type);
        }
    }

    /** What is read is in each event, not only in some. */
    @ParameterizedTest
    @ValueSource(strings = {"benefit-paid", "dividend-paid"})
    void everyFieldThatIsReadIsPromised(String type) throws IOException {
        String text = Files.readString(CONTRACT.resolve("events/" + type + ".schema.json"));
        List<String> required = new ArrayList<>();
        JSON.readTree(text).get("required").forEach(field -> required.add(field.asText()));
        Class<?> read = Objects.requireNonNull(projection.types().recordByType().get(PREFIX + type));
        assertThat(required)
                .containsAll(Arrays.stream(read.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
        assertThat(schema.validate(example(type))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"benefit-paid", "dividend-paid"})
    void theNeighboursExamplesEndInTheExpectedRowAlsoWithAFieldTheyDoNotHaveYet(String type) throws IOException {
        for (boolean extended : List.of(false, true)) {
            ObjectNode event = example(type);
            UUID household = UUID.randomUUID();
            UUID id = identified(event, type, household);
            if (extended) {
                event.put("somethingNew", "x");
            }
            tell(household, type, event);
            assertKept(id, event);
        }
    }

    /** A payment that went back stands as returned, and its older state, which comes late, does not take its place. */
    @Test
    void whatWentBackStaysReturned() throws IOException {
        ObjectNode event = example("benefit-paid");
        UUID household = UUID.randomUUID();
        UUID id = identified(event, "benefit-paid", household);
        ObjectNode returned = event.deepCopy().put("state", "RETURNED").put("revision", 2);
        tell(household, "benefit-paid", returned);
        assertKept(id, returned);
        ObjectNode last = event.deepCopy();
        UUID lastId = identified(last, "benefit-paid", household);
        tell(household, "benefit-paid", event);
        tell(household, "benefit-paid", last);
        assertKept(lastId, last);
        assertKept(id, returned);
    }

    private void assertKept(UUID id, ObjectNode event) {
        String expected = String.join(
                " ",
                event.get("householdId").asText(),
                event.get("villageCode").asText(),
                event.path("benefit").asText("DIVIDEND"),
                event.get("year").asText(),
                new BigDecimal(event.get("amount").asText()).movePointRight(2).toBigIntegerExact() + "",
                event.path("state").asText("PAID"),
                event.get("paidOn").asText(),
                event.path("sourceName").asText("资产收益"),
                event.get("revision").asText());
        await().atMost(SOON)
                .until(
                        () -> rows.texts(
                                "select concat_ws(' ', household_id, village_code, benefit, year, fen, state, paid_on,"
                                        + " source_name, revision) from observed_benefit where payment_id = ?",
                                id),
                        List.of(expected)::equals);
    }

    private static UUID identified(ObjectNode event, String type, UUID household) {
        UUID id = UUID.randomUUID();
        event.put("householdId", household.toString());
        event.put(Objects.requireNonNull(IDS.get(type)), id.toString());
        return id;
    }

    private static void tell(UUID household, String type, ObjectNode event) {
        Neighbour.tell("funding.benefit", List.of(new Told(household.toString(), PREFIX + type, event.toString())));
    }

    private static ObjectNode example(String type) throws IOException {
        return (ObjectNode) JSON.readTree(
                CONTRACT.resolve("events/" + type + ".example.json").toFile());
    }
}
