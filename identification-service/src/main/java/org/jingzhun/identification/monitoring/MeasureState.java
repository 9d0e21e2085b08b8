package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a measure is carried out. */
@Schema(name = "MonitoringMeasureState")
public enum MeasureState {
    OPEN,
    DONE,
    DROPPED
}
