package org.jingzhun.funding.allocation.formula;

/** Which way a factor pulls (正向、反向). */
public enum Direction {

    /** The larger the value, the larger the share: poor persons, incidence. */
    DIRECT,

    /**
     * The smaller the value, the larger the share: income, fiscal capacity. A value counts as {@code greatest +
     * smallest - value}, which stays a whole number, turns the order round and is defined for 0; a reciprocal is not.
     */
    INVERSE
}
