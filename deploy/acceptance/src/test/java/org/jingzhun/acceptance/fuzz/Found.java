package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests that once met a fault, sent again by every run: {@code fuzz/found.ndjson}, a line as a run writes it to {@code
 * failures.ndjson}. Ids of the run in which it was found are written <code>{{households}}</code>, by the name under which
 * answers show them.
 */
final class Found {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w[\\w-]*)}}");
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";

    private Found() {}

    static List<Call> read(Pool pool, Random random) throws IOException {
        var json = new ObjectMapper();
        List<Call> calls = new ArrayList<>();
        try (InputStream lines = Objects.requireNonNull(Found.class.getResourceAsStream("/fuzz/found.ndjson"))) {
            for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.isBlank())
                    .toList()) {
                calls.add(Call.of(json.readTree(filled(line, pool, random))));
            }
        }
        return calls;
    }

    private static String filled(String line, Pool pool, Random random) {
        return PLACE.matcher(line)
                .replaceAll(place -> Matcher.quoteReplacement(
                        pool.find(place.group(1), random).map(JsonNode::asText).orElse(NOTHING)));
    }
}
