package org.jingzhun.identification.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares in percent with two decimals, rounded half up. */
public final class Percent {

    private static final int DECIMALS = 2;
    private static final long HUNDRED = 100;

    private Percent() {}

    /** @return null when there is no whole */
    public static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(HUNDRED))
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
