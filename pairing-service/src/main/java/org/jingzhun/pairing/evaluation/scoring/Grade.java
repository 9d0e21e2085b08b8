package org.jingzhun.pairing.evaluation.scoring;

/** How an evaluation ends (考核等次). */
public enum Grade {
    EXCELLENT,
    GOOD,
    PASSED,
    FAILED,
    /** Nothing was due. */
    NOT_EVALUATED
}
