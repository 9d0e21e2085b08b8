package org.jingzhun.chassis.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Walks through schemas and what they are made of; references are not followed. */
final class SchemaParts {

    private SchemaParts() {}

    /** The schemas of what is asked for: parameters and body. */
    static Stream<Schema> asked(Endpoint endpoint) {
        Stream<Schema> parameters = endpoint.parameters().stream()
                .map(Parameter::getSchema)
                .flatMap(schema -> Optional.ofNullable(schema).stream());
        return Stream.concat(
                parameters,
                endpoint.hasBody() ? of(endpoint.operation().getRequestBody().getContent()) : Stream.of());
    }

    /** The schemas of what is answered. */
    static Stream<Schema> answered(Endpoint endpoint) {
        return endpoint.operation().getResponses().getAPIResponses().values().stream()
                .flatMap(answer -> of(answer.getContent()));
    }

    private static Stream<Schema> of(@Nullable Content content) {
        return Optional.ofNullable(content).stream()
                .flatMap(each -> each.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .flatMap(schema -> Optional.ofNullable(schema).stream());
    }

    /** What a schema is made of. */
    static Stream<Schema> of(Schema schema) {
        Stream<Schema> alternatives = Stream.of(
                        Optional.ofNullable(schema.getAllOf()),
                        Optional.ofNullable(schema.getAnyOf()),
                        Optional.ofNullable(schema.getOneOf()))
                .flatMap(Optional::stream)
                .flatMap(Collection::stream);
        Stream<Schema> members = Optional.ofNullable(schema.getProperties()).orElse(Map.of()).values().stream();
        Stream<Schema> elements = Stream.of(
                        Optional.ofNullable(schema.getItems()),
                        Optional.ofNullable(schema.getAdditionalPropertiesSchema()))
                .flatMap(Optional::stream);
        return Stream.of(alternatives, members, elements).flatMap(each -> each);
    }

    /** A schema and all that it is made of. */
    static void each(Schema schema, Consumer<Schema> what) {
        what.accept(schema);
        List.copyOf(of(schema).toList()).forEach(part -> each(part, what));
    }

    /** Name of the component that a reference means. */
    static String named(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
