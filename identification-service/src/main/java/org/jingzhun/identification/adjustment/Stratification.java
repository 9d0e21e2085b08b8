package org.jingzhun.identification.adjustment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a frame is divided before a sample is drawn (分层). */
@Schema(name = "SampleStratification")
public enum Stratification {
    VILLAGE,
    /** By status on the register. */
    STATUS
}
