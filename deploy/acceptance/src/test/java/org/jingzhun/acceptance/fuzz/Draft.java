package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.standalone.Token;
import org.jspecify.annotations.Nullable;

/** A request while it is made: right at first, then perhaps spoilt in one place. */
final class Draft {

    private final Operation operation;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final List<Map.Entry<String, String>> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Spot> spots = new ArrayList<>();

    String method;
    JsonNode body = NullNode.getInstance();
    byte @Nullable [] raw;

    @Nullable
    Token caller;

    Draft(Operation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    Operation operation() {
        return operation;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Values of the path's parameters, encoded. */
    Map<String, String> path() {
        return path;
    }

    /** Encoded. */
    List<Map.Entry<String, String>> query() {
        return query;
    }

    List<Spot> spots() {
        return spots;
    }

    void ask(String name, String value) {
        query.add(Map.entry(name, encoded(value)));
    }

    void askInstead(String name, String encoded) {
        query.removeIf(parameter -> parameter.getKey().equals(name));
        query.add(Map.entry(name, encoded));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String target() {
        String target = operation.path();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            target = target.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (query.isEmpty()) {
            return target;
        }
        return target + "?"
                + String.join(
                        "&",
                        query.stream()
                                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                                .toList());
    }

    Call call(String what, boolean refused) {
        byte[] bytes =
                raw != null ? raw : body.isNull() ? null : body.toString().getBytes(StandardCharsets.UTF_8);
        return new Call(operation.service(), method, target(), headers, bytes, caller, what, refused);
    }
}
