package org.jingzhun.funding.budgetrule;

/** What a figure of the treasury counts (财政指标). */
public enum FiscalItem {
    /** Revenue of the general public budget (一般公共预算收入). */
    GENERAL_BUDGET_REVENUE,
    /** Idle money reclaimed in the year (当年清理回收存量资金). */
    RECLAIMED_IDLE,
    /** Project management fee taken from central money (项目管理费). */
    MANAGEMENT_FEE,
    /** A special fund allocated by fixed factors (按固定因素分配的专项资金); it has a name. */
    FACTOR_BASED_FUND
}
