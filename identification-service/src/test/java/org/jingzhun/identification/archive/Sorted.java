package org.jingzhun.identification.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Canonical JSON of texts, whole numbers and truth values, written without the library that the service uses. */
final class Sorted {

    private Sorted() {}

    static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(text(item)));
            return "[" + String.join(",", items) + "]";
        }
        if (node.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .map(name -> "\"" + name + "\":" + text(node.get(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.toString();
    }
}
