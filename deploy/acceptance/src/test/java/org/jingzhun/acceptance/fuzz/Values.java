package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Values that a schema permits: mostly plausible ones, seen in answers where possible, some at the limits. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 4_400;
    private static final Map<String, RgxGen> GENERATORS = new ConcurrentHashMap<>();
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static final List<String> ODD_TEXTS = List.of(
            "\u0000",
            "a\u0000b",
            "\ud83d\ude00",
            "\u202Eabc",
            "'; drop table x; --",
            "${jndi:x}",
            "%s%n",
            "{0}",
            "\\",
            "\u2028",
            "\uFEFF",
            "<script>",
            "隆林各族自治县",
            " x ",
            "\ud800",
            "0",
            "null",
            "\t\n");
    private static final List<String> ODD_DAYS =
            List.of("0001-01-01", "9999-12-31", "1900-01-01", "2016-02-29", "2100-01-01", "0000-01-01", "1582-10-10");
    private static final List<String> ODD_INSTANTS = List.of(
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "1970-01-01T00:00:00Z",
            "2016-12-31T23:59:60Z",
            "2016-06-01T00:00:00+08:00",
            "2016-06-01T24:00:00Z");

    private final ApiDocument document;
    private final Pool pool;
    private final Random random;

    Values(ApiDocument document, Pool pool, Random random) {
        this.document = document;
        this.pool = pool;
        this.random = random;
    }

    /** @param spots where to note each value of the body with its schema */
    JsonNode of(String name, JsonNode unresolved, int depth, List<Spot> spots) {
        JsonNode schema = document.flat(unresolved);
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth, spots);
            case "array" -> array(name, schema, depth, spots);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> integer(name, schema);
            case "number" -> number(schema);
            case "string" -> JSON.textNode(text(name, schema));
            default -> schema.has("enum") ? oneOf(schema.path("enum")) : JSON.objectNode();
        };
    }

    private ObjectNode object(JsonNode schema, int depth, List<Spot> spots) {
        ObjectNode made = JSON.objectNode();
        int generosity = random.nextInt(4);
        schema.path("properties").properties().forEach(property -> {
            boolean required = isRequired(schema, property.getKey());
            if (required || (depth < DEEP && random.nextInt(3) < generosity)) {
                made.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1, spots));
                spots.add(new Spot(made, property.getKey(), document.flat(property.getValue()), required, depth == 0));
            }
        });
        if (schema.has("additionalProperties")) {
            for (int i = random.nextInt(3); i > 0; i--) {
                String key = pool.find("item", random).map(JsonNode::asText).orElse("C0" + i);
                made.set(key, of(key, schema.path("additionalProperties"), depth + 1, spots));
            }
        }
        return made;
    }

    static boolean isRequired(JsonNode schema, String property) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private ArrayNode array(String name, JsonNode schema, int depth, List<Spot> spots) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(3), least + 3);
        ArrayNode made = JSON.arrayNode();
        int size = depth >= DEEP ? least : random.nextInt(least, most + 1);
        for (int i = 0; i < size; i++) {
            made.add(of(name, schema.path("items"), depth + 1, spots));
        }
        return made;
    }

    private JsonNode integer(String name, JsonNode schema) {
        boolean big = schema.path("format").asText().equals("int64");
        long least = schema.path("minimum").asLong(big ? Long.MIN_VALUE : Integer.MIN_VALUE);
        long most = schema.path("maximum").asLong(big ? Long.MAX_VALUE : Integer.MAX_VALUE);
        if (random.nextInt(12) == 0) {
            return JSON.numberNode(random.nextBoolean() ? least : most);
        }
        if (random.nextBoolean()) {
            Optional<JsonNode> seen = pool.find(name, random)
                    .filter(JsonNode::isIntegralNumber)
                    .filter(value -> value.asLong() >= least && value.asLong() <= most);
            if (seen.isPresent()) {
                return seen.get();
            }
        }
        if (name.equals("year")) {
            return JSON.numberNode(Math.clamp(random.nextInt(2014, 2021), least, most));
        }
        long from = Math.max(least, least < 0 ? -3 : least);
        return JSON.numberNode(Math.min(most, from + random.nextInt(200)));
    }

    private JsonNode number(JsonNode schema) {
        double least = schema.path("minimum").asDouble(-1000);
        double most = schema.path("maximum").asDouble(1000);
        double value = random.nextInt(12) == 0 ? least : least + (most - least) * random.nextDouble();
        return JSON.numberNode(BigDecimal.valueOf(Math.round(value * 100), 2));
    }

    private static JsonNode any(JsonNode values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    private JsonNode oneOf(JsonNode values) {
        return any(values, random);
    }

    /** A text that the schema permits, as far as its pattern can be followed. */
    String text(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return oneOf(schema.path("enum")).asText();
        }
        if (random.nextInt(10) < 8) {
            Optional<String> seen =
                    pool.find(name, random).map(JsonNode::asText).filter(text -> permits(schema, text));
            if (seen.isPresent()) {
                return seen.get();
            }
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" ->
                odd() ? any(ODD_DAYS) : FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
            case "date-time" ->
                odd()
                        ? any(ODD_INSTANTS)
                        : Instant.ofEpochSecond(1_400_000_000L + random.nextInt(400_000_000))
                                .toString();
            default -> schema.has("pattern") ? matching(schema.path("pattern").asText()) : free(schema);
        };
    }

    private boolean odd() {
        return random.nextInt(12) == 0;
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private String free(JsonNode schema) {
        int most = schema.path("maxLength").asInt(200);
        int least = schema.path("minLength").asInt(0);
        if (random.nextInt(15) == 0) {
            return "长".repeat(Math.min(most, 5_000));
        }
        String text = odd() ? any(ODD_TEXTS) : "text " + random.nextInt(1_000);
        while (text.length() < least) {
            text += "x";
        }
        return text.length() > most ? text.substring(0, most) : text;
    }

    private String matching(String pattern) {
        if (pattern.equals("\\S")) {
            return odd() ? any(ODD_TEXTS) + "x" : "text " + random.nextInt(1_000);
        }
        if (pattern.startsWith("^-?[0-9]+[.]")) {
            return random.nextInt(100_000) + ".00";
        }
        for (int attempt = 0; attempt < 20; attempt++) {
            String text = GENERATORS.computeIfAbsent(pattern, RgxGen::parse).generate(random);
            if (matches(pattern, text)) {
                return text;
            }
        }
        return "451031100201";
    }

    /** Whether pattern and lengths let it pass. */
    static boolean permits(JsonNode schema, String text) {
        return text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && text.length() >= schema.path("minLength").asInt(0)
                && (!schema.has("pattern") || matches(schema.path("pattern").asText(), text));
    }

    static boolean matches(String pattern, String text) {
        try {
            Pattern known = PATTERNS.computeIfAbsent(pattern, Pattern::compile);
            return pattern.equals("\\S")
                    ? known.matcher(text).find()
                    : known.matcher(text).matches();
        } catch (PatternSyntaxException broken) {
            throw new IllegalStateException("Pattern (%s) cannot be read.".formatted(pattern), broken);
        }
    }
}
