package org.jingzhun.funding.performance.grading;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Criteria with their points and the totals that grades need (评价标准). The points that are given sum to 100.
 *
 * @param least hundredths of a point that each grade needs; the worst needs none
 */
public record Grading(List<Criterion> criteria, SortedMap<Grade, Integer> least) {

    /** 100 points in hundredths. */
    public static final int FULL = 10_000;

    public Grading {
        criteria = List.copyOf(criteria);
        least = new TreeMap<>(least);
        int given = criteria.stream()
                .filter(criterion -> !criterion.deducts())
                .mapToInt(Criterion::points)
                .sum();
        if (given != FULL) {
            throw new IllegalArgumentException("Points (" + given + " hundredths) must sum to " + FULL);
        }
        requireScale(least);
    }

    /** @throws IllegalArgumentException if a grade is missing, or does not need less than the better one */
    public static void requireScale(SortedMap<Grade, Integer> least) {
        int above = FULL + 1;
        for (var grade : Grade.values()) {
            var needed = least.get(grade);
            if (needed == null || needed >= above) {
                throw new IllegalArgumentException(
                        "Grade " + grade + " (" + needed + ") must need less than the better one");
            }
            above = needed;
        }
        if (above != 0) {
            throw new IllegalArgumentException("The worst grade (" + above + ") must need nothing");
        }
    }

    /**
     * A total with its grade.
     *
     * @param total hundredths of a point, at least 0
     */
    public record Graded(int total, Grade grade) {}

    /**
     * @param marks hundredths of a point for each criterion by code, all of them
     * @throws IllegalArgumentException if a mark is missing, unknown or out of range
     */
    public Graded grade(Map<String, Integer> marks) {
        if (marks.size() != criteria.size()) {
            throw new IllegalArgumentException("Marks " + marks.keySet() + " must be one for each criterion");
        }
        int total = 0;
        for (var criterion : criteria) {
            var mark = marks.get(criterion.code());
            if (mark == null || mark < 0 || mark > criterion.points()) {
                throw new IllegalArgumentException(
                        "Mark (" + mark + ") of " + criterion.code() + " must be 0 to " + criterion.points());
            }
            total += criterion.deducts() ? -mark : mark;
        }
        int counted = Math.max(0, total);
        var reached = least.entrySet().stream()
                .filter(grade -> counted >= grade.getValue())
                .findFirst()
                .orElseThrow()
                .getKey();
        return new Graded(counted, reached);
    }
}
