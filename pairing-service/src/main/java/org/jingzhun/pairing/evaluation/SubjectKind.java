package org.jingzhun.pairing.evaluation;

/** Who is evaluated. */
public enum SubjectKind {
    COUNTY,
    /** A department or other unit that sends helpers (帮扶单位). */
    UNIT,
    /** A cadre (帮扶干部). */
    HELPER,
    /** The resident team of a village with its first secretary (驻村工作队). */
    TEAM
}
