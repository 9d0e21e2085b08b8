package org.jingzhun.funding.asset.share;

/** By how many days a yearly rate is divided (计息天数). */
public enum DayCount {

    /** The days of the calendar year: a whole year earns exactly the rate. */
    ACTUAL,

    /** 365 in every year. */
    DAYS_365,

    /** 360 in every year, as banks count. */
    DAYS_360;

    int daysOfYear(Period period) {
        return switch (this) {
            case ACTUAL -> period.from().lengthOfYear();
            case DAYS_365 -> 365;
            case DAYS_360 -> 360;
        };
    }
}
