package org.jingzhun.chassis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Ends the description of each operation with what follows from its shape: who may call it, how the whole list is had,
 * what a change needs and how it is repeated. Written once here, so that no two operations tell it differently.
 */
final class OperationNotes {

    private OperationNotes() {}

    static void write(List<Endpoint> endpoints) {
        endpoints.forEach(endpoint -> endpoint.operation().setDescription(described(endpoint)));
    }

    private static String described(Endpoint endpoint) {
        List<String> paragraphs = new ArrayList<>();
        Operation operation = endpoint.operation();
        String own = operation.getDescription() == null ? operation.getSummary() : operation.getDescription();
        if (own != null && !own.isBlank()) {
            paragraphs.add(own.endsWith(".") ? own : own + ".");
        }
        paragraphs.add(String.join(" ", notes(endpoint)));
        return String.join("\n\n", paragraphs);
    }

    /** A sentence each. */
    private static List<String> notes(Endpoint endpoint) {
        List<String> notes = new ArrayList<>();
        notes.add(callers(endpoint));
        if (endpoint.isOfOne() && endpoint.isSecured()) {
            notes.add("What lies outside the caller's area is answered with 404, as if it did not exist.");
        }
        if (mayTake(endpoint, "after")) {
            notes.add("Answers a slice of at most `limit` rows; `next` leads to the following one.");
        }
        if (streams(endpoint.operation())) {
            notes.add("`Accept: application/x-ndjson` or `text/csv` streams every row, whatever their number.");
        }
        if (mayTake(endpoint, "If-Match")) {
            notes.add(
                    "A change of what exists needs its `ETag` as `If-Match`: 428 without it, 412 once somebody changed"
                            + " it before.");
        }
        if (mayTake(endpoint, "Idempotency-Key")) {
            notes.add(
                    "With an `Idempotency-Key` it may be sent again after a lost answer: the first answer comes again.");
        }
        if (endpoint.isChange() && endpoint.operation().getResponses().hasAPIResponse("202")) {
            notes.add("The work is done by a job: follow `Location`.");
        }
        return notes;
    }

    private static String callers(Endpoint endpoint) {
        if (!endpoint.isSecured()) {
            return "Anybody may call it, without a token.";
        }
        List<String> roles = endpoint.roles();
        return roles.isEmpty()
                ? "Needs a token of any role."
                : roles.stream().sorted().collect(Collectors.joining("`, `", "Needs one of the roles `", "`."));
    }

    /** Whether it has the parameter, of its own or of those that all share. */
    private static boolean mayTake(Endpoint endpoint, String name) {
        return endpoint.hasParameter(name)
                || endpoint.parameters().stream().anyMatch(parameter -> String.valueOf(parameter.getRef())
                        .endsWith("/" + name));
    }

    private static boolean streams(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType("application/x-ndjson");
    }
}
