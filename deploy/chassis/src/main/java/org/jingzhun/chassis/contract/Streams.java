package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Lists as streams: a line of NDJSON is one row of the list, not a slice, and CSV is text. */
final class Streams {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private Streams() {}

    /** Whether the whole list can be had as rows. */
    static boolean isOf(Endpoint endpoint) {
        APIResponse answer = endpoint.operation().getResponses().getAPIResponse("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType(NDJSON);
    }

    static void describe(List<Endpoint> endpoints, OpenAPI contract) {
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        endpoints.stream()
                .flatMap(endpoint -> endpoint.operation().getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getContent)
                .filter(content -> content != null && content.hasMediaType(JSON))
                .forEach(content -> describe(content, schemas));
    }

    private static void describe(Content content, Map<String, Schema> schemas) {
        if (content.hasMediaType(NDJSON)) {
            row(content.getMediaType(JSON), schemas).ifPresent(row -> content.addMediaType(NDJSON, of(row)));
        }
        if (content.hasMediaType(CSV)) {
            content.addMediaType(
                    CSV,
                    of(OASFactory.createSchema()
                            .description("UTF-8 with a byte order mark: a line with the names of the columns, which are"
                                    + " the fields of a row, then a line for each row, to the end of the list.")));
        }
    }

    private static MediaType of(Schema schema) {
        return OASFactory.createMediaType().schema(schema);
    }

    private static Optional<Schema> row(MediaType slice, Map<String, Schema> schemas) {
        return Optional.ofNullable(slice.getSchema())
                .map(Schema::getRef)
                .map(reference -> schemas.get(reference.substring(reference.lastIndexOf('/') + 1)))
                .map(Schema::getProperties)
                .map(properties -> properties.get("items"))
                .map(Schema::getItems);
    }
}
