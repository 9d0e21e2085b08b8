package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.swagger.v3.core.util.ObjectMapperFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Holds every number of {@code contract/openapi.yaml} to its unit: its name or its description says it, or says of what it is
 * the number. Those that need none are in {@code src/test/resources/numbers.csv} of the service, columns
 * {@code property,what} ({@code Schema.property}, and what it is instead), and in the file of every service.
 */
public final class Quantities {

    private static final String OF_EVERY_SERVICE = "numbers-of-every-service.csv";
    private static final Path FILE = Path.of("src/test/resources/numbers.csv");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:fen|yuan|milliseconds?|millis|seconds?|minutes?|hours?|days?|weeks?|months?|years?|quarters?|mu|bytes?"
                    + "|met(?:er|re)s?|kilomet(?:er|re)s?|degrees?|percent|per cent|per mille|basis points?|points?|share"
                    + "|ratio|rate|times|characters?|pixels?|units? of cost|from 0 to 1|HTTP"
                    + "|number|count|how many|how often|households?|persons?|people|members?|rows?|lines?|villages?"
                    + "|records?|deliveries|payments|objections|projects|jobs|measures|pairings|links|absences|accounts"
                    + "|enterprises|categories|moves|rounds|requests|attempts|helpers|visits|units"
                    + "|revision|version|position|rank|grade|order|size|score|weight|digits|generation)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final JsonNode schemas;
    private final Map<String, String> silent = new TreeMap<>();

    private Quantities() {
        try {
            schemas = ObjectMapperFactory.createYaml()
                    .readTree(Path.of("contract/openapi.yaml").toFile())
                    .path("components")
                    .path("schemas");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        schemas.properties().forEach(each -> fields(each.getKey(), each.getValue()));
    }

    /** Numbers without a unit, each with what is said of it; and rows of the service that excuse nothing. */
    public static Set<String> withoutUnit() {
        Map<String, String> silent = new Quantities().silent;
        Set<String> faults = new TreeSet<>();
        Set<String> own = own();
        Set<String> excused = new HashSet<>(own);
        excused.addAll(ofEveryService());
        silent.forEach((property, said) -> {
            if (!excused.contains(property)) {
                faults.add(property + ": " + said);
            }
        });
        own.stream()
                .filter(property -> !silent.containsKey(property))
                .forEach(property -> faults.add("Delete from numbers.csv, since nothing needs it: " + property));
        return faults;
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> faults) {
        return faults.size()
                + " numbers do not say their unit. Say it in the description (fen, days, mu, bytes, of what it is"
                + " the number); a code or an ordinal gets a line in src/test/resources/numbers.csv:\n"
                + String.join("\n", faults);
    }

    private void fields(String owner, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode field = property.getValue();
            String said = field.path("description").asText();
            String words = HUMP.matcher(property.getKey()).replaceAll(" ") + " " + said;
            if (isNumber(field) && !SAID.matcher(words).find()) {
                silent.put(owner + "." + property.getKey(), said);
            }
            fields(owner, field);
        });
        schema.path("allOf").forEach(part -> fields(owner, part));
        if (schema.has("items")) {
            fields(owner, schema.path("items"));
        }
    }

    /** Lists of numbers are what their items are. */
    private boolean isNumber(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.startsWith(SCHEMAS)) {
            return isNumber(schemas.path(reference.substring(SCHEMAS.length())));
        }
        for (JsonNode part : schema.path("allOf")) {
            if (isNumber(part)) {
                return true;
            }
        }
        String type = schema.path("type").asText();
        return type.equals("integer")
                || type.equals("number")
                || (type.equals("array") && isNumber(schema.path("items")));
    }

    private static Set<String> own() {
        try {
            return Files.exists(FILE) ? properties(Files.newBufferedReader(FILE)) : Set.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> ofEveryService() {
        return properties(new InputStreamReader(
                Objects.requireNonNull(Quantities.class.getResourceAsStream(OF_EVERY_SERVICE)),
                StandardCharsets.UTF_8));
    }

    private static Set<String> properties(Reader table) {
        var properties = new TreeSet<String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            rows.forEach(row -> {
                if (!row.getField("what").isBlank()) {
                    properties.add(row.getField("property"));
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
