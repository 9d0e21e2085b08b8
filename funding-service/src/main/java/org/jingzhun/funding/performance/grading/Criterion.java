package org.jingzhun.funding.performance.grading;

/**
 * What is evaluated.
 *
 * @param dimension a code of the list {@code performance-dimension}
 * @param points hundredths of a point at most
 * @param deducts whether its points are taken off (扣分) instead of given
 */
public record Criterion(String dimension, String code, int points, boolean deducts) {

    public Criterion {
        if (points < 1 || points > Grading.FULL) {
            throw new IllegalArgumentException("Points (" + points + ") of " + code + " must be 1 to " + Grading.FULL);
        }
    }
}
