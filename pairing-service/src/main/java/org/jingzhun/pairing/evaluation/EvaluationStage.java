package org.jingzhun.pairing.evaluation;

/** Where an evaluation stands. */
public enum EvaluationStage {
    COMPUTING,
    PROPOSED,
    CONFIRMED,
    DISCARDED
}
