package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What departments tell of people (部门数据), and the risk that it points to. */
@Schema(name = "RiskRecordKind")
public enum RiskRecordKind {
    /** Own payments of hospital bills, from the medical insurance office. */
    HOSPITAL_COST(Risk.ILLNESS, true),
    /** From the education bureau. */
    DROP_OUT(Risk.SCHOOLING, false),
    /** From civil affairs and emergency management. */
    DISASTER_LOSS(Risk.DISASTER, true),
    /** From human resources and social security. */
    JOB_LOSS(Risk.JOB_LOSS, false);

    private final Risk risk;
    private final boolean valued;

    RiskRecordKind(Risk risk, boolean valued) {
        this.risk = risk;
        this.valued = valued;
    }

    public Risk risk() {
        return risk;
    }

    /** Whether it comes with an amount of money, which is held against the threshold; else cases are counted. */
    public boolean isValued() {
        return valued;
    }

    RuleName threshold() {
        return RuleName.valueOf(name() + "_THRESHOLD");
    }
}
