package org.jingzhun.identification.scorecard.scoring;

import java.util.List;

/**
 * A score (得分) with its proof: the total is the sum of the subtotals, and each subtotal explains itself by item.
 *
 * @param scorecard version of the scorecard that gave the points
 * @param total 0 to {@link Scorecard#maxPoints()}
 * @param subtotals one for each category, in the order of the form
 */
public record Score(String scorecard, int total, List<Subtotal> subtotals) {

    public Score {
        subtotals = List.copyOf(subtotals);
        int sum = subtotals.stream().mapToInt(Subtotal::points).sum();
        if (sum != total) {
            throw new IllegalArgumentException("total %d must be the sum %d of the subtotals".formatted(total, sum));
        }
    }

    /** The points of one item that holds. */
    public record Contribution(String item, int points) {}

    /**
     * The points of one category.
     *
     * @param points what counts: the sum of the contributions less {@code capped}
     * @param capped what the category's maximum took away, 0 or more
     */
    public record Subtotal(String category, int points, int capped, List<Contribution> contributions) {

        public Subtotal {
            contributions = List.copyOf(contributions);
            int sum = contributions.stream().mapToInt(Contribution::points).sum();
            if (capped < 0 || points + capped != sum) {
                throw new IllegalArgumentException(
                        "%d points and %d capped of category %s must make the sum %d of its items"
                                .formatted(points, capped, category, sum));
            }
        }
    }
}
