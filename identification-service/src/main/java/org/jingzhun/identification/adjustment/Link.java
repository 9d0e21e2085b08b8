package org.jingzhun.identification.adjustment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a finding is corrected (整改). */
@Schema(name = "CorrectionLink")
public enum Link {
    /** A return, roll-back or removal of the household; it ends when it is applied or rejected. */
    TRANSITION,
    /** A change of the household; it ends when it is applied or rejected. */
    CHANGE,
    /** A flag of the household; it ends when it is dismissed, a confirmed one still needs its removal. */
    FLAG,
    /** The household comes onto the register. */
    REGISTER
}
