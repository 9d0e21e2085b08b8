package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Ids and times of day that every recording draws anew, made the same for all: the first id of a body is number 1. */
final class StableIds {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern FRACTION = Pattern.compile("(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+");

    private final Map<String, String> known = new HashMap<>();

    private StableIds() {}

    static JsonNode in(JsonNode body) {
        return new StableIds().replaced(body);
    }

    private JsonNode replaced(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(replaced(field.getValue())));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, replaced(list.get(i)));
            }
        } else if (node instanceof TextNode text) {
            String ids = ID.matcher(text.textValue()).replaceAll(found -> stable(found.group()));
            return TextNode.valueOf(FRACTION.matcher(ids).replaceAll("$1"));
        }
        return node;
    }

    private String stable(String id) {
        return known.computeIfAbsent(id, any -> "01906df2-3000-7000-8000-%012d".formatted(known.size() + 1));
    }
}
