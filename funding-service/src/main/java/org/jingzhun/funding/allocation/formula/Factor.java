package org.jingzhun.funding.allocation.formula;

/**
 * One factor of a formula (因素) and its weight (权重).
 *
 * @param code names the factor, for example {@code POOR_PERSONS}
 * @param weight in basis points, 1 to 10,000; the weights of a formula sum to {@link #WHOLE}
 */
public record Factor(String code, int weight, Direction direction) {

    /** All of the amount: 10,000 basis points. */
    public static final int WHOLE = 10_000;

    public Factor {
        if (code.isBlank()) {
            throw new IllegalArgumentException("Factor code must not be blank");
        }
        if (weight < 1 || weight > WHOLE) {
            throw new IllegalArgumentException("Weight (" + weight + ") of factor " + code
                    + " must be 1 to 10000 basis points; leave out a factor without weight");
        }
    }
}
