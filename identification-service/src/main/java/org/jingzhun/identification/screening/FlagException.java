package org.jingzhun.identification.screening;

/** Why a fact cannot be a veto by the list (例外). */
public enum FlagException {
    /** It came after the campaign's point in time: no wrong inclusion, at most a reason to leave later. */
    AFTER_POINT_IN_TIME,
    /** It is worth less than the list asks for. */
    BELOW_VALUE
}
