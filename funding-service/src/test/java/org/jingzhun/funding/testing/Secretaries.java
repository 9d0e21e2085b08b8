package org.jingzhun.funding.testing;

import static org.jingzhun.funding.testing.Soon.soon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour.Told;
import org.jspecify.annotations.Nullable;

/** First secretaries as pairing tells of them, and what is told of the money for them. */
public final class Secretaries {

    private static final Path EVENTS = Path.of("../pairing-service/contract/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Secretaries() {}

    /** As pairing's example of the event, with these values. */
    public static Told link(String event, String village, String since, @Nullable String until, long revision) {
        var link = UUID.randomUUID().toString();
        try {
            var example = (ObjectNode) JSON.readTree(Files.readString(EVENTS.resolve(event + ".example.json")));
            example.put("linkId", link)
                    .put("kind", "FIRST_SECRETARY")
                    .put("division", village)
                    .put("since", since)
                    .put("revision", revision);
            if (until != null) {
                example.put("until", until);
            }
            return new Told(link, "org.jingzhun.pairing." + event, example.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lets pairing tell, and waits until the county's villages have so many of a year on duty. */
    public static void settle(County county, int year, List<Integer> onDuty, Told... links) {
        Neighbour.tell("pairing.link", List.of(links));
        soon().until(() -> money(county, year).getList("items.onDuty"), onDuty::equals);
    }

    /** What is told of the money of a year. */
    public static JsonPath money(County county, int year) {
        return county.auditor()
                .get("/v1/money-trail/first-secretaries?year=" + year + "&division=" + county.code())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
