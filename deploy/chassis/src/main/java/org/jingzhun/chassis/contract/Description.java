package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Puts words to operations, parameters, fields and tags that have none. */
final class Description {

    private final Words fields = Words.of("fields");
    private final Words operations = Words.of("operations");
    private final Words tags = Words.of("tags");

    private Description() {}

    static void write(OpenAPI contract, List<Endpoint> endpoints) {
        var description = new Description();
        contract.getComponents().getSchemas().forEach(description::fields);
        endpoints.forEach(description::operation);
        contract.getTags().forEach(tag -> {
            if (isMissing(tag.getDescription())) {
                description.tags.find(tag.getName()).ifPresent(tag::setDescription);
            }
        });
    }

    private void fields(String owner, Schema schema) {
        Map<String, Schema> properties =
                Optional.ofNullable(schema.getProperties()).orElse(Map.of());
        properties.forEach((name, property) -> {
            if (isMissing(property.getDescription())) {
                fields.find(owner + "." + name, name).ifPresent(property::setDescription);
            }
            fields(owner, property);
        });
        Optional.ofNullable(schema.getAllOf()).orElse(List.of()).forEach(part -> fields(owner, part));
        Optional.ofNullable(schema.getItems()).ifPresent(items -> fields(owner, items));
    }

    private void operation(Endpoint endpoint) {
        Operation operation = endpoint.operation();
        endpoint.parameters().stream()
                .filter(parameter -> parameter.getRef() == null && isMissing(parameter.getDescription()))
                .forEach(parameter -> parameter(endpoint, parameter));
        if (isMissing(operation.getDescription())) {
            operations.find(endpoint.name()).ifPresent(operation::setDescription);
        }
    }

    private void parameter(Endpoint endpoint, Parameter parameter) {
        fields.find(endpoint.name() + "." + parameter.getName(), parameter.getName())
                .ifPresent(parameter::setDescription);
    }

    private static boolean isMissing(String description) {
        return description == null || description.isBlank();
    }
}
