package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Values seen in answers, by the name of their field, so that requests name things that are there. */
final class Pool {

    private static final int KEPT = 400;
    private static final int LOOKED_AT = 60;
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "household", List.of("householdid", "households"),
            "householdid", List.of("households"),
            "village", List.of("villagecode"),
            "division", List.of("villagecode", "code"),
            "helper", List.of("helperid", "helpers"),
            "helperid", List.of("helpers"),
            "after", List.of("next"),
            "county", List.of("countycode"));

    private final Map<String, List<JsonNode>> values = new ConcurrentHashMap<>();

    /** Keeps what an answer shows: each scalar by its field's name, each id by the collection it is in as well. */
    void harvest(String path, JsonNode answer, RandomGenerator random) {
        harvest(collection(path), answer, 0, random);
    }

    private void harvest(String name, JsonNode node, int depth, RandomGenerator random) {
        if (node.isArray()) {
            int looked = Math.min(node.size(), LOOKED_AT);
            for (int i = 0; i < looked; i++) {
                harvest(name, node.get(i), depth, random);
            }
        } else if (node.isObject() && depth < 6) {
            node.properties().forEach(field -> {
                JsonNode value = field.getValue();
                if (value.isTextual() || value.isNumber()) {
                    keep(field.getKey(), value, random);
                    if (depth <= 1 && isKey(field.getKey())) {
                        keep(name, value, random);
                    }
                } else {
                    harvest(field.getKey().equals("items") ? name : field.getKey(), value, depth + 1, random);
                }
            });
        } else if (node.isTextual()) {
            keep(name, node, random);
        }
    }

    private static boolean isKey(String field) {
        return field.equals("id") || field.equals("version") || field.equals("code") || field.equals("name");
    }

    private void keep(String name, JsonNode value, RandomGenerator random) {
        if (value.isTextual() && value.textValue().length() > 2_000) {
            return;
        }
        List<JsonNode> kept = values.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>());
        synchronized (kept) {
            if (kept.size() < KEPT) {
                kept.add(value);
            } else {
                kept.set(random.nextInt(KEPT), value);
            }
        }
    }

    /** A value for a field or parameter; an id in a path is named after the segment before it. */
    Optional<JsonNode> find(String name, RandomGenerator random) {
        String key = name.toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(List.of(key));
        names.addAll(OTHER_NAMES.getOrDefault(key, List.of()));
        names.add(key + "id");
        names.add(key + "s");
        if (key.endsWith("id")) {
            names.add(key.substring(0, key.length() - 2) + "s");
        }
        return names.stream()
                .map(values::get)
                .filter(kept -> kept != null)
                .map(kept -> any(kept, random))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<JsonNode> any(List<JsonNode> kept, RandomGenerator random) {
        synchronized (kept) {
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(random.nextInt(kept.size())));
        }
    }

    /** The last segment of a path that is no parameter: {@code households} of {@code /v1/households/{id}}. */
    static String collection(String path) {
        String[] segments = path.split("/");
        for (int i = segments.length - 1; i > 1; i--) {
            if (!segments[i].startsWith("{")) {
                return segments[i];
            }
        }
        return "";
    }
}
