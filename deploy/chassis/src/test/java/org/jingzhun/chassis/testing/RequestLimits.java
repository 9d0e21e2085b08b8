package org.jingzhun.chassis.testing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names every parameter and every field of a request in {@code contract/openapi.yaml} that has no limit. A text needs
 * {@code @Size(max)} or {@code @Pattern} (or to be an enumeration, a UUID, a date, or a body that is streamed), a number {@code @Min} and
 * {@code @Max}, a list or map {@code @Size(max)}.
 */
public final class RequestLimits {

    private static final String NOT_BLANK = "\\S";
    private static final String REFERENCE = "#/components/schemas/";

    private final OpenAPI contract =
            new OpenAPIV3Parser().read(Path.of("contract/openapi.yaml").toUri().toString());
    private final Set<String> limitless = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    private RequestLimits() {}

    /** @return {@code METHOD path parameter} or {@code Schema.field}, in alphabetical order; empty when all is well */
    public static Set<String> missing() {
        var limits = new RequestLimits();
        limits.contract.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> limits.walk(method + " " + path, operation)));
        return limits.limitless;
    }

    private void walk(String endpoint, Operation operation) {
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            check(endpoint + " " + parameter.getName(), parameter.getSchema());
        }
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .forEach((type, content) -> check(endpoint + " " + type, content.getSchema()));
        }
    }

    private void check(String where, Schema<?> schema) {
        if (schema == null || Boolean.TRUE.equals(schema.getReadOnly())) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(REFERENCE.length());
            if (seen.add(name)) {
                check(name, resolved(schema));
            }
            return;
        }
        if (!isLimited(schema)) {
            limitless.add(where);
        }
        parts(schema).forEach(part -> check(where, part));
        if (schema.getItems() != null) {
            check(where + "[]", schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            check(where + "{}", values);
        }
        properties(schema).forEach((name, property) -> check(where + "." + name, property));
    }

    private boolean isLimited(Schema<?> schema) {
        return switch (Objects.requireNonNullElse(schema.getType(), "")) {
            case "string" -> isLimitedText(schema);
            case "integer", "number" ->
                schema.getEnum() != null || (schema.getMinimum() != null && schema.getMaximum() != null);
            case "array" ->
                schema.getMaxItems() != null
                        || (Boolean.TRUE.equals(schema.getUniqueItems()) && isEnumerated(schema.getItems()));
            case "object" -> !(schema.getAdditionalProperties() instanceof Schema) || schema.getMaxProperties() != null;
            default -> true;
        };
    }

    private boolean isLimitedText(Schema<?> schema) {
        return schema.getMaxLength() != null
                || (schema.getPattern() != null && !schema.getPattern().equals(NOT_BLANK))
                || schema.getEnum() != null
                || schema.getFormat() != null
                || parts(schema).map(this::resolved).anyMatch(this::isLimitedText);
    }

    /** A set of an enumeration cannot be longer than that is. */
    private boolean isEnumerated(Schema<?> items) {
        return items != null && resolved(items).getEnum() != null;
    }

    private Schema<?> resolved(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : Objects.requireNonNull(
                        contract.getComponents().getSchemas().get(reference.substring(REFERENCE.length())), reference);
    }

    @SuppressWarnings("rawtypes") // as the parser has them
    private static Stream<Schema<?>> parts(Schema<?> schema) {
        return Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap((List<Schema> parts) -> parts.stream())
                .map(part -> (Schema<?>) part);
    }

    @SuppressWarnings("rawtypes") // as the parser has them
    private static Map<String, Schema> properties(Schema<?> schema) {
        return Objects.requireNonNullElse(schema.getProperties(), Map.of());
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> missing) {
        return missing.size() + " request fields or parameters have no limit. Give the Java field or parameter of each"
                + " @Size(max), @Pattern, or @Min and @Max (Bean Validation), which the contract then shows:\n"
                + String.join("\n", missing);
    }
}
