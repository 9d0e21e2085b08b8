package org.jingzhun.identification.screening;

/** Where a flag comes from (疑点来源): a department whose records were matched, or people who saw it. */
public enum FlagSource {
    VEHICLE,
    HOUSING,
    COMPANY,
    PAYROLL,
    /** Seen at a visit, or told by others (入户发现): what no department has on record. */
    VISIT
}
