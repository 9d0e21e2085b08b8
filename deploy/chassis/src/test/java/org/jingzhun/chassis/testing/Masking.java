package org.jingzhun.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/**
 * Makes an exchange an example: lists are cut to one item, numbers of people, accounts and phones become well-known samples
 * (the resident id is the one that GB 11643 prints), traces become one.
 */
final class Masking {

    private static final int ITEMS = 2;
    private static final Pattern RESIDENT = Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{16}[\\dXx](?![0-9A-Za-z])");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9A-Za-z])\\d{16,17}(?:\\d{2})?(?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");

    private Masking() {}

    static JsonNode mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            // rule sets walk examples, and some stumble over null
            object.properties().removeIf(field -> field.getValue().isNull());
            object.properties().forEach(field -> field.setValue(mask(field.getValue())));
            if (object.has("traceId")) {
                object.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
            }
        } else if (node instanceof ArrayNode list) {
            while (list.size() > ITEMS) {
                list.remove(list.size() - 1);
            }
            for (int i = 0; i < list.size(); i++) {
                list.set(i, mask(list.get(i)));
            }
        } else if (node instanceof TextNode text) {
            return TextNode.valueOf(mask(text.textValue()));
        }
        return node;
    }

    static String mask(String text) {
        String people = RESIDENT.matcher(text).replaceAll("11010519491231002X");
        String accounts = ACCOUNT.matcher(people).replaceAll("6222000000000000");
        return MOBILE.matcher(accounts).replaceAll("13800000000");
    }
}
