package org.jingzhun.chassis.testing;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;
import org.jspecify.annotations.Nullable;

/** The lines of the matrix as calls, with the things of one county. */
final class Endpoints {

    /** Every role that occurs in a service, and one that occurs in none. */
    static final List<String> ROLES = List.of(
            "surveyor",
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "finance-officer",
            "auditor",
            "supervisor",
            "helper",
            "system",
            "admin",
            "visitor");

    private static final List<String> STREAMS = List.of("application/x-ndjson", "text/csv");

    private final List<Permission> lines = Permissions.all();
    private final Things things;
    private final Samples samples;
    private final Map<String, Operation> operations;

    private Endpoints(Things things) {
        this.things = things;
        this.samples = new Samples(things.known());
        this.operations = samples.operations();
    }

    static Endpoints with(Things things) {
        return new Endpoints(things);
    }

    List<Permission> lines() {
        return lines;
    }

    Things things() {
        return things;
    }

    /** Of the contract, by {@code METHOD path}. */
    Map<String, Operation> operations() {
        return operations;
    }

    /** Names of the fields that an operation answers with. */
    Set<String> answered(Operation operation) {
        return samples.answered(operation);
    }

    Stream<Permission> collections() {
        return lines.stream()
                .filter(line -> !line.changes()
                        && !line.path().contains("{")
                        && line.area().keepsAreasApart());
    }

    String token(String role, Standpoint from) {
        return role.equals("helper")
                ? Tokens.ofHelper(
                        from.area(things), things.findKnown("helperId").orElse(Things.NOBODYS))
                : Tokens.of(role, from.area(things));
    }

    static String role(Permission line) {
        return ROLES.stream().filter(line::isFor).findFirst().orElse("visitor");
    }

    String target(Permission line) {
        Operation operation = operations.get(line.endpoint());
        String query = operation == null ? "" : samples.query(operation);
        return things.filled(line.path()) + (query.isEmpty() ? "" : "?" + query);
    }

    /** The same without narrowing it to a place, where the service does not ask for one. */
    String wide(Permission line) {
        Operation operation = operations.get(line.endpoint());
        String query = operation == null ? "" : samples.required(operation);
        return things.filled(line.path()) + (query.isEmpty() ? "" : "?" + query);
    }

    Calls.Answer call(Permission line, @Nullable String token) {
        Operation operation = operations.get(line.endpoint());
        var body = operation == null ? null : samples.body(operation);
        return Calls.send(line.method(), target(line), body, token, null);
    }

    /** The forms of a stream that the contract promises. */
    Stream<String> streams(Permission line) {
        return forms(line).filter(STREAMS::contains);
    }

    /** The forms of an answer that the contract promises. */
    Stream<String> forms(Permission line) {
        Operation operation = operations.get(line.endpoint());
        return operation == null
                ? Stream.empty()
                : Optional.ofNullable(operation.getResponses().get("200")).map(ApiResponse::getContent).stream()
                        .flatMap(content -> content.keySet().stream());
    }

    Calls.Answer stream(Permission line, String token, String form) {
        return Calls.send("GET", target(line), null, token, form);
    }

    /** Whether a call can be made that cannot change anything: it names a thing, or has a body. */
    boolean isIdle(Permission line) {
        Operation operation = operations.get(line.endpoint());
        return line.path().contains("{") || (operation != null && operation.getRequestBody() != null);
    }

    /** Of a thing that is not there, with a body that is none. */
    Calls.Answer idle(Permission line, String token) {
        Operation operation = operations.get(line.endpoint());
        String query = operation == null ? "" : samples.required(operation);
        String target = Things.in(things.village()).filled(line.path()) + (query.isEmpty() ? "" : "?" + query);
        Samples.Body right = operation == null ? null : samples.body(operation);
        return Calls.send(
                line.method(), target, right == null ? null : new Samples.Body(right.type(), "{"), token, null);
    }

    /** One after another, with each step that the contract knows, until one is taken. */
    Stream<Calls.Answer> variants(Permission line, String token) {
        Operation operation = operations.get(line.endpoint());
        String target = target(line);
        return (operation == null ? List.<Optional<Samples.Body>>of() : samples.bodies(operation))
                .stream().map(body -> Calls.send(line.method(), target, body.orElse(null), token, null));
    }

    static void expect(Set<String> wrong, Permission line, String who, boolean right, Calls.Answer answer) {
        if (!right) {
            String told = Objects.toString(answer);
            wrong.add(line.endpoint() + " " + who + ": " + told.substring(0, Math.min(told.length(), 300)));
        }
    }
}
