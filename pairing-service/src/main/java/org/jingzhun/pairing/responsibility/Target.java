package org.jingzhun.pairing.responsibility;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many are to leave poverty in a division until a year (脱贫目标).
 *
 * @param parent the target of which it is a share
 * @param division 12 digits
 * @param total until the end of the final year
 * @param atLeast a year, while anything is left
 * @param document that set it
 * @param years what is due and what was reached, by year
 */
public record Target(
        UUID id,
        @Nullable UUID parent,
        long division,
        Measure measure,
        int firstYear,
        int finalYear,
        int total,
        int atLeast,
        String document,
        List<Year> years) {

    public Target {
        years = List.copyOf(years);
    }

    Target with(List<Year> years) {
        return new Target(id, parent, division, measure, firstYear, finalYear, total, atLeast, document, years);
    }

    /**
     * A year of it.
     *
     * @param due in this year, as set
     * @param gross that left poverty in this year
     * @param net of these, those that have not returned since
     * @param needed in this year so that the total is reached: what is left, laid over the years that are left; null for
     *     years that are over
     */
    public record Year(
            int year, int due, int gross, int net, @Nullable Integer needed) {}
}
