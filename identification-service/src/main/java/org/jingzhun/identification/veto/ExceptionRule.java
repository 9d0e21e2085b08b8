package org.jingzhun.identification.veto;

/** How it is known that an exception holds of a fact. */
public enum ExceptionRule {
    /** The fact came after the campaign's point in time; the matching sees it. */
    AFTER_POINT_IN_TIME,
    /** The fact came after the household's registration; the matching sees it. */
    AFTER_REGISTRATION,
    /** It is worth less than the veto asks for; the matching sees it. */
    BELOW_VALUE,
    /** Nothing on record tells; the second check states it. */
    STATED
}
