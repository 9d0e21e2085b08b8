package org.jingzhun.chassis.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * An operation with its place.
 *
 * @param path template, as {@code /v1/things/{id}}
 */
record Endpoint(String path, PathItem.HttpMethod method, Operation operation) {

    static List<Endpoint> of(OpenAPI contract) {
        return contract.getPaths().getPathItems().entrySet().stream()
                .flatMap(path -> path.getValue().getOperations().entrySet().stream()
                        .map(each -> new Endpoint(path.getKey(), each.getKey(), each.getValue())))
                .toList();
    }

    /** Its operationId, or method and path where it has none. */
    String name() {
        return Objects.requireNonNullElseGet(operation.getOperationId(), () -> method + " " + path);
    }

    boolean isChange() {
        return method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
    }

    /** Whether its path names a thing. */
    boolean isOfOne() {
        return path.contains("{");
    }

    boolean isPut() {
        return method == PathItem.HttpMethod.PUT;
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean hasParameter(String name) {
        return parameters().stream().anyMatch(each -> name.equals(each.getName()));
    }

    List<Parameter> parameters() {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    /** Whether a token is required. */
    boolean isSecured() {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    /** Roles of which the token must have one; none when any valid token will do. */
    List<String> roles() {
        return Optional.ofNullable(operation.getSecurity()).orElse(List.of()).stream()
                .map(SecurityRequirement::getSchemes)
                .flatMap(schemes -> schemes.values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
