package org.jingzhun.funding.allocation;

/** How money is divided (分配方式). */
public enum Mode {

    /** By factors and weights (因素法). */
    FACTOR,

    /** To the best proposals (竞争性分配). */
    COMPETITIVE,

    /** So much for each unit (固定标准). */
    FIXED_STANDARD
}
