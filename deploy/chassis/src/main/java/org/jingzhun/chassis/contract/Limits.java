package org.jingzhun.chassis.contract;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jingzhun.chassis.http.AnswerLimits;

/**
 * Writes down the limits that no annotation tells: those of the forms of texts, of Java's integers, and what
 * {@link AnswerLimits} holds every answer to. Requests have limits of their own, to which Bean Validation holds them.
 */
final class Limits {

    private static final String NOT_BLANK = "\\S";
    private static final Map<String, Integer> LENGTHS = Map.of(
            "uuid", 36,
            "date", 10,
            "date-time", 35);

    private final OpenAPI contract;

    Limits(OpenAPI contract) {
        this.contract = contract;
    }

    void set(List<Endpoint> endpoints) {
        contract.getComponents().getSchemas().values().forEach(this::limit);
        endpoints.forEach(endpoint -> {
            endpoint.parameters().stream()
                    .map(Parameter::getSchema)
                    .filter(Objects::nonNull)
                    .forEach(this::limit);
            if (endpoint.hasBody()) {
                limit(endpoint.operation().getRequestBody().getContent());
            }
            endpoint.operation()
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(answer -> limit(answer.getContent()));
        });
    }

    private void limit(Content content) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .map(MediaType::getSchema)
                    .filter(Objects::nonNull)
                    .forEach(this::limit);
        }
    }

    private void limit(Schema schema) {
        if (schema.getRef() != null) {
            partOfTheWhole(schema);
            return;
        }
        List<SchemaType> types = Optional.ofNullable(schema.getType()).orElse(List.of());
        if (types.contains(SchemaType.STRING)) {
            text(schema);
        } else if (types.contains(SchemaType.INTEGER)) {
            integer(schema);
        } else if (types.contains(SchemaType.NUMBER) && schema.getFormat() == null) {
            schema.setFormat("decimal");
        } else if (types.contains(SchemaType.ARRAY)) {
            list(schema);
        } else if (schema.getAdditionalPropertiesSchema() != null && schema.getMaxProperties() == null) {
            schema.setMaxProperties(AnswerLimits.MOST_ENTRIES);
        }
        parts(schema).forEach(this::limit);
    }

    /** Beside a reference nothing counts in OpenAPI 3.0; as a part of the whole it has the type and leaves room. */
    private static void partOfTheWhole(Schema schema) {
        if (schema.getDescription() != null) {
            schema.addAllOf(OASFactory.createSchema().ref(schema.getRef()));
            schema.setRef(null);
            schema.setType(null);
        }
    }

    private static Stream<Schema> parts(Schema schema) {
        Stream<Schema> alternatives = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
        Stream<Schema> members = Optional.ofNullable(schema.getProperties()).orElse(Map.of()).values().stream();
        Stream<Schema> elements = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                .filter(Objects::nonNull);
        return Stream.of(alternatives, members, elements).flatMap(each -> each);
    }

    private static void text(Schema schema) {
        if (schema.getEnumeration() != null) {
            return;
        }
        String pattern = schema.getPattern();
        if (schema.getMaxLength() == null) {
            Integer byForm = schema.getFormat() == null ? null : LENGTHS.get(schema.getFormat());
            schema.setMaxLength(byForm != null ? byForm : byPattern(pattern));
        }
        if (pattern != null && !pattern.equals(NOT_BLANK) && !pattern.startsWith("^")) {
            schema.setPattern("^(" + pattern + ")$");
        }
    }

    private static int byPattern(String pattern) {
        return pattern == null || pattern.equals(NOT_BLANK)
                ? AnswerLimits.LONGEST_TEXT
                : PatternLength.of(pattern).orElse(AnswerLimits.LONGEST_TEXT);
    }

    private static void integer(Schema schema) {
        if (schema.getFormat() == null) {
            schema.setFormat("int32");
        }
        boolean isLong = schema.getFormat().equals("int64");
        if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
            schema.setMinimum(BigDecimal.valueOf(isLong ? Long.MIN_VALUE : Integer.MIN_VALUE));
        }
        if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
            schema.setMaximum(BigDecimal.valueOf(isLong ? Long.MAX_VALUE : Integer.MAX_VALUE));
        }
    }

    /** A set of an enumeration cannot be longer than that is. */
    private void list(Schema schema) {
        if (schema.getMaxItems() != null) {
            return;
        }
        List<?> values =
                schema.getItems() == null ? null : resolved(schema.getItems()).getEnumeration();
        schema.setMaxItems(
                Boolean.TRUE.equals(schema.getUniqueItems()) && values != null
                        ? values.size()
                        : AnswerLimits.MOST_ENTRIES);
    }

    private Schema resolved(Schema schema) {
        String reference = schema.getRef();
        return reference == null
                ? schema
                : Objects.requireNonNull(
                        contract.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1)),
                        reference);
    }
}
