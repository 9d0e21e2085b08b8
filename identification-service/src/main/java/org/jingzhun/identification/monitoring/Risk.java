package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may push a household into poverty (风险类型). */
@Schema(name = "MonitoringRisk")
public enum Risk {
    ILLNESS(true),
    DISABILITY(false),
    SCHOOLING(false),
    DISASTER(true),
    ACCIDENT(true),
    JOB_LOSS(false),
    BUSINESS_FAILURE(true),
    INCOME_DROP(false),
    HOUSING(false),
    WATER(false),
    LABOUR_SHORTAGE(false),
    OTHER(false);

    private final boolean sudden;

    Risk(boolean sudden) {
        this.sudden = sudden;
    }

    /** Whether it comes as a sudden event (突发). */
    public boolean isSudden() {
        return sudden;
    }
}
