package org.jingzhun.identification.statistics;

import java.time.LocalDate;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/**
 * What is counted where.
 *
 * @param year the calendar year; stocks are those of its end, or of today while it lasts
 * @param by one row for each division of this level; null for one row of the whole
 * @param asOf the day of the stocks
 */
public record Question(Area division, int year, @Nullable Level by, LocalDate asOf) {

    /** @param today in Asia/Shanghai */
    public static Question of(Area division, int year, @Nullable Level by, LocalDate today) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return new Question(division, year, by, end.isAfter(today) ? today : end);
    }

    LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }

    /** The last day of the year before. */
    LocalDate opening() {
        return firstDay().minusDays(1);
    }

    /** SQL for the place of a village, given the column with its code. */
    public String place(String column) {
        Level level = by;
        if (level == null) {
            return "cast(%d as bigint)".formatted(division.from());
        }
        long span =
                switch (level) {
                    case PROVINCE -> 10_000_000_000L;
                    case CITY -> 100_000_000L;
                    case COUNTY -> 1_000_000L;
                    case TOWNSHIP -> 1_000L;
                    case VILLAGE -> 1L;
                };
        return "(%s / %d * %d)".formatted(column, span, span);
    }
}
