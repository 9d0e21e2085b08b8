package org.jingzhun.identification.adjustment.sampling;

/**
 * A share of a sample with its interval of 95 percent after Wilson, which holds for small samples and for shares near 0
 * or 1. Strata in proportion make the true interval no wider.
 *
 * @param hits of those checked
 * @param checked 0 or more
 * @param share 0 when nobody is checked
 * @param low of the interval
 * @param high of the interval
 */
public record Rate(int hits, int checked, double share, double low, double high) {

    /** The 97.5 percent point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException when hits are not among those checked */
    public static Rate of(int hits, int checked) {
        if (hits < 0 || hits > checked) {
            throw new IllegalArgumentException("hits (%d) must be among %d checked".formatted(hits, checked));
        }
        if (checked == 0) {
            return new Rate(0, 0, 0, 0, 1);
        }
        double share = (double) hits / checked;
        double square = Z * Z;
        double middle = share + square / (2 * checked);
        double half = Z * Math.sqrt(share * (1 - share) / checked + square / (4.0 * checked * checked));
        double whole = 1 + square / checked;
        double low = Math.clamp((middle - half) / whole, 0, share);
        double high = Math.clamp((middle + half) / whole, share, 1);
        return new Rate(hits, checked, share, low, high);
    }
}
