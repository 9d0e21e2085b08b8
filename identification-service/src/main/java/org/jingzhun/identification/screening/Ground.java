package org.jingzhun.identification.screening;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a second check dismissed a flag (排除依据). */
@Schema(name = "FlagGround")
public enum Ground {
    /** The record is somebody else's, or tells of a number that is not this person's; it is never raised again. */
    FALSE_MATCH,
    /** The fact is true, but the list excepts it. */
    EXCEPTION,
    /** The fact is not, or no longer, as the record tells it. */
    FACT_DIFFERS
}
