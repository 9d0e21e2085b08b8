package org.jingzhun.chassis.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.ObjectMapperFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names the bodies of {@code contract/openapi.yaml} that have no example, and the examples that do not conform to their
 * schemas. Every body of a request and of an answer that is no problem needs one; but pictures, PDF and ZIP have none that
 * could be read, and a stream of events never ends.
 */
public final class ContractExamples {

    private static final String JSON = "application/json";
    private static final Set<String> UNREADABLE =
            Set.of("application/pdf", "application/zip", "image/jpeg", "image/png", "text/event-stream");
    private static final Path CONTRACT = Path.of("contract/openapi.yaml");
    private static final Path RECORDED = Path.of("src/main/resources/openapi/examples");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String EXAMPLE = "example";
    private static final String BODY = "validation.request.body";

    private final OpenApiInteractionValidator validator = Contract.validator(ValidationReport.Level.ERROR);
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();
    private final Set<String> operations = new TreeSet<>();

    private ContractExamples() {
        try {
            JsonNode contract = ObjectMapperFactory.createYaml().readTree(CONTRACT.toFile());
            contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(each -> METHODS.contains(each.getKey()))
                    .forEach(each -> walk(path.getKey(), each.getKey(), each.getValue())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code operationId request type} or {@code operationId status type}, in alphabetical order. */
    public static Set<String> missing() {
        return new ContractExamples().missing;
    }

    /** {@code operationId request} or {@code operationId status}, with what is wrong. */
    public static Set<String> wrong() {
        return new ContractExamples().wrong;
    }

    /** Files of operations that are not there any more. */
    public static Set<String> orphans() throws IOException {
        var known = new ContractExamples().operations;
        var orphans = new TreeSet<String>();
        if (Files.isDirectory(RECORDED)) {
            try (Stream<Path> files = Files.list(RECORDED)) {
                files.map(file -> file.getFileName().toString().replace(".json", ""))
                        .filter(name -> !known.contains(name))
                        .forEach(orphans::add);
            }
        }
        return orphans;
    }

    private void walk(String path, String method, JsonNode operation) {
        String name = operation.path("operationId").asText();
        operations.add(name);
        JsonNode request = operation.path("requestBody").path("content");
        miss(name + " request", request);
        if (request.path(JSON).has(EXAMPLE)) {
            check(name + " request", request.path(JSON), example -> checkRequest(path, method, example));
        }
        operation.path("responses").properties().forEach(answer -> {
            String status = answer.getKey();
            JsonNode content = answer.getValue().path("content");
            if (status.startsWith("2")) {
                miss(name + " " + status, content);
            }
            if (status.startsWith("2") && content.path(JSON).has(EXAMPLE)) {
                check(
                        name + " " + status,
                        content.path(JSON),
                        example -> checkAnswer(path, method, status, JSON, example));
            }
            content.path("application/problem+json")
                    .path("examples")
                    .properties()
                    .forEach(example -> {
                        String fault = checkAnswer(
                                path,
                                method,
                                status,
                                "application/problem+json",
                                example.getValue().path("value"));
                        if (!fault.isEmpty()) {
                            wrong.add(name + " " + status + " " + example.getKey() + ": " + fault);
                        }
                    });
        });
    }

    /** Looks for faults of an example. */
    @FunctionalInterface
    private interface Check {

        String faults(JsonNode example);
    }

    private void miss(String where, JsonNode content) {
        content.properties().stream()
                .filter(type -> !UNREADABLE.contains(type.getKey()))
                .filter(type -> !type.getValue().has(EXAMPLE))
                .forEach(type -> missing.add(where + " " + type.getKey()));
    }

    private void check(String where, JsonNode content, Check check) {
        String faults = check.faults(content.path(EXAMPLE));
        if (!faults.isEmpty()) {
            wrong.add(where + ": " + faults);
        }
    }

    private String checkRequest(String path, String method, JsonNode example) {
        var request = new SimpleRequest.Builder(method.toUpperCase(Locale.ROOT), path)
                .withContentType(JSON)
                .withBody(example.toString())
                .build();
        return faults(validator.validateRequest(request), BODY);
    }

    private String checkAnswer(String path, String method, String status, String type, JsonNode example) {
        var answer = SimpleResponse.Builder.status(Integer.parseInt(status))
                .withContentType(type)
                .withBody(example.toString())
                .build();
        return faults(
                validator.validateResponse(path, Request.Method.valueOf(method.toUpperCase(Locale.ROOT)), answer), "");
    }

    private static String faults(ValidationReport report, String kind) {
        return String.join(
                "; ",
                report.getMessages().stream()
                        .filter(fault -> fault.getLevel() == ValidationReport.Level.ERROR)
                        .filter(fault -> fault.getKey().startsWith(kind))
                        .map(ValidationReport.Message::getMessage)
                        .toList());
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> missing) {
        return missing.size() + " bodies of the contract have no example. Let a test exchange each under"
                + " Contract.filter(), and run the tests with -Dexamples.record=true, which writes"
                + " src/main/resources/openapi/examples:\n" + String.join("\n", missing);
    }

    /** What to do about wrong ones. */
    public static String adviceOnWrong(Collection<String> wrong) {
        return wrong.size() + " examples do not conform to the contract. Delete their files in"
                + " src/main/resources/openapi/examples and record them anew with -Dexamples.record=true:\n"
                + String.join("\n", wrong);
    }
}
