package org.jingzhun.identification.adjustment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a quality check is. */
@Schema(name = "QualityCheckStage")
public enum CheckStage {
    PLANNED,
    /** The sample stands; households are visited and findings corrected. */
    DRAWN,
    CLOSED,
    CANCELLED
}
