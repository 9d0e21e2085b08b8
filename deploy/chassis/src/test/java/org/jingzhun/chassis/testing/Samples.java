package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests made of {@code contract/openapi.yaml}: for each operation the parameters and the body that it requires, with
 * values of their kind, or the given ones where a name is known.
 */
final class Samples {

    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 6;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Tried in this order where a text must match an expression. */
    private static final List<String> TEXTS = List.of(
            "sample",
            "2017",
            "2017-06",
            "100.00",
            "0.5",
            "C01",
            "C01-01",
            "1",
            "0".repeat(64),
            "A",
            "91451031MA5K00001J",
            "45103119700101000X",
            "13800000000",
            "06",
            "zh-CN",
            "2017-2018");

    private final OpenAPI contract =
            new OpenAPIV3Parser().read(Path.of("contract/openapi.yaml").toUri().toString());
    private final Map<String, String> known;

    /** @param known values by the names of parameters and fields */
    Samples(Map<String, String> known) {
        this.known = known;
    }

    /** A body and its type; {@code null} for an operation that takes none. */
    record Body(String type, String text) {}

    /** {@code METHOD path} of every operation, with the operation. */
    Map<String, Operation> operations() {
        Map<String, Operation> operations = new TreeMap<>();
        contract.getPaths().forEach((String path, PathItem item) -> {
            if (path.startsWith("/v1/")) {
                item.readOperationsMap().forEach((method, operation) -> operations.put(method + " " + path, operation));
            }
        });
        return operations;
    }

    /** What follows the path: the required parameters, and those that narrow to a place. */
    String query(Operation operation) {
        return parameters(operation)
                .filter(each -> each.getIn().equals("query"))
                .filter(each -> Boolean.TRUE.equals(each.getRequired())
                        || List.of("division", "county", "village").contains(each.getName()))
                .map(each -> each.getName() + "="
                        + URLEncoder.encode(
                                value(each.getName(), each.getSchema(), DEEPEST).asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Nullable
    Body body(Operation operation) {
        if (operation.getRequestBody() == null) {
            return null;
        }
        var content =
                operation.getRequestBody().getContent().entrySet().iterator().next();
        return new Body(
                content.getKey(), value("", content.getValue().getSchema(), 0).toString());
    }

    /** The body with each value of its step, or the one body, or none. */
    List<Optional<Body>> bodies(Operation operation) {
        Body body = body(operation);
        if (body == null) {
            return List.of(Optional.empty());
        }
        Schema<?> schema = resolved(operation
                .getRequestBody()
                .getContent()
                .values()
                .iterator()
                .next()
                .getSchema());
        Schema<?> step =
                schema.getProperties() == null ? null : schema.getProperties().get("step");
        List<?> steps = step == null
                ? List.of()
                : Objects.requireNonNullElse(resolved(step).getEnum(), List.of());
        String first = steps.isEmpty() ? "" : "\"" + steps.getFirst() + "\"";
        return steps.isEmpty()
                ? List.of(Optional.of(body))
                : steps.stream()
                        .map(each ->
                                Optional.of(new Body(body.type(), body.text().replace(first, "\"" + each + "\""))))
                        .toList();
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream();
    }

    private JsonNode value(String name, @Nullable Schema<?> given, int depth) {
        Schema<?> schema = resolved(given);
        String chosen = known.get(name);
        if (chosen != null && !"array".equals(schema.getType())) {
            return typed(schema, chosen);
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return JSON.textNode(String.valueOf(schema.getEnum().getFirst()));
        }
        return switch (Objects.requireNonNullElse(schema.getType(), "object")) {
            case "string" -> JSON.textNode(text(schema));
            case "integer", "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> array(name, schema, depth);
            default -> object(schema, depth);
        };
    }

    private static JsonNode typed(Schema<?> schema, String chosen) {
        return List.of("integer", "number").contains(Objects.requireNonNullElse(schema.getType(), ""))
                ? JSON.numberNode(Long.parseLong(chosen))
                : JSON.textNode(chosen);
    }

    private ArrayNode array(String name, Schema<?> schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int items = Math.max(schema.getMinItems() == null ? 1 : schema.getMinItems(), 1);
        String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        for (int item = 0; item < items && depth < DEEPEST; item++) {
            array.add(value(singular, schema.getItems(), depth + 1));
        }
        return array;
    }

    @SuppressWarnings("rawtypes") // as the parser has them
    private ObjectNode object(Schema<?> schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
        Map<String, Schema> properties = Objects.requireNonNullElse(schema.getProperties(), Map.of());
        properties.forEach((name, property) -> {
            if (depth < DEEPEST && (required.contains(name) || known.containsKey(name))) {
                object.set(name, value(name, property, depth + 1));
            }
        });
        return object;
    }

    private static String text(Schema<?> schema) {
        String format = Objects.requireNonNullElse(schema.getFormat(), "");
        String pattern = schema.getPattern();
        return switch (format) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2017-06-01";
            case "date-time" -> "2017-06-01T08:00:00Z";
            default ->
                pattern == null
                        ? TEXTS.getFirst()
                        : TEXTS.stream()
                                .filter(each ->
                                        Pattern.compile(pattern).matcher(each).find())
                                .findFirst()
                                .orElse(TEXTS.getFirst());
        };
    }

    private static long number(Schema<?> schema) {
        return schema.getMinimum() == null ? 1 : Math.max(1, schema.getMinimum().longValue());
    }

    private Schema<?> resolved(@Nullable Schema<?> schema) {
        if (schema == null) {
            return new Schema<>();
        }
        if (schema.get$ref() != null) {
            return resolved(
                    contract.getComponents().getSchemas().get(schema.get$ref().substring(REFERENCE.length())));
        }
        return schema.getAllOf() == null || schema.getAllOf().isEmpty()
                ? schema
                : resolved(schema.getAllOf().getFirst());
    }

    /** Names of the fields of what an operation answers when it succeeds, however deep. */
    java.util.Set<String> answered(Operation operation) {
        var names = new java.util.TreeSet<String>();
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() != null) {
                answer.getContent().values().forEach(content -> collect(content.getSchema(), names, 0));
            }
        });
        return names;
    }

    @SuppressWarnings("rawtypes") // as the parser has them
    private void collect(@Nullable Schema<?> given, java.util.Set<String> names, int depth) {
        if (given == null || depth > DEEPEST) {
            return;
        }
        Schema<?> schema = resolved(given);
        Map<String, Schema> properties = Objects.requireNonNullElse(schema.getProperties(), Map.of());
        properties.forEach((name, property) -> {
            names.add(name);
            collect(property, names, depth + 1);
        });
        collect(schema.getItems(), names, depth + 1);
    }
}
