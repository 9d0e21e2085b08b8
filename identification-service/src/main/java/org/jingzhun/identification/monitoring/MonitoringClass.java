package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The three classes of monitored households (监测对象类别). */
@Schema(name = "MonitoringClass")
public enum MonitoringClass {
    /** 脱贫不稳定户: has left poverty, with an income below the monitoring line. */
    UNSTABLE_EXIT,
    /** 边缘易致贫户: an ordinary household at risk. */
    EDGE,
    /** 突发严重困难户: hit by a sudden event; the income may be above the line. */
    SUDDEN_HARDSHIP
}
