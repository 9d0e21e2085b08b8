package org.jingzhun.pairing.responsibility;

/** What a target counts. */
public enum Measure {
    /** Persons of households that left poverty (减贫人口). */
    PERSONS_OUT,
    /** Households that left poverty (脱贫户). */
    HOUSEHOLDS_OUT,
    /** Villages that left poverty (贫困村摘帽). */
    VILLAGES_OUT
}
