package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;

/** How days are counted against the year's rate (计息天数规则). Counts add up: a period is the sum of its parts. */
public enum DayCount {

    /** Actual days over 360 (算头不算尾): the daily rate of Chinese banks is the yearly rate / 360. */
    ACT_360(360),

    /** Actual days over 365. */
    ACT_365(365),

    /** Each month counts 30 days, the year 360 (对年对月对日). */
    THIRTY_360(360);

    private static final int YEAR = 360;
    private static final int MONTH = 30;

    private final int basis;

    DayCount(int basis) {
        this.basis = basis;
    }

    /** Days of the year in the denominator. */
    public int basis() {
        return basis;
    }

    /** Days from the first included to the last excluded. */
    public long days(LocalDate from, LocalDate to) {
        return number(to) - number(from);
    }

    private long number(LocalDate day) {
        return switch (this) {
            case ACT_360, ACT_365 -> day.toEpochDay();
            case THIRTY_360 ->
                (long) YEAR * day.getYear()
                        + (long) MONTH * (day.getMonthValue() - 1)
                        + Math.min(day.getDayOfMonth(), MONTH);
        };
    }
}
