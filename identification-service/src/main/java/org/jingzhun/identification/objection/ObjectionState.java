package org.jingzhun.identification.objection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an objection stands. */
@Schema(name = "ObjectionState")
public enum ObjectionState {
    OPEN,
    UPHELD,
    REJECTED
}
