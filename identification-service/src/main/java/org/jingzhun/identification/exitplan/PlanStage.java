package org.jingzhun.identification.exitplan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the exit plan of a village and year has come. */
@Schema(name = "ExitPlanStage")
public enum PlanStage {
    /** Sent up the first time. */
    PROPOSED,
    /** Sent back down with the county's answer. */
    ANSWERED,
    /** Sent up the second time. */
    PROPOSED_AGAIN,
    /** Sent down as it stands: its households may be appraised, and nobody joins it. */
    FIXED
}
