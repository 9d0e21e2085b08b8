package org.jingzhun.identification.assessment;

/** The five steps of a visit (一进二看三算四比五议). */
public enum VisitStep {
    /** 一进: enter, and talk with the family. */
    ENTER,
    /** 二看: look at the house, what is in it, fields and animals. */
    LOOK,
    /** 三算: calculate income, costs and debts. */
    CALCULATE,
    /** 四比: compare with other households of the place. */
    COMPARE,
    /** 五议: deliberate whether the score is fair. */
    DELIBERATE
}
