package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a lead comes from (线索来源). */
@Schema(name = "MonitoringLeadSource")
public enum LeadSource {
    /** 农户自主申报. */
    SELF_REPORT,
    /** 干部排查. */
    SURVEY,
    /** A helper's visit (帮扶干部走访), told by the pairing service. */
    HELPER_VISIT,
    /** 部门筛查预警. */
    DEPARTMENT,
    /** An income on record with which the twelve months are below the line. */
    INCOME,
    /** A student of a registered household left school (辍学), by the special register. */
    SPECIAL_REGISTER
}
