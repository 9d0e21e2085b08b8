package org.jingzhun.identification.adjustment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of quality checks of an adjustment round. */
@Schema(name = "QualityCheckKind")
public enum CheckKind {
    /** The level above looks (专项督查). */
    INSPECTION,
    /** A division looks at another of the same level, never at its own (交叉检查). */
    CROSS_CHECK,
    /** The division looks again at its own work (回头看). */
    LOOK_BACK
}
