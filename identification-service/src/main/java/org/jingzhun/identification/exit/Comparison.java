package org.jingzhun.identification.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a criterion is decided. */
@Schema(name = "CriterionComparison")
public enum Comparison {
    /** The team says whether it is met. */
    STATED,
    /** A value that must be at least the criterion's. */
    AT_LEAST,
    /** A value that must be less than the criterion's. */
    LESS_THAN,
    /** An income that must be above the line of the year. */
    ABOVE_LINE;

    /** Whether a finding needs a value. */
    public boolean needsValue() {
        return this != STATED;
    }
}
