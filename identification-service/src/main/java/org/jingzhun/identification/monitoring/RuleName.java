package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The deadlines and thresholds that are data. */
@Schema(name = "MonitoringRuleName")
public enum RuleName {
    /** From the lead to the home check. */
    VERIFICATION_TERM,
    /** From the lead to the decision of the county. */
    IDENTIFICATION_TERM,
    /** From that decision to the first measure. */
    PLANNING_TERM,
    /** From the closing visit to the decision of the county. */
    CLOSURE_TERM,
    /** For how long the income must be over the line before the case is closed. */
    STABLE_MONTHS,
    /** The same for a household of whom nobody can work. */
    STABLE_MONTHS_WITHOUT_LABOUR,
    /** How many of the days of the twelve months must lie within recorded incomes. */
    LEAST_COVERED_DAYS,
    /** From which on hospital bills of twelve months are a lead. */
    HOSPITAL_COST_THRESHOLD,
    DROP_OUT_THRESHOLD,
    DISASTER_LOSS_THRESHOLD,
    JOB_LOSS_THRESHOLD
}
