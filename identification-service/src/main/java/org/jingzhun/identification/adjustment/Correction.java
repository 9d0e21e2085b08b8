package org.jingzhun.identification.adjustment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the correction of a finding is (整改情况). */
@Schema(name = "CorrectionState")
public enum Correction {
    /** The household is not checked yet. */
    UNCHECKED,
    /** Nothing to correct. */
    NONE,
    /** Nobody has begun. */
    OPEN,
    /** What is linked has not ended. */
    UNDER_WAY,
    CORRECTED,
    /** The procedure, or somebody else's second look, found otherwise. */
    NOT_UPHELD
}
