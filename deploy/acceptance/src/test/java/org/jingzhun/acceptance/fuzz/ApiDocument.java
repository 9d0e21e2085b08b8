package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.standalone.SuiteService;

/** The OpenAPI document of a service, and the codes of its problems. */
final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern TITLE = Pattern.compile("([a-z0-9-]+)\\.title\\s*=.*");
    static final String NDJSON = "application/x-ndjson";
    private static final String SCHEMAS = "#/components/schemas/";

    private final SuiteService service;
    private final Path file;
    private final JsonNode root;
    private final List<Operation> operations;
    private final Set<String> ownCodes;
    private final Set<String> codes;
    private final Map<String, JsonNode> resolved = new HashMap<>();

    private ApiDocument(SuiteService service, Path file, JsonNode root, Set<String> ownCodes, Set<String> ofAll) {
        this.service = service;
        this.file = file;
        this.root = root;
        this.ownCodes = Set.copyOf(ownCodes);
        this.codes = Stream.of(ownCodes, ofAll).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        this.operations = List.copyOf(readOperations());
    }

    /** @param project root of the source tree */
    static ApiDocument read(SuiteService service, Path project) throws IOException {
        Path file = project.resolve(service.title()).resolve("contract/openapi.yaml");
        return new ApiDocument(
                service,
                file,
                new ObjectMapper(new YAMLFactory()).readTree(file.toFile()),
                codes(project.resolve(service.title()).resolve("src/main/resources/problems/service.properties")),
                codes(project.resolve("deploy/chassis/src/main/resources/problems/chassis.properties")));
    }

    private static Set<String> codes(Path texts) throws IOException {
        try (Stream<String> lines = Files.lines(texts)) {
            return lines.map(TITLE::matcher)
                    .filter(Matcher::matches)
                    .map(title -> title.group(1))
                    .collect(Collectors.toSet());
        }
    }

    Path file() {
        return file;
    }

    SuiteService service() {
        return service;
    }

    List<Operation> operations() {
        return operations;
    }

    /** A problem that an operation shows. */
    record Shown(Operation operation, String status, String code) {}

    /** Problems of single operations, with those that several share. */
    List<Shown> problems() {
        List<Shown> all = new ArrayList<>();
        for (Operation operation : operations) {
            root.path("paths")
                    .path(operation.path())
                    .path(operation.method().toLowerCase(Locale.ROOT))
                    .path("responses")
                    .properties()
                    .forEach(answer -> problems(answer.getValue())
                            .forEach(code -> all.add(new Shown(operation, answer.getKey(), code))));
        }
        return all;
    }

    /** Codes of problems that are described once for many operations. */
    Set<String> sharedCodes() {
        Set<String> codes = new HashSet<>();
        root.path("components").path("responses").forEach(answer -> problems(answer)
                .forEach(codes::add));
        return codes;
    }

    private static Stream<String> problems(JsonNode answer) {
        return answer.path("content").path("application/problem+json").path("examples").properties().stream()
                .map(Map.Entry::getKey);
    }

    /** Codes of problems that the service alone answers. */
    Set<String> ownCodes() {
        return ownCodes;
    }

    /** Codes of problems that have a text. */
    Set<String> codes() {
        return codes;
    }

    /** The streams alone, each answering one row as JSON: so a line is judged as any other answer. */
    String ofRows() {
        ObjectNode rows = ((ObjectNode) root).objectNode();
        rows.set("openapi", root.path("openapi"));
        rows.set("info", root.path("info"));
        rows.putObject("components").set("schemas", root.path("components").path("schemas"));
        ObjectNode paths = rows.putObject("paths");
        for (Operation operation : operations) {
            JsonNode schema = row(operation.path());
            if (operation.method().equals("GET") && !schema.isMissingNode()) {
                ObjectNode get = paths.putObject(operation.path()).putObject("get");
                var parameters = get.putArray("parameters");
                operation.parameters("path").forEach(parameter -> parameters
                        .addObject()
                        .put("in", "path")
                        .put("name", parameter.name())
                        .put("required", true)
                        .set("schema", parameter.schema()));
                get.putObject("responses")
                        .putObject("200")
                        .put("description", "A row.")
                        .putObject("content")
                        .putObject("application/json")
                        .set("schema", schema);
            }
        }
        return rows.toString();
    }

    /** Of the rows of a list, by name; none if it is no list of objects. */
    JsonNode fieldsOfARow(String path) {
        return flat(row(path)).path("properties");
    }

    private JsonNode row(String path) {
        return root.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path(NDJSON)
                .path("schema");
    }

    private List<Operation> readOperations() {
        List<Operation> all = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> all.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return all;
    }

    private Operation operation(String path, String method, JsonNode node) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters")) {
            parameters.add(new Operation.Parameter(
                    parameter.path("in").asText(),
                    parameter.path("name").asText(),
                    parameter.path("required").asBoolean(),
                    parameter.path("schema")));
        }
        Map<String, JsonNode> bodies = new HashMap<>();
        node.path("requestBody")
                .path("content")
                .properties()
                .forEach(body -> bodies.put(body.getKey(), body.getValue().path("schema")));
        Set<String> statuses = new HashSet<>();
        node.path("responses").fieldNames().forEachRemaining(statuses::add);
        return new Operation(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                node.path("operationId").asText(),
                parameters,
                bodies,
                roles(node),
                statuses,
                this);
    }

    /** Of an operation that takes any token, all; none when it needs no token. */
    private static List<String> roles(JsonNode operation) {
        List<String> roles = new ArrayList<>();
        operation.path("x-roles").forEach(role -> roles.add(role.asText()));
        return roles.isEmpty() && !operation.path("security").isEmpty() ? Callers.ROLES : roles;
    }

    /** The schema without references: what it refers to and all of its {@code allOf}, its own keywords last. */
    JsonNode flat(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(schema.path("$ref").asText());
        }
        if (!schema.has("allOf")) {
            return schema;
        }
        ObjectNode flat = ((ObjectNode) schema).objectNode();
        schema.path("allOf").forEach(part -> flat.setAll((ObjectNode) flat(part)));
        schema.properties().stream()
                .filter(keyword -> !keyword.getKey().equals("allOf"))
                .forEach(keyword -> flat.set(keyword.getKey(), keyword.getValue()));
        return flat;
    }

    private JsonNode resolved(String reference) {
        synchronized (resolved) {
            JsonNode known = resolved.get(reference);
            if (known == null) {
                if (!reference.startsWith(SCHEMAS)) {
                    throw new IllegalStateException("Reference (%s) must be to a schema.".formatted(reference));
                }
                known = flat(root.path("components").path("schemas").path(reference.substring(SCHEMAS.length())));
                resolved.put(reference, known);
            }
            return known;
        }
    }
}
