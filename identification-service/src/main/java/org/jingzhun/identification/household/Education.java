package org.jingzhun.identification.household;

/** The highest schooling that a member has finished (文化程度). */
public enum Education {
    ILLITERATE,
    PRIMARY,
    JUNIOR,
    SENIOR,
    COLLEGE,
    PRESCHOOL
}
