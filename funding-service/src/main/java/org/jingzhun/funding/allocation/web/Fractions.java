package org.jingzhun.funding.allocation.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Fractions of the whole and points, as JSON has them, and as whole numbers. */
final class Fractions {

    private static final int BASIS_POINT_DIGITS = 4;
    private static final int POINT_DIGITS = 2;

    private Fractions() {}

    /** Absent counts as 0. */
    static int basisPoints(@Nullable String fraction) {
        return fraction == null
                ? 0
                : new BigDecimal(fraction).movePointRight(BASIS_POINT_DIGITS).intValueExact();
    }

    static String text(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, BASIS_POINT_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Hundredths of a point; absent counts as 0. */
    static int hundredths(@Nullable String points) {
        return points == null
                ? 0
                : new BigDecimal(points).movePointRight(POINT_DIGITS).intValueExact();
    }

    /** Points with two decimals. */
    static String points(long hundredths) {
        return BigDecimal.valueOf(hundredths, POINT_DIGITS).toPlainString();
    }
}
