package org.jingzhun.chassis.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jspecify.annotations.Nullable;

/**
 * Real exchanges: {@code openapi/examples/<operationId>.json} holds what one test sent and got, as recorded. A request and
 * an answer belong together.
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = "request";
    private static final String RESPONSES = "responses";
    private static final String PROBLEMS = "problems";

    private final Map<String, Map<String, Map<String, Object>>> byOperation = new HashMap<>();

    private Examples() {}

    static Examples of(List<Endpoint> endpoints) {
        var examples = new Examples();
        endpoints.forEach(endpoint -> examples.read(endpoint.operation().getOperationId()));
        return examples;
    }

    private void read(String operation) {
        String file = "openapi/examples/" + operation + ".json";
        try (InputStream bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (bytes != null) {
                byOperation.put(operation, JSON.readValue(bytes, new TypeReference<>() {}));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    /** By status and code. */
    Map<Integer, Map<String, Object>> problems(String operation) {
        Map<Integer, Map<String, Object>> problems = new TreeMap<>();
        part(operation, PROBLEMS)
                .forEach((status, byCode) -> problems.put(Integer.valueOf(status), new TreeMap<>(members(byCode))));
        return problems;
    }

    /** Puts the examples of bodies where the bodies are described. */
    void show(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.hasBody()) {
                show(endpoint.operation().getRequestBody().getContent(), part(endpoint.name(), REQUEST));
            }
            part(endpoint.name(), RESPONSES).forEach((status, byType) -> {
                var answer = endpoint.operation().getResponses().getAPIResponse(status);
                if (answer != null) {
                    show(answer.getContent(), members(byType));
                }
            });
        }
    }

    private static void show(Content content, Map<String, Object> byType) {
        if (content != null) {
            byType.forEach((type, example) -> {
                if (content.hasMediaType(type)) {
                    content.getMediaType(type).setExample(example);
                }
            });
            if (content.hasMediaType(Streams.NDJSON) && content.hasMediaType(Streams.JSON)) {
                row(content.getMediaType(Streams.JSON).getExample())
                        .ifPresent(content.getMediaType(Streams.NDJSON)::setExample);
            }
        }
    }

    /** The first of a slice: a line of the stream is a row of the list. */
    private static Optional<Object> row(@Nullable Object slice) {
        return slice instanceof Map<?, ?> shown && shown.get("items") instanceof List<?> rows
                ? rows.stream().findFirst().map(first -> (Object) first)
                : Optional.empty();
    }

    private Map<String, Object> part(String operation, String name) {
        return byOperation.getOrDefault(operation, Map.of()).getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked") // an object in JSON
    private static Map<String, Object> members(Object object) {
        return (Map<String, Object>) object;
    }
}
