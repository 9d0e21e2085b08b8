package org.jingzhun.identification.screening;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a delivery leaves out (全量、增量). */
@Schema(name = "DeliverySemantics")
public enum DeliverySemantics {
    /** Only what is new or changed: what it leaves out stays. */
    INCREMENT,
    /** All that the department knows for its area on its day: what it leaves out is gone. */
    COMPLETE
}
