package org.jingzhun.funding.project;

/** How far a project has come. */
public enum Stage {

    /** Somebody asks for it; everything may still change. */
    PROPOSED,

    /** In the library (入库): it may be funded. */
    IN_LIBRARY,

    /** Money is set aside for it. */
    FUNDED,

    /** Being built. */
    UNDER_WAY,

    /** Others than the builder have found it finished (验收). */
    ACCEPTED,

    /** Used and looked after (运营管护). */
    IN_OPERATION,

    /** Not taken into the library. */
    REJECTED,

    /** Given up; the money that was left went back. */
    ABANDONED
}
