package org.jingzhun.funding.asset.share;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days of one calendar year, both included.
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from) || from.getYear() != to.getYear()) {
            throw new IllegalArgumentException(
                    "Period (" + from + " to " + to + ") must lie in one calendar year and not end before it begins");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /**
     * Days of the period on which a share was held.
     *
     * @param since first day
     * @param until first day on which it was not held any more, null while it is
     */
    public long daysHeld(LocalDate since, @Nullable LocalDate until) {
        var first = since.isAfter(from) ? since : from;
        var behind = until == null || until.isAfter(to) ? to.plusDays(1) : until;
        return Math.max(0, ChronoUnit.DAYS.between(first, behind));
    }
}
