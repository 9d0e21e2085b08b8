package org.jingzhun.identification.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an exit has come. */
@Schema(name = "ExitStage")
public enum Stage {
    /** On the exit plan of the year. */
    PLANNED,
    APPRAISED,
    /** Every decisive criterion is met, with evidence. */
    VERIFIED,
    /** Both sides have signed (双认定). */
    RECOGNISED,
    /** The notice is up. */
    NOTICED,
    REVIEWED,
    APPROVED,
    /** Out of poverty; a last stage. */
    EXITED,
    /** Off the plan; a last stage. */
    WITHDRAWN;

    public boolean isLast() {
        return this == EXITED || this == WITHDRAWN;
    }
}
