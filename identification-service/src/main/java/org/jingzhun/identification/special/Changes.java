package org.jingzhun.identification.special;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.identification.special.facts.Facts;
import org.jspecify.annotations.Nullable;

/** Assignments of an update of {@code special_record r}, with the values of their parameters. */
final class Changes {

    private final List<String> assignments = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Changes set(String column, @Nullable Object value) {
        return set(column, "%s", value);
    }

    /** A value that the database computes. */
    Changes compute(String column, String expression) {
        assignments.add(column + " = " + expression);
        return this;
    }

    Changes parameter(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Changes facts(FactsText texts, UUID record, Facts facts) {
        return set("facts", "cast(%s as jsonb)", texts.clear(facts)).set("sealed", texts.sealed(record, facts));
    }

    Changes contact(FactsText texts, UUID record, @Nullable Contact contact) {
        return set("contact_name", contact == null ? null : contact.name())
                .set("contact_phone", texts.sealedPhone(record, contact));
    }

    private Changes set(String column, String expression, @Nullable Object value) {
        if (value == null) {
            return compute(column, "null");
        }
        String name = "new_" + column;
        return parameter(name, value).compute(column, expression.formatted(":" + name));
    }

    String sql() {
        return String.join(", ", assignments);
    }

    Map<String, Object> values() {
        return values;
    }
}
