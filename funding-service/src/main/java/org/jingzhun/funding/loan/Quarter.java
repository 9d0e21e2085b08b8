package org.jingzhun.funding.loan;

import java.time.LocalDate;

/** A quarter of a year. */
public record Quarter(int year, int quarter) {

    private static final int MONTHS = 3;

    public Quarter {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("Quarter (" + quarter + ") must be 1 to 4");
        }
    }

    /** The first day after it. */
    LocalDate end() {
        return LocalDate.of(year, 1, 1).plusMonths((long) quarter * MONTHS);
    }
}
