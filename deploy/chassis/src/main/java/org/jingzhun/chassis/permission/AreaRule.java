package org.jingzhun.chassis.permission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of which area (辖区) an endpoint shows and changes things. What lies elsewhere is not found (404), lists are without it. */
@Schema(name = "AreaRule")
public enum AreaRule {
    /** The same for everybody, without a token. */
    PUBLIC,
    /** Reference data: the same for every area. */
    REFERENCE,
    /** What lies in the caller's area or below it. */
    AREA,
    /** As {@link #AREA}; a helper only its own households, visits and duties. */
    HOUSEHOLDS,
    /** What the caller ordered itself, and for those who oversee them the orders of their area. */
    OWN,
    /** The service as a whole: proofs over everything, messages that could not be read. */
    SERVICE;

    /** Whether what one area sees must not depend on what another holds. */
    public boolean keepsAreasApart() {
        return this == AREA || this == HOUSEHOLDS || this == OWN;
    }
}
