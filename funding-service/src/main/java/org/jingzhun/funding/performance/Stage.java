package org.jingzhun.funding.performance;

/** How far an evaluation has come. */
public enum Stage {

    /** Marks may still change. */
    DRAFT,

    /** Checked by another person. */
    CONFIRMED,

    /** Announced; its grade counts in later allocations. */
    PUBLISHED,

    /** Taken back; its grade counts no longer. */
    WITHDRAWN
}
