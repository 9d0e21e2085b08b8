package org.jingzhun.identification.special.facts;

/** A level of school (学段). */
public enum SchoolLevel {
    PRESCHOOL(Parameter.PRESCHOOL_GRADES, Parameter.PRESCHOOL_LEAST_AGE),
    PRIMARY(Parameter.PRIMARY_GRADES, Parameter.PRIMARY_LEAST_AGE),
    JUNIOR(Parameter.JUNIOR_GRADES, Parameter.JUNIOR_LEAST_AGE),
    SENIOR(Parameter.SENIOR_GRADES, Parameter.SENIOR_LEAST_AGE),
    VOCATIONAL(Parameter.VOCATIONAL_GRADES, Parameter.VOCATIONAL_LEAST_AGE),
    HIGHER_VOCATIONAL(Parameter.HIGHER_VOCATIONAL_GRADES, Parameter.HIGHER_VOCATIONAL_LEAST_AGE),
    COLLEGE(Parameter.COLLEGE_GRADES, Parameter.COLLEGE_LEAST_AGE);

    private final Parameter grades;
    private final Parameter leastAge;

    SchoolLevel(Parameter grades, Parameter leastAge) {
        this.grades = grades;
        this.leastAge = leastAge;
    }

    /** The last grade; the first is 1. */
    public int lastGrade(Parameters schooling) {
        return schooling.get(grades);
    }

    int leastAge(Parameters schooling) {
        return schooling.get(leastAge);
    }
}
