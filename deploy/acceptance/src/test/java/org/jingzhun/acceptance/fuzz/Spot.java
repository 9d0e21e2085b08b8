package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A field of a request's body that was made from a schema.
 *
 * @param top whether it is a field of the body itself
 */
record Spot(ObjectNode parent, String field, JsonNode schema, boolean required, boolean top) {

    JsonNode value() {
        return parent.path(field);
    }

    void set(JsonNode value) {
        parent.set(field, value);
    }

    void remove() {
        parent.remove(field);
    }

    boolean is(String type) {
        return schema.path("type").asText().equals(type);
    }
}
