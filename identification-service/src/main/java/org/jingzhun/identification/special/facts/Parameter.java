package org.jingzhun.identification.special.facts;

/** A number of a rule; ages in whole years, grades counted from 1 in each level of school. */
public enum Parameter {
    PRESCHOOL_GRADES(Rule.SCHOOLING),
    PRIMARY_GRADES(Rule.SCHOOLING),
    JUNIOR_GRADES(Rule.SCHOOLING),
    SENIOR_GRADES(Rule.SCHOOLING),
    VOCATIONAL_GRADES(Rule.SCHOOLING),
    HIGHER_VOCATIONAL_GRADES(Rule.SCHOOLING),
    COLLEGE_GRADES(Rule.SCHOOLING),
    PRESCHOOL_LEAST_AGE(Rule.SCHOOLING),
    PRIMARY_LEAST_AGE(Rule.SCHOOLING),
    JUNIOR_LEAST_AGE(Rule.SCHOOLING),
    SENIOR_LEAST_AGE(Rule.SCHOOLING),
    VOCATIONAL_LEAST_AGE(Rule.SCHOOLING),
    HIGHER_VOCATIONAL_LEAST_AGE(Rule.SCHOOLING),
    COLLEGE_LEAST_AGE(Rule.SCHOOLING),

    /** A child is younger. */
    CHILD_BELOW_AGE(Rule.LEFT_BEHIND),
    WOMAN_FROM_AGE(Rule.LEFT_BEHIND),
    WOMAN_BELOW_AGE(Rule.LEFT_BEHIND),
    ELDERLY_FROM_AGE(Rule.LEFT_BEHIND),
    /** Months of work outside the township in the year, from which on somebody is away. */
    MONTHS_AWAY(Rule.LEFT_BEHIND),

    /** The lightest grade that is entitled. */
    NURSING_GRADE(Rule.DISABILITY_SUBSIDY),
    /** The same for intellectual and mental disabilities. */
    NURSING_GRADE_OF_MIND(Rule.DISABILITY_SUBSIDY),
    /** The lightest grade that is entitled when the household is in hardship. */
    LIVING_GRADE(Rule.DISABILITY_SUBSIDY),
    /** Whether a household on the poverty register is in hardship, 1 or 0; one on the minimum allowance always is. */
    REGISTERED_IS_HARDSHIP(Rule.DISABILITY_SUBSIDY);

    /** What the numbers decide together. */
    public enum Rule {
        /** Grades and ages of the levels of school (学制). */
        SCHOOLING,
        /** Who is left behind (三留守认定). */
        LEFT_BEHIND,
        /** Who is entitled to the two subsidies (残疾人两项补贴). */
        DISABILITY_SUBSIDY
    }

    private final Rule rule;

    Parameter(Rule rule) {
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
