package org.jingzhun.identification.transition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a transition has come. */
@Schema(name = "RegisterTransitionStage")
public enum Stage {
    PROPOSED,
    VISITED,
    INVESTIGATED,
    VERIFIED,
    /** The household has had its say. */
    HEARD,
    APPRAISED,
    /** The notice is up. */
    NOTICED,
    REVIEWED,
    /** The register has changed; a last stage. */
    APPLIED,
    /** Nothing changes; a last stage. */
    REJECTED;

    public boolean isLast() {
        return this == APPLIED || this == REJECTED;
    }
}
