package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.jingzhun.acceptance.fuzz.Operation.Parameter;

/** Makes requests that the document permits. */
final class Requests {

    private static final Map<String, String> ROWS = Map.of(
            "application/x-ndjson", "{\"id\":\"%s\"}\n{\"id\":1}\n",
            "text/csv", "id,name\r\n%s,\"x\"\r\n");

    private final Values values;
    private final Pool pool;
    private final Callers callers;
    private final Random random;

    Requests(ApiDocument document, Pool pool, Random random) {
        this.values = new Values(document, pool, random);
        this.pool = pool;
        this.callers = new Callers(pool);
        this.random = random;
    }

    Draft right(Operation operation) {
        var draft = new Draft(operation);
        for (Parameter parameter : operation.parameters("path")) {
            draft.path().put(parameter.name(), Draft.encoded(inPath(operation, parameter)));
        }
        for (Parameter parameter : operation.parameters("query")) {
            if (parameter.required() || random.nextInt(4) == 0) {
                draft.ask(parameter.name(), scalar(parameter));
            }
        }
        operation.json().ifPresent(schema -> draft.body = values.of("", schema, 0, draft.spots()));
        if (!operation.bodies().isEmpty() && operation.json().isEmpty()) {
            file(operation, draft);
        } else if (operation.json().isPresent()) {
            draft.headers().put("Content-Type", "application/json");
        }
        draft.headers().put("Accept", accepted(operation));
        draft.caller = operation.anybodyMay() && random.nextBoolean() ? null : callers.right(operation, random);
        if (operation.method().equals("POST") && random.nextInt(6) == 0) {
            draft.headers().put("Idempotency-Key", HexFormat.of().toHexDigits(random.nextLong()));
        }
        return draft;
    }

    Callers callers() {
        return callers;
    }

    private String scalar(Parameter parameter) {
        JsonNode value = values.of(parameter.name(), parameter.schema(), 0, new java.util.ArrayList<>());
        return value.isContainerNode() ? "text" : value.asText();
    }

    private String inPath(Operation operation, Parameter parameter) {
        String before = operation.path().substring(0, operation.path().indexOf("{" + parameter.name() + "}"));
        String collection = Pool.collection(before);
        if (random.nextInt(12) > 0) {
            var seen = pool.find(collection, random).or(() -> pool.find(parameter.name(), random));
            if (seen.isPresent()) {
                return seen.get().asText();
            }
        }
        return scalar(parameter);
    }

    private void file(Operation operation, Draft draft) {
        String type = operation.bodies().keySet().stream()
                .sorted()
                .skip(random.nextInt(operation.bodies().size()))
                .findFirst()
                .orElseThrow();
        draft.headers().put("Content-Type", type);
        draft.raw = ROWS.getOrDefault(type, "no picture %s")
                .formatted(random.nextInt(1_000))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String accepted(Operation operation) {
        if (!operation.method().equals("GET")) {
            return "application/json";
        }
        return switch (random.nextInt(200)) {
            case 0, 1 -> ApiDocument.NDJSON;
            case 2 -> "text/csv";
            case 3, 4 -> "*/*";
            default -> "application/json";
        };
    }
}
