package org.jingzhun.identification.veto;

/** Departments whose records of people's property are matched with households. */
public enum AssetSource {
    /** Vehicle administration (车辆管理). */
    VEHICLE,
    /** Housing and land registers (房产登记). */
    HOUSING,
    /** Company registers (工商登记). */
    COMPANY,
    /** People paid by public budgets (财政供养). */
    PAYROLL
}
