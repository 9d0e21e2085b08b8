package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is done for a monitored household (帮扶措施). */
@Schema(name = "MonitoringMeasureKind")
public enum MeasureKind {
    INDUSTRY,
    EMPLOYMENT,
    /** 综合性保障: minimum allowance, support of the destitute, relief. */
    SECURITY,
    HEALTH,
    EDUCATION,
    HOUSING,
    WATER,
    FINANCE,
    SOCIAL_SUPPORT,
    OTHER
}
