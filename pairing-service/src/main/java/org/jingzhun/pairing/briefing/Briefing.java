package org.jingzhun.pairing.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a week brought in a division and in those below it (通报).
 *
 * @param monday that began the week
 * @param rows by the divisions of the next level; the division itself when a problem concerns no part of it
 */
public record Briefing(long division, String name, LocalDate monday, Instant writtenAt, List<Row> rows) {

    public Briefing {
        rows = List.copyOf(rows);
    }

    /** The whole. */
    public Counts total() {
        return rows.stream().map(Row::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** A part of it. */
    public record Row(long division, String name, Counts counts) {}

    /**
     * Counts of a week.
     *
     * @param raised problems
     * @param closed problems
     * @param escalated times that a problem went up
     * @param open problems at its end
     * @param overdue of these, those whose deadline is over
     * @param inspections reported
     * @param red entries published
     * @param black entries published
     * @param pairings active at its end
     * @param visited households
     */
    public record Counts(
            long raised,
            long closed,
            long escalated,
            long open,
            long overdue,
            long inspections,
            long red,
            long black,
            long pairings,
            long visited) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    raised + other.raised,
                    closed + other.closed,
                    escalated + other.escalated,
                    open + other.open,
                    overdue + other.overdue,
                    inspections + other.inspections,
                    red + other.red,
                    black + other.black,
                    pairings + other.pairings,
                    visited + other.visited);
        }
    }
}
