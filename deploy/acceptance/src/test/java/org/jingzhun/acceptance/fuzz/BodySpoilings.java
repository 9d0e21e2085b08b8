package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Wrong and odd values in bodies of JSON. */
final class BodySpoilings {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TESTED = 100_000;
    private static final List<String> ODD_TEXTS = List.of(
            "\u0000",
            "a\u0000b",
            "\ud83d\ude00",
            "\ud800",
            "\udc00x",
            "",
            " ",
            "\u202E",
            "\\u0000",
            "NaN",
            "9".repeat(400),
            "-",
            "1e999",
            "2016-02-30",
            "9999999-12-31",
            "+999999999-12-31T23:59:59Z",
            "2016-13-01",
            "infinity",
            "true");

    private BodySpoilings() {}

    static final List<Spoiling> ALL = List.of(
            BodySpoilings::missingRequired,
            BodySpoilings::unknownField,
            BodySpoilings::wrongType,
            BodySpoilings::nullForRequired,
            BodySpoilings::badEnum,
            BodySpoilings::outOfRange,
            BodySpoilings::badPattern,
            BodySpoilings::badLength,
            BodySpoilings::badSize,
            BodySpoilings::oddText,
            BodySpoilings::oddText,
            BodySpoilings::oddNumber,
            BodySpoilings::nullAnywhere,
            BodySpoilings::nullInArray,
            BodySpoilings::hugeText);

    static Optional<Spot> any(Draft draft, Random random, Predicate<Spot> wanted) {
        List<Spot> spots = draft.spots().stream()
                .filter(wanted)
                .filter(spot -> spot.parent().has(spot.field()))
                .toList();
        return spots.isEmpty() ? Optional.empty() : Optional.of(spots.get(random.nextInt(spots.size())));
    }

    private static Optional<Spoiling.Spoilt> spoilt(String what, Spot spot, boolean refused) {
        return Optional.of(new Spoiling.Spoilt(what + " " + spot.field(), refused));
    }

    private static Optional<Spoiling.Spoilt> missingRequired(Draft draft, Random random) {
        return any(draft, random, Spot::required).flatMap(spot -> {
            spot.remove();
            return spoilt("missing-required", spot, true);
        });
    }

    private static Optional<Spoiling.Spoilt> nullForRequired(Draft draft, Random random) {
        return any(
                        draft,
                        random,
                        spot -> spot.required()
                                && !spot.schema().path("nullable").asBoolean())
                .flatMap(spot -> {
                    spot.set(JSON.nullNode());
                    return spoilt("null-for-required", spot, true);
                });
    }

    private static Optional<Spoiling.Spoilt> nullAnywhere(Draft draft, Random random) {
        return any(draft, random, spot -> !spot.required()).flatMap(spot -> {
            spot.set(JSON.nullNode());
            return spoilt("null", spot, false);
        });
    }

    private static Optional<Spoiling.Spoilt> nullInArray(Draft draft, Random random) {
        return any(draft, random, spot -> spot.is("array")).flatMap(spot -> {
            ((ArrayNode) spot.value()).addNull();
            return spoilt("null-in-array", spot, false);
        });
    }

    private static Optional<Spoiling.Spoilt> unknownField(Draft draft, Random random) {
        if (!draft.body.isObject()) {
            return Optional.empty();
        }
        Optional<Spot> inner = any(draft, random, spot -> spot.schema().has("properties"));
        ObjectNode parent = inner.isPresent() && random.nextBoolean()
                ? (ObjectNode) inner.get().value()
                : (ObjectNode) draft.body;
        parent.put("unheardOf", 1);
        return Optional.of(new Spoiling.Spoilt("unknown-field", true));
    }

    private static Optional<Spoiling.Spoilt> wrongType(Draft draft, Random random) {
        return any(draft, random, spot -> spot.schema().has("type")).flatMap(spot -> {
            JsonNode other =
                    switch (spot.schema().path("type").asText()) {
                        case "object" -> random.nextBoolean() ? JSON.arrayNode().add(1) : JSON.numberNode(7);
                        case "array" -> random.nextBoolean() ? JSON.objectNode().put("a", 1) : JSON.numberNode(7);
                        case "string" ->
                            random.nextBoolean()
                                    ? JSON.objectNode().put("a", 1)
                                    : JSON.arrayNode().add(1);
                        default -> random.nextBoolean() ? JSON.textNode("many") : JSON.objectNode();
                    };
            spot.set(other);
            return spoilt("wrong-type", spot, true);
        });
    }

    private static Optional<Spoiling.Spoilt> badEnum(Draft draft, Random random) {
        return any(draft, random, spot -> spot.schema().has("enum")).flatMap(spot -> {
            spot.set(JSON.textNode(
                    random.nextBoolean()
                            ? "UNHEARD_OF"
                            : spot.value().asText().toLowerCase(java.util.Locale.ROOT) + " "));
            return spoilt("bad-enum", spot, true);
        });
    }

