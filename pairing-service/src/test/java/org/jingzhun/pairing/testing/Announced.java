package org.jingzhun.pairing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jingzhun.pairing.published.Announcement;

/** What this service told of one thing, heard from Kafka and held against the contract. */
public final class Announced {

    private static final String PREFIX = "org.jingzhun.pairing.";

    private Announced() {}

    /** Waits until so many types were told of it, each in its order. */
    public static List<Neighbour.Heard> of(UUID key, Announcement.Type... types) {
        List<Neighbour.Heard> heard = Neighbour.hear(
                types[0].topic(), types.length, event -> event.key().equals(key.toString()));
        assertThat(heard.stream().map(event -> event.headers().get("ce_type")))
                .containsExactlyElementsOf(
                        List.of(types).stream().map(Announcement.Type::code).toList());
        heard.forEach(Announced::isAsTheContractSays);
        return heard;
    }

    private static void isAsTheContractSays(Neighbour.Heard event) {
        String name = event.headers().getOrDefault("ce_type", PREFIX).substring(PREFIX.length());
        try {
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("contract/events", name + ".schema.json")));
            assertThat(schema.validate(event.payload().prettify(), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(event.headers())
                .containsEntry("ce_source", "/pairing-service")
                .containsEntry("ce_subject", event.key());
    }
}
