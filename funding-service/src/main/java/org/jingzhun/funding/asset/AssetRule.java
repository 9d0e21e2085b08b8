package org.jingzhun.funding.asset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated number that assets are kept by.
 *
 * @param division the lowest code of where it holds; 0 is everywhere
 * @param mark SEED, PUBLIC, UNVERIFIED, ASSUMPTION, or LOCAL for what was loaded
 */
public record AssetRule(
        Rule rule,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long division,
        int value,
        String mark,
        String source) {

    /** What the number says. */
    public enum Rule {
        /** The least yearly floor in a contract, in ten-thousandths of the value. */
        FLOOR_RATE_MINIMUM,
        /** Days for which a plan of dividends is announced at least. */
        NOTICE_DAYS,
        /** Months in which an operator makes a loss of value good. */
        MAKE_GOOD_MONTHS,
        /** Months after which an asset is to be valued anew. */
        VALUATION_MONTHS
    }
}
