package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Requests with one thing less. */
final class Smaller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEPT_HEADERS = Set.of("Content-Type", "If-Match", "Authorization");

    private Smaller() {}

    static List<Call> than(Call call) {
        List<Call> smaller = new ArrayList<>();
        int query = call.target().indexOf('?');
        if (query > 0) {
            String[] parameters = call.target().substring(query + 1).split("&");
            for (int left = 0; left < parameters.length; left++) {
                if (call.what().endsWith(" " + parameters[left].split("=", 2)[0])) {
                    continue;
                }
                List<String> others = new ArrayList<>(List.of(parameters));
                others.remove(left);
                smaller.add(call.withTarget(
                        call.target().substring(0, query) + (others.isEmpty() ? "" : "?" + String.join("&", others))));
            }
        }
        call.headers().keySet().stream()
                .filter(header -> !KEPT_HEADERS.contains(header))
                .forEach(header -> smaller.add(call.without(header)));
        bodies(call).forEach(body -> smaller.add(call.withBody(body.toString().getBytes(StandardCharsets.UTF_8))));
        return smaller;
    }

    private static List<JsonNode> bodies(Call call) {
        List<JsonNode> bodies = new ArrayList<>();
        byte[] body = call.body();
        if (body == null || body.length > 20_000) {
            return bodies;
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                for (var field : object.properties()) {
                    if (call.what().endsWith(" " + field.getKey())) {
                        continue;
                    }
                    bodies.add(object.deepCopy().without(field.getKey()));
                }
            }
        } catch (IOException noJson) {
            return bodies;
        }
        return bodies;
    }
}