    private static Optional<Spoiling.Spoilt> outOfRange(Draft draft, Random random) {
        return any(
                        draft,
                        random,
                        spot -> spot.schema().has("minimum") || spot.schema().has("maximum"))
                .flatMap(spot -> {
                    boolean low = spot.schema().has("minimum")
                            && (random.nextBoolean() || !spot.schema().has("maximum"));
                    BigDecimal limit =
                            spot.schema().path(low ? "minimum" : "maximum").decimalValue();
                    spot.set(JSON.numberNode(low ? limit.subtract(BigDecimal.ONE) : limit.add(BigDecimal.ONE)));
                    return spoilt("out-of-range", spot, true);
                });
    }

    private static Optional<Spoiling.Spoilt> badPattern(Draft draft, Random random) {
        return any(draft, random, spot -> spot.schema().has("pattern")).flatMap(spot -> {
            String pattern = spot.schema().path("pattern").asText();
            String text = List.of("?", " ", spot.value().asText() + "!", "\n", "四五一零", "")
                    .get(random.nextInt(6));
            if (Values.matches(pattern, text)) {
                return Optional.empty();
            }
            spot.set(JSON.textNode(text));
            return spoilt("bad-pattern", spot, spot.required() || !text.isEmpty());
        });
    }

    private static Optional<Spoiling.Spoilt> badLength(Draft draft, Random random) {
        return any(
                        draft,
                        random,
                        spot -> spot.is("string")
                                && (spot.schema().path("maxLength").asInt(LONGEST_TESTED) < LONGEST_TESTED
                                        || spot.schema().path("minLength").asInt() > 0))
                .flatMap(spot -> {
                    int most = spot.schema().path("maxLength").asInt(LONGEST_TESTED);
                    int least = spot.schema().path("minLength").asInt();
                    boolean tooLong = most < LONGEST_TESTED;
                    spot.set(JSON.textNode("x".repeat(tooLong ? most + 1 : least - 1)));
                    return spoilt(tooLong ? "too-long" : "too-short", spot, true);
                });
    }

    private static Optional<Spoiling.Spoilt> badSize(Draft draft, Random random) {
        return any(
                        draft,
                        random,
                        spot -> spot.is("array")
                                && spot.value().size() > 0
                                && (spot.schema().path("maxItems").asInt(10_000) < 10_000
                                        || spot.schema().path("minItems").asInt() > 0))
                .flatMap(spot -> {
                    var array = (ArrayNode) spot.value();
                    if (spot.schema().path("minItems").asInt() > 0 && random.nextBoolean()) {
                        array.removeAll();
                    } else if (spot.schema().path("maxItems").asInt(10_000) < 10_000) {
                        int most = spot.schema().path("maxItems").asInt();
                        while (array.size() <= most) {
                            array.add(array.get(0));
                        }
                        // What a set has twice counts once.
                        return spoilt(
                                "bad-size",
                                spot,
                                !spot.schema().path("uniqueItems").asBoolean());
                    } else {
                        return Optional.empty();
                    }
                    return spoilt("bad-size", spot, true);
                });
    }

    private static Optional<Spoiling.Spoilt> oddText(Draft draft, Random random) {
        return any(draft, random, spot -> spot.is("string")).flatMap(spot -> {
            spot.set(JSON.textNode(ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()))));
            return spoilt("odd-text", spot, false);
        });
    }

    private static Optional<Spoiling.Spoilt> oddNumber(Draft draft, Random random) {
        return any(draft, random, spot -> spot.is("integer") || spot.is("number"))
                .flatMap(spot -> {
                    spot.set(
                            switch (random.nextInt(6)) {
                                case 0 -> JSON.numberNode(new BigDecimal("1e400"));
                                case 1 -> JSON.numberNode(new BigInteger("9".repeat(60)));
                                case 2 -> JSON.numberNode(new BigDecimal("1e-400"));
                                case 3 -> JSON.numberNode(new BigDecimal("1.5"));
                                case 4 -> JSON.numberNode(Long.MAX_VALUE);
                                default -> JSON.numberNode(Long.MIN_VALUE);
                            });
                    return spoilt("odd-number", spot, false);
                });
    }

    private static Optional<Spoiling.Spoilt> hugeText(Draft draft, Random random) {
        if (random.nextInt(8) > 0) {
            return Optional.empty();
        }
        return any(draft, random, spot -> spot.is("string")).flatMap(spot -> {
            spot.set(JSON.textNode("x".repeat(random.nextBoolean() ? 300_000 : 3_000_000)));
            return spoilt("huge-text", spot, false);
        });
    }
}
