package org.jingzhun.identification.special.facts;

/** Why a student left school (辍学原因). */
public enum DropOutCause {
    /** 因贫: what no poor household may have any more. */
    POVERTY,
    ILLNESS,
    DISABILITY,
    /** 厌学. */
    UNWILLING,
    WORK,
    MARRIAGE,
    OTHER
}
