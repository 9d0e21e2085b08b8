package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jingzhun.acceptance.fuzz.Operation.Parameter;
import org.jingzhun.acceptance.fuzz.Spoiling.Spoilt;

/** Wrong and odd parameters of paths and queries. */
final class ParameterSpoilings {

    private static final List<String> ODD = List.of(
            "%00",
            "a%00b",
            "%FF",
            "%C0%AF",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%27%3B--",
            "%22",
            "%25",
            "%2e%2e%2f",
            "%0d%0aX:1",
            "",
            "%20",
            "+",
            "1e3",
            "NaN",
            "-1",
            "99999999999999999999",
            "%EF%BB%BF",
            "null",
            "x".repeat(5_000));

    private ParameterSpoilings() {}

    static final List<Spoiling> ALL = List.of(
            ParameterSpoilings::wrong,
            ParameterSpoilings::wrong,
            ParameterSpoilings::missing,
            ParameterSpoilings::odd,
            ParameterSpoilings::odd,
            ParameterSpoilings::oddInPath,
            ParameterSpoilings::twice,
            ParameterSpoilings::unknown,
            ParameterSpoilings::limit,
            ParameterSpoilings::cursor);

    private static Optional<Parameter> any(Draft draft, Random random, boolean required) {
        List<Parameter> parameters = draft.operation().parameters("query").stream()
                .filter(parameter -> parameter.required() || !required)
                .toList();
        return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.get(random.nextInt(parameters.size())));
    }

    private static Optional<Spoilt> wrong(Draft draft, Random random) {
        return any(draft, random, false).flatMap(parameter -> {
            JsonNode schema = draft.operation().document().flat(parameter.schema());
            boolean constrained = schema.has("enum")
                    || schema.has("pattern")
                    || schema.has("format")
                    || !schema.path("type").asText().equals("string");
            if (!constrained || schema.path("type").asText().equals("object")) {
                return Optional.empty();
            }
            String wrong = List.of("wrong!", "{}", "5x").get(random.nextInt(3));
            draft.askInstead(parameter.name(), Draft.encoded(wrong));
            boolean permitted = schema.path("type").asText().equals("string")
                    && !schema.has("enum")
                    && !schema.has("format")
                    && Values.permits(schema, wrong);
            return Optional.of(new Spoilt("wrong-parameter " + parameter.name(), !permitted));
        });
    }

    private static Optional<Spoilt> missing(Draft draft, Random random) {
        return any(draft, random, true).map(parameter -> {
            draft.query().removeIf(entry -> entry.getKey().equals(parameter.name()));
            return new Spoilt("missing-parameter " + parameter.name(), true);
        });
    }

    private static Optional<Spoilt> odd(Draft draft, Random random) {
        return any(draft, random, false).map(parameter -> {
            draft.askInstead(parameter.name(), ODD.get(random.nextInt(ODD.size())));
            return new Spoilt("odd-parameter " + parameter.name(), false);
        });
    }

    private static Optional<Spoilt> oddInPath(Draft draft, Random random) {
        if (draft.path().isEmpty()) {
            return Optional.empty();
        }
        String name = List.copyOf(draft.path().keySet())
                .get(random.nextInt(draft.path().size()));
        String text = ODD.get(random.nextInt(ODD.size()));
        draft.path().put(name, text.isEmpty() ? "%20" : text);
        return Optional.of(new Spoilt("odd-in-path " + name, false));
    }

    private static Optional<Spoilt> twice(Draft draft, Random random) {
        if (draft.query().isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, String> entry =
                draft.query().get(random.nextInt(draft.query().size()));
        draft.query().add(Map.entry(entry.getKey(), random.nextBoolean() ? entry.getValue() : "other"));
        return Optional.of(new Spoilt("parameter-twice " + entry.getKey(), false));
    }

    private static Optional<Spoilt> unknown(Draft draft, Random random) {
        draft.query().add(Map.entry("unheardOf", ODD.get(random.nextInt(ODD.size()))));
        return Optional.of(new Spoilt("unknown-parameter", false));
    }

    private static boolean has(Draft draft, String name) {
        return draft.operation().parameters("query").stream()
                .anyMatch(parameter -> parameter.name().equals(name));
    }

    private static Optional<Spoilt> limit(Draft draft, Random random) {
        if (!has(draft, "limit")) {
            return Optional.empty();
        }
        draft.askInstead(
                "limit", List.of("0", "-1", "1001", "2147483648", "ten", "1.5").get(random.nextInt(6)));
        return Optional.of(new Spoilt(
                "bad-limit", draft.headers().getOrDefault("Accept", "").contains("json") && !isStream(draft)));
    }

    private static boolean isStream(Draft draft) {
        return draft.headers().getOrDefault("Accept", "").contains("ndjson");
    }

    private static Optional<Spoilt> cursor(Draft draft, Random random) {
        if (!has(draft, "after")) {
            return Optional.empty();
        }
        draft.askInstead(
                "after",
                List.of("x", "bm90IGEgY3Vyc29y", "eyJhIjoxfQ==", "AAAA", "%00", "W10", "WyJ4Il0", "WzFd", "W251bGxd")
                        .get(random.nextInt(9)));
        return Optional.of(new Spoilt("bad-cursor", false));
    }
}
