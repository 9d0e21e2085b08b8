package org.jingzhun.funding.loan.schedule;

/** How the principal is paid back (还本方式). */
public enum Repaid {

    /** All of it at maturity. */
    AT_END,

    /** In equal parts with each settlement after the grace period; the last bears what does not divide. */
    EQUAL_PARTS
}
