package org.jingzhun.funding.allocation;

/** What can be wrong with terms. */
public enum TermsFlaw {
    /** Receivers must lie on a level below the division that divides. */
    LEVEL_NOT_BELOW,
    /** A floor is above its cap. */
    FLOOR_ABOVE_CAP,
    /** A place lies outside the division that divides, or on another level than the receivers. */
    PLACE_IS_NO_RECEIVER,
    /** A place is named twice. */
    PLACE_TWICE,
    /** A deduction and a reward at once. */
    DEDUCTION_AND_REWARD,
    /** Grades of a year need a set of percentages, and the other way round. */
    INCENTIVES_INCOMPLETE,
    /** Only the grade of an earlier year counts. */
    EVALUATION_NOT_EARLIER,
    UNKNOWN_INCENTIVE_SET,
    UNKNOWN_STANDARD,
    UNKNOWN_CRITERIA_SET,
    UNKNOWN_PROPOSAL_KIND,
    UNKNOWN_FACTOR_TABLE,
    /** Another factor table of that year has the name. */
    TABLE_NAME_TAKEN,
    /** A fixed standard needs its code, or a rate and what it counts. */
    STANDARD_INCOMPLETE,
    /** What is given for each first secretary comes from a source of its own kind, so that its spending can be told. */
    SOURCE_NOT_FOR_FIRST_SECRETARIES,
    /** Parameters of another mode were given. */
    FOREIGN_PARAMETERS,
    /** Only formulas and standards are compared: a competition hangs on its appraisals. */
    COMPETITION_NOT_COMPARED,
    /** A cap for each head needs heads that the register counts. */
    HEADS_NOT_REGISTERED
}
