package org.jingzhun.funding.performance.grading;

/** Grades of a performance evaluation (绩效等次), the best first. */
public enum Grade {
    A,
    B,
    C,
    D
}
