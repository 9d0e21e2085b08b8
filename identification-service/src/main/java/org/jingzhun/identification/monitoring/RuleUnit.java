package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the value of a rule counts. */
@Schema(name = "MonitoringRuleUnit")
public enum RuleUnit {
    CALENDAR_DAYS,
    /** Monday to Friday, but for the days of {@link CalendarDays}. */
    WORKING_DAYS,
    MONTHS,
    YUAN,
    CASES
}
