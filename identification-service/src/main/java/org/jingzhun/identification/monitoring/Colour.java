package org.jingzhun.identification.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How urgent a case is, at a glance (三色预警). */
@Schema(name = "MonitoringColour")
public enum Colour {
    RED,
    YELLOW,
    GREEN
}
