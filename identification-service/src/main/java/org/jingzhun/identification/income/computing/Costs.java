package org.jingzhun.identification.income.computing;

/** Where the costs of production come from (生产成本). */
public enum Costs {
    /** The household states them. */
    STATED,
    /** A part of the gross income that the item sets; none are stated. */
    RATIO
}
