package org.jingzhun.identification.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The colour by which the field knows a status (红黄绿标识). */
@Schema(name = "RegisterMark")
public enum Mark {
    /** Poor. */
    RED,
    /** Exited. */
    GREEN,
    /** Returned to poverty. */
    YELLOW
}
