package org.jingzhun.pairing.evaluation.scoring;

/** How an evaluation ends (考核等次), the best first: 优秀、称职、基本称职、不称职 of a person. */
public enum Grade {
    EXCELLENT,
    GOOD,
    PASSED,
    FAILED,
    /** Nothing was due. */
    NOT_EVALUATED
}
