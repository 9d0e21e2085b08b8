package org.jingzhun.funding.loan;

import java.time.LocalDate;

/**
 * A reference rate from a day on.
 *
 * @param months terms of up to so many months
 * @param ppm millionths a year
 */
public record BaseRate(RateReference reference, LocalDate validFrom, int months, int ppm, String source) {

    private static final int WHOLE = 1_000_000;

    public BaseRate {
        if (ppm < 0 || ppm > WHOLE) {
            throw new IllegalArgumentException("Rate (" + ppm + " ppm) must be a fraction of 1");
        }
    }
}
