package org.jingzhun.pairing.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One version of a rule.
 *
 * @param policy which rule, kebab-case
 * @param version its stable name, which decisions store
 * @param validFrom first day; it holds until the next version begins
 * @param values number and source document by key
 */
public record PolicyVersion(String policy, String version, LocalDate validFrom, Map<String, Value> values) {

    /**
     * @param number households, villages or points
     * @param source document that set it
     */
    public record Value(int number, String source) {}

    public PolicyVersion {
        values = new LinkedHashMap<>(values);
    }

    /** Empty when the version has no row for the key. */
    public OptionalInt find(String key) {
        Value value = values.get(key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value.number());
    }

    /** @throws IllegalStateException when the version does not say */
    public int get(Enum<?> key) {
        Value value = values.get(key.name());
        if (value == null) {
            throw new IllegalStateException(
                    "Version " + version + " of " + policy + " must have a row for " + key + ", but has none");
        }
        return value.number();
    }
}
