package org.jingzhun.identification.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a change has come. */
@Schema(name = "HouseholdChangeStage")
public enum Stage {
    REQUESTED,
    REVIEWED,
    /** The household has changed; a last stage. */
    APPLIED,
    /** A last stage. */
    REJECTED
}
