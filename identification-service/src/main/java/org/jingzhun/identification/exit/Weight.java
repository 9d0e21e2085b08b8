package org.jingzhun.identification.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a criterion that is not met means: no exit, or something to be put right later. */
@Schema(name = "CriterionWeight")
public enum Weight {
    DECISIVE,
    REFERENCE
}
