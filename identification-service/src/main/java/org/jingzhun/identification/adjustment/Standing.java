package org.jingzhun.identification.adjustment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a household stands when a sample is drawn: its status on the register, or none. */
@Schema(name = "SampledStanding")
public enum Standing {
    POOR,
    EXITED,
    RETURNED,
    REMOVED,
    UNREGISTERED
}
