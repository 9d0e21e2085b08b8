package org.jingzhun.chassis.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Ends the description of each operation with what follows from its shape: who may call it, how the whole list is had,
 * what a change needs and how it is repeated. Written once here, so that no two operations tell it differently.
 */
public final class OperationNotes implements OASFilter {

    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> operation.setDescription(described(method, path, operation))));
    }

    private static String described(HttpMethod method, String path, Operation operation) {
        List<String> paragraphs = new ArrayList<>();
        String own = operation.getDescription() == null ? operation.getSummary() : operation.getDescription();
        if (own != null && !own.isBlank()) {
            paragraphs.add(own.endsWith(".") ? own : own + ".");
        }
        paragraphs.add(String.join(" ", notes(method, path, operation)));
        return String.join("\n\n", paragraphs);
    }

    /** What an operation's shape says of its use, a sentence each. */
    static List<String> notes(HttpMethod method, String path, Operation operation) {
        List<String> notes = new ArrayList<>();
        notes.add(callers(operation));
        if (path.contains("{") && !callers(operation).startsWith("Anybody")) {
            notes.add("What lies outside the caller's area is answered with 404, as if it did not exist.");
        }
        if (hasParameter(operation, "after")) {
            notes.add("Answers a slice of at most `limit` rows; `next` leads to the following one.");
        }
        if (streams(operation)) {
            notes.add("`Accept: application/x-ndjson` or `text/csv` streams every row, whatever their number.");
        }
        if (hasParameter(operation, "If-Match")) {
            notes.add(
                    "A change of what exists needs its `ETag` as `If-Match`: 428 without it, 412 once somebody changed"
                            + " it before.");
        }
        if (hasParameter(operation, "Idempotency-Key")) {
            notes.add(
                    "With an `Idempotency-Key` it may be sent again after a lost answer: the first answer comes again.");
        }
        if (CHANGES.contains(method) && operation.getResponses().hasAPIResponse("202")) {
            notes.add("The work is done by a job: follow `Location`.");
        }
        return notes;
    }

    private static String callers(Operation operation) {
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            return "Anybody may call it, without a token.";
        }
        List<String> roles = operation.getSecurity().stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        return roles.isEmpty()
                ? "Needs a token of any role."
                : "Needs one of the roles " + roles.stream().collect(Collectors.joining("`, `", "`", "`")) + ".";
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> name.equals(parameter.getName())
                                || String.valueOf(parameter.getRef()).endsWith("/" + name));
    }

    private static boolean streams(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType("application/x-ndjson");
    }
}
