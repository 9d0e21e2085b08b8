package org.jingzhun.funding.budgetrule;

import java.time.LocalDate;
import org.jingzhun.funding.budgetrule.checking.Rule;
import org.jingzhun.funding.codelist.Dated;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it holds for a time and a place.
 *
 * @param validTo last day of validity, null while it goes on
 * @param division prefix of the divisions for which it holds, empty for the whole country
 * @param basisPoints the ratio in basis points, 0 where the rule has none
 * @param source the document that set it, with the mark of its evidence
 */
public record BudgetRule(
        Rule rule,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String division,
        int basisPoints,
        String source)
        implements Dated {

    /** Whether it holds at the end of a year in a county. */
    boolean holdsFor(long county, int year) {
        return Long.toString(county).startsWith(division) && holdsOn(LocalDate.of(year, 12, 31));
    }
}
