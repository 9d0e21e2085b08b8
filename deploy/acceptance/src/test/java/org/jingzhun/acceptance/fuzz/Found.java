package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requests that every run sends again: {@code fuzz/found.ndjson}, those that once met a fault, a line as a run writes it to
 * {@code failures.ndjson}, and {@code fuzz/provoking.ndjson}, those that provoke a problem, a line as a run writes it to
 * {@code codes.ndjson}. Ids of the run in which it was found are written <code>{{households}}</code>, by the name under which
 * answers show them.
 */
final class Found {

    private static final List<String> FILES = List.of("/fuzz/found.ndjson", "/fuzz/provoking.ndjson");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w[\\w-]*)}}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int TRIES = 50;
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";

    private Found() {}

    /**
     * A request.
     *
     * @param code of the problem that it must be answered with; empty for any answer that is as promised
     */
    record Known(Call call, String code) {}

    static List<Known> read(Pool pool, Random random) throws IOException {
        var json = new ObjectMapper();
        List<Known> all = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream lines = Objects.requireNonNull(Found.class.getResourceAsStream(file))) {
                for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(text -> !text.isBlank())
                        .toList()) {
                    JsonNode node = json.readTree(filled(line, pool, random));
                    all.add(new Known(Call.of(node), node.path("code").asText()));
                }
            }
        }
        return all;
    }

    private static String filled(String line, Pool pool, Random random) {
        return PLACE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(id(place.group(1), pool, random)));
    }

    /** The pool holds names and codes beside ids. */
    private static String id(String name, Pool pool, Random random) {
        return Stream.generate(() -> pool.find(name, random))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .map(JsonNode::asText)
                .filter(text -> ID.matcher(text).matches())
                .findFirst()
                .orElse(NOTHING);
    }
}
