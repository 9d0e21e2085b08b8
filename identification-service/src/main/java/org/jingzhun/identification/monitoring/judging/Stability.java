package org.jingzhun.identification.monitoring.judging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the income has been over the line for long enough (收入持续稳定超过监测线): at each point the twelve months before it
 * are held against the line of its year.
 *
 * @param rules version of the rules
 * @param points a month apart, the latest first; at least one
 * @param leastCoveredDays from which on an income counts as known
 */
public record Stability(String rules, List<Point> points, long leastCoveredDays) {

    public Stability {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("stability must be seen at one point or more");
        }
    }

    /** @param line of the year of the day; null when nobody has loaded it */
    public record Point(
            LocalDate day, YearBefore income, @Nullable YearLine line) {

        boolean holds(long leastCoveredDays) {
            return line != null && income.known(leastCoveredDays) && !income.below(line.perHeadFen(), 0);
        }
    }

    /** The latest point at which the income was not known to be over the line; null when it is stable. */
    public @Nullable Point broken() {
        return points.stream()
                .filter(point -> !point.holds(leastCoveredDays))
                .findFirst()
                .orElse(null);
    }
}
