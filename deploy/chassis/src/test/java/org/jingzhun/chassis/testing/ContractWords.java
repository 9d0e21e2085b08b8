package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.swagger.v3.core.util.ObjectMapperFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names what {@code contract/openapi.yaml} does not describe in words: operations, parameters, fields, tags; and the rows of
 * {@code openapi/*.csv} that describe nothing.
 */
public final class ContractWords {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode contract;
    private final Set<String> undescribed = new TreeSet<>();
    /** What is described, and how: a field by its name and by its schema's, a parameter by its name and by its operation's. */
    private final Map<String, Set<String>> said = new HashMap<>();

    private ContractWords() {
        try {
            contract = ObjectMapperFactory.createYaml()
                    .readTree(Path.of("contract/openapi.yaml").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        contract.path("components")
                .path("schemas")
                .properties()
                .forEach(each -> fields(each.getKey(), each.getValue()));
        contract.path("paths").forEach(path -> path.properties().stream()
                .filter(each -> METHODS.contains(each.getKey()))
                .forEach(each -> operation(each.getValue())));
        contract.path("tags").forEach(tag -> note("tag ", tag.path("name").asText(), tag));
    }

    /** In alphabetical order; empty when all is well. */
    public static Set<String> missing() {
        return new ContractWords().undescribed;
    }

    /** Rows as {@code file: key}; empty when all is well. */
    public static Set<String> unused() {
        var words = new ContractWords();
        var unused = new TreeSet<String>();
        for (String name : Set.of("fields", "operations", "tags")) {
            rows(name).forEach((key, description) -> {
                if (words.said.getOrDefault(key, Set.of()).stream().noneMatch(text -> text.startsWith(description))) {
                    unused.add(name + ".csv: " + key);
                }
            });
        }
        return unused;
    }

    private static Map<String, String> rows(String name) {
        var rows = new HashMap<String, String>();
        try {
            for (URL file : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources("openapi/" + name + ".csv"))) {
                try (var table = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    table.forEach(row -> rows.put(
                            row.getField(0), row.getField("description").strip()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    private void operation(JsonNode operation) {
        String name = operation.path("operationId").asText();
        note("operation ", name, operation);
        for (JsonNode parameter : operation.path("parameters")) {
            if (!parameter.has("$ref")) {
                String field = parameter.path("name").asText();
                note("parameter ", name + "." + field, parameter);
                said.computeIfAbsent(field, each -> new HashSet<>())
                        .add(parameter.path("description").asText());
            }
        }
    }

    private void fields(String owner, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode field = property.getValue();
            note("field ", owner + "." + property.getKey(), field);
            said.computeIfAbsent(property.getKey(), each -> new HashSet<>())
                    .add(field.path("description").asText());
            fields(owner, field);
        });
        schema.path("allOf").forEach(part -> fields(owner, part));
        if (schema.has("items")) {
            fields(owner, schema.path("items"));
        }
    }

    private void note(String kind, String name, JsonNode described) {
        String description = described.path("description").asText();
        if (description.isBlank()) {
            undescribed.add(kind + name);
        }
        said.computeIfAbsent(name, each -> new HashSet<>()).add(description);
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> missing) {
        return missing.size() + " things of the contract have no description. Give each a row in"
                + " src/main/resources/openapi: fields.csv (name, or Schema.name or operationId.name where it means"
                + " something special), operations.csv (operationId), tags.csv (tag):\n" + String.join("\n", missing);
    }

    /** What to do about rows without use. */
    public static String adviceOnUnused(Collection<String> unused) {
        return unused.size() + " rows of src/main/resources/openapi describe nothing: nothing has the name, or an"
                + " annotation describes it already. Take them away:\n" + String.join("\n", unused);
    }
}
