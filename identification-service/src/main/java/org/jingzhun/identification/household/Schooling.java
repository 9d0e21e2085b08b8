package org.jingzhun.identification.household;

/** The class that a member attends now (在校生状况). */
public enum Schooling {
    NONE,
    PRESCHOOL,
    PRIMARY,
    GRADE_7,
    GRADE_8,
    GRADE_9,
    SENIOR_1,
    SENIOR_2,
    SENIOR_3,
    VOCATIONAL_1,
    VOCATIONAL_2,
    VOCATIONAL_3,
    HIGHER_VOCATIONAL_1,
    HIGHER_VOCATIONAL_2,
    HIGHER_VOCATIONAL_3,
    COLLEGE
}
