package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingzhun.standalone.SuiteService;

/**
 * One operation of a service's OpenAPI document.
 *
 * @param path template, such as {@code /v1/households/{id}}
 * @param bodies schema of the request's body by media type; none without a body
 * @param roles that may call it; none when anybody may
 * @param statuses that the document promises
 */
record Operation(
        SuiteService service,
        String method,
        String path,
        String id,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        List<String> roles,
        Set<String> statuses,
        ApiDocument document) {

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String in, String name, boolean required, JsonNode schema) {}

    Operation {
        parameters = List.copyOf(parameters);
        bodies = Map.copyOf(bodies);
        roles = List.copyOf(roles);
        statuses = Set.copyOf(statuses);
    }

    Optional<JsonNode> json() {
        return Optional.ofNullable(bodies.get("application/json"));
    }

    List<Parameter> parameters(String in) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(in))
                .toList();
    }

    boolean anybodyMay() {
        return roles.isEmpty();
    }

    /** Whether it starts work that goes on after the answer. */
    boolean startsJob() {
        return method.equals("POST") && statuses.contains("202");
    }

    /** Whether it says in its answer what is wrong with what was sent: of many things, or of a file that somebody doubts. */
    boolean namesWhatIsWrong() {
        return path.equals("/v1/sync") || path.equals("/v1/archives/verification");
    }

    /** Whether a path could be one of the template; one with fewer parameters is asked first. */
    boolean isAt(String concrete) {
        return concrete.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    String title() {
        return service.title() + " " + method + " " + path;
    }
}
