package org.jingzhun.identification.form.proposal;

import org.jspecify.annotations.Nullable;

/**
 * An item holds when a measure lies within bounds; of the rules of a category the first that fits decides.
 *
 * @param above the measure is greater; null without this bound
 * @param from the measure is this or greater; null without this bound
 * @param to the measure is this or less; null without this bound
 * @param source where the rule comes from
 */
public record Rule(
        String category,
        String item,
        Measure measure,
        @Nullable Double above,
        @Nullable Double from,
        @Nullable Double to,
        String source) {

    public Rule {
        if (above == null && from == null && to == null) {
            throw new IllegalArgumentException("the rule for item %s must have a bound".formatted(item));
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("the rule for item %s must name its source".formatted(item));
        }
    }

    boolean fits(double value) {
        return (above == null || value > above) && (from == null || value >= from) && (to == null || value <= to);
    }
}
