package org.jingzhun.acceptance.fuzz;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.ValidationConfiguration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingzhun.acceptance.fuzz.Sender.Answer;
import org.jspecify.annotations.Nullable;

/** Holds an answer against what the document promises. */
final class Judge {

    /** Characters of an answer in a complaint. */
    static final int SHOWN = 1_500;

    private static final String CSV = "text/csv";
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    /** More than there are schemas of answers: to compile one takes far longer than to use it. */
    private static final int COMPILED = 10_000;

    /** Of a stream, from its first; a whole register would take minutes. */
    private static final int LINES_AT_MOST = 500;

    private static final Set<String> NOT_DESCRIBED = Set.of("OPTIONS", "HEAD", "TRACE", "PROPFIND", "PATCH");
    /** Request lines and headers that are too large are turned down by the HTTP server, before the service sees them. */
    private static final Set<Integer> BEFORE_THE_SERVICE = Set.of(414, 431);

    private static final Pattern INSIDE = Pattern.compile(
            "org\\.jingzhun\\.|java\\.lang|[a-z]Exception\\b|org\\.hibernate|PSQL|jakarta\\.|com\\.fasterxml|\\bat io\\.");

    private final ApiDocument document;
    private final OpenApiInteractionValidator validator;
    private final OpenApiInteractionValidator rows;
    private final ObjectMapper json = new ObjectMapper();
    private final Duration slow;

    Judge(ApiDocument document, Duration slow) {
        this.document = document;
        this.slow = slow;
        this.validator = validator(OpenApiInteractionValidator.createForSpecificationUrl(
                document.file().toUri().toString()));
        this.rows = validator(OpenApiInteractionValidator.createForInlineApiSpecification(document.ofRows()));
    }

    private static OpenApiInteractionValidator validator(OpenApiInteractionValidator.Builder of) {
        return of.withSchemaValidationConfiguration(new ValidationConfiguration().setMaxCacheSize(COMPILED))
                .withLevelResolver(LevelResolver.create()
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    /**
     * Something that must not be.
     *
     * @param kind the same for the same fault
     */
    record Complaint(String kind, String detail) {}

    List<Complaint> complaints(@Nullable Operation operation, Call call, Answer answer) {
        List<Complaint> all = new ArrayList<>();
        if (answer.status() == 0) {
            if (!call.path().endsWith("/events")) {
                all.add(new Complaint("no-answer", answer.failure()));
            }
            return all;
        }
        if (answer.status() >= SERVER_ERROR) {
            all.add(new Complaint("status " + answer.status(), shown(answer)));
        } else if (answer.status() >= CLIENT_ERROR) {
            problem(call, answer).ifPresent(all::add);
        } else if (call.refused()) {
            all.add(new Complaint("not-refused " + call.what(), "%d %s".formatted(answer.status(), shown(answer))));
        }
        if (answer.took().compareTo(slow) > 0) {
            all.add(new Complaint("slow", answer.took().toMillis() + " ms"));
        }
        if (operation != null && operation.method().equals(call.method())) {
            schema(operation, call, answer).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Complaint> problem(Call call, Answer answer) {
        if (call.method().equals("HEAD") || BEFORE_THE_SERVICE.contains(answer.status())) {
            return Optional.empty();
        }
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return Optional.of(new Complaint(
                    "no-problem-document " + answer.status(), answer.header("Content-Type") + " " + shown(answer)));
        }
        String code = code(answer);
        if (!document.codes().contains(code)) {
            return Optional.of(new Complaint("unknown-code " + code, shown(answer)));
        }
        String text = Call.text(answer.body()).orElse("");
        return INSIDE.matcher(text).find()
                ? Optional.of(new Complaint("shows-its-inside " + code, text))
                : Optional.empty();
    }

    /** The code of a problem; empty without one. */
    String code(Answer answer) {
        return answer.header("Content-Type").startsWith("application/problem+json")
                ? read(answer).map(node -> node.path("code").asText()).orElse("")
                : "";
    }

    Optional<JsonNode> read(Answer answer) {
        try {
            return Optional.ofNullable(json.readTree(answer.body()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Complaint> schema(Operation operation, Call call, Answer answer) {
        if (NOT_DESCRIBED.contains(call.method()) || BEFORE_THE_SERVICE.contains(answer.status())) {
            return Optional.empty();
        }
        String streamed = answer.header("Content-Type");
        if (streamed.startsWith(ApiDocument.NDJSON)) {
            return lines(call, answer);
        }
        if (!answer.whole()) {
            return Optional.empty();
        }
        if (streamed.startsWith(CSV)) {
            return Tables.complaint(
                    new String(answer.body(), StandardCharsets.UTF_8), document.fieldsOfARow(operation.path()));
        }
        var response = SimpleResponse.Builder.status(answer.status());
        String type = answer.header("Content-Type");
        if (!type.isEmpty()) {
            response.withContentType(type);
        }
        if (answer.body().length > 0) {
            response.withBody(answer.body());
        }
        ValidationReport report =
                validator.validateResponse(call.path(), Request.Method.valueOf(call.method()), response.build());
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !message.getKey().equals("validation.request.path.missing"))
                .findFirst()
                .map(message -> new Complaint(
                        "not-as-promised " + answer.status() + " " + message.getKey(),
                        message.getMessage() + " " + shown(answer)));
    }

    /** A stream may be empty; each of its lines is a row as the document describes it. */
    private Optional<Complaint> lines(Call call, Answer answer) {
        return wholeLines(answer)
                .lines()
                .limit(LINES_AT_MOST)
                .flatMap(line -> rows
                        .validateResponse(
                                call.path(),
                                Request.Method.valueOf(call.method()),
                                SimpleResponse.Builder.status(answer.status())
                                        .withContentType("application/json")
                                        .withBody(line)
                                        .build())
                        .getMessages()
                        .stream()
                        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                        .map(message -> new Complaint(
                                "row-not-as-promised " + message.getKey(), message.getMessage() + " " + line)))
                .findFirst();
    }

    private static String wholeLines(Answer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.whole() ? text : text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static String shown(Answer answer) {
        String text = Call.text(answer.body()).orElse("(" + answer.body().length + " bytes)");
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
