package org.jingzhun.identification.monitoring;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the monitoring of a household has come. */
@Schema(name = "MonitoringStage")
public enum Stage {
    /** Something points to a risk; nobody has looked yet. */
    LEAD,
    VERIFIED,
    APPRAISED,
    /** The notice is up. */
    NOTICED,
    REVIEWED,
    /** The household is monitored and helped. */
    MONITORED,
    CLOSURE_VISITED,
    CLOSURE_APPRAISED,
    CLOSURE_NOTICED,
    CLOSURE_REVIEWED,
    /** The risk is gone (风险消除); a last stage. */
    CLOSED,
    /** The lead did not hold; a last stage. */
    DISMISSED,
    /** The household is poor, and is helped as such; a last stage. */
    HANDED_OVER;

    /** Before anybody is monitored. */
    public static final Set<Stage> IDENTIFICATION = Set.copyOf(EnumSet.range(LEAD, REVIEWED));

    /** On the way off monitoring. */
    public static final Set<Stage> CLOSURE = Set.copyOf(EnumSet.range(CLOSURE_VISITED, CLOSURE_REVIEWED));

    public boolean isLast() {
        return this == CLOSED || this == DISMISSED || this == HANDED_OVER;
    }
}
