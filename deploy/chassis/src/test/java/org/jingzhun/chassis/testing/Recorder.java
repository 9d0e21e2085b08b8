package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the most telling exchange of each operation, and one of each refusal, as the contract's examples: in
 * {@code src/main/resources/openapi/examples/<operationId>.json}, when tests run with {@code -Dexamples.record=true}. What
 * is kept already stays unless a better one comes: one that shows more fields.
 */
final class Recorder {

    private static final Path FOLDER = Path.of("src/main/resources/openapi/examples");
    private static final int LONGEST = 3_000;
    private static final int LINES = 3;
    private static final Set<String> SHARED_PROBLEMS = Set.of(
            "bad-request",
            "bad-cursor",
            "body-too-large",
            "body-too-slow",
            "changed-meanwhile",
            "conflicts-with-stored-data",
            "exports-at-most",
            "id-taken",
            "idempotency-key-reused",
            "idempotency-key-unusable",
            "if-match-required",
            "internal-error",
            "invalid-fields",
            "jobs-at-most",
            "malformed-json",
            "not-acceptable",
            "not-boolean",
            "not-found",
            "not-granted",
            "not-storable",
            "path-not-plain",
            "purpose-required",
            "repeated-field",
            "role-required",
            "stale-revision",
            "token-required",
            "too-many-requests",
            "unknown-field",
            "unsupported-media-type",
            "unusable-character",
            "wrong-type");

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Map<String, ObjectNode> kept = new HashMap<>();

    /**
     * What went over the line.
     *
     * @param request body as sent, {@code null} without one
     * @param answer body as received
     */
    record Exchange(
            String operation,
            @Nullable String requestType,
            @Nullable String request,
            int status,
            String answerType,
            String answer) {}

    static boolean isOn() {
        return Boolean.getBoolean("examples.record");
    }

    synchronized void keep(Exchange exchange) {
        ObjectNode file = kept.computeIfAbsent(exchange.operation(), this::read);
        String before = file.toString();
        if (exchange.status() >= 400) {
            keepProblem(exchange, file);
        } else {
            keepAnswer(exchange, file);
        }
        if (!file.toString().equals(before)) {
            write(exchange.operation(), file);
        }
    }

    private void keepProblem(Exchange exchange, ObjectNode file) {
        JsonNode problem = parsed(exchange.answer());
        String code = problem == null ? "" : problem.path("code").asText();
        ObjectNode known = part(file, "problems", exchange.status());
        if (problem instanceof ObjectNode shown
                && !code.isEmpty()
                && !SHARED_PROBLEMS.contains(code)
                && !known.has(code)) {
            known.set(code, StableIds.in(Masking.mask(shown)));
        }
        if (known.isEmpty()) {
            file.withObjectProperty("problems").remove(String.valueOf(exchange.status()));
        }
    }

    private void keepAnswer(Exchange exchange, ObjectNode file) {
        String requestType = exchange.requestType();
        JsonNode request = requestType == null || requestType.isEmpty() ? null : shown(requestType, exchange.request());
        JsonNode answer = shown(exchange.answerType(), exchange.answer());
        ObjectNode answers = part(file, "responses", exchange.status());
        // of a stream the document describes the row, not the lines
        boolean ofRows = exchange.answerType().endsWith("ndjson");
        if (answer != null && !ofRows && weight(answer) > weight(answers.path(exchange.answerType()))) {
            answers.set(exchange.answerType(), answer);
        }
        ObjectNode requests = file.withObjectProperty("request");
        if (request != null && requestType != null && weight(request) > weight(requests.path(requestType))) {
            requests.set(requestType, request);
        }
    }

    /** Of a status; in a pointer its number would be taken for an index. */
    private static ObjectNode part(ObjectNode file, String name, int status) {
        return file.withObjectProperty(name).withObjectProperty(String.valueOf(status));
    }

    private @Nullable JsonNode shown(String type, @Nullable String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            JsonNode value = parsed(body);
            return value == null ? null : StableIds.in(Masking.mask(value));
        }
        if (type.startsWith("text/") || type.endsWith("ndjson")) {
            String lines = body.lines().limit(LINES).collect(Collectors.joining("\n", "", "\n"));
            return StableIds.in(json.getNodeFactory().textNode(Masking.mask(lines)));
        }
        return null;
    }

    /** How many fields have a value; an example that is too long to read weighs next to nothing. */
    private static int weight(JsonNode node) {
        return node.toString().length() > LONGEST ? 1 : leaves(node);
    }

    private static int leaves(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        int sum = 1;
        for (Iterator<JsonNode> parts = node.elements(); parts.hasNext(); ) {
            sum += leaves(parts.next());
        }
        return sum;
    }

    private @Nullable JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException other) {
            return null;
        }
    }

    private ObjectNode read(String operation) {
        Path file = FOLDER.resolve(operation + ".json");
        try {
            return Files.exists(file)
                    ? (ObjectNode) json.readTree(Files.readString(file, StandardCharsets.UTF_8))
                    : json.createObjectNode();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(String operation, ObjectNode file) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(operation + ".json"),
                    json.writeValueAsString(ordered(file)) + "\n",
                    StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Parts, statuses, media types and codes in alphabetical order; bodies as they were. */
    private static Map<String, Object> ordered(ObjectNode file) {
        Map<String, Object> parts = new TreeMap<>();
        file.properties().forEach(part -> {
            Map<String, Object> entries = new TreeMap<>();
            part.getValue()
                    .properties()
                    .forEach(entry -> entries.put(
                            entry.getKey(),
                            part.getKey().equals("request") ? entry.getValue() : sorted(entry.getValue())));
            if (!entries.isEmpty()) {
                parts.put(part.getKey(), entries);
            }
        });
        return parts;
    }

    private static Map<String, JsonNode> sorted(JsonNode node) {
        Map<String, JsonNode> entries = new TreeMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }
}
