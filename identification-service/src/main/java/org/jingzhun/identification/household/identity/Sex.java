package org.jingzhun.identification.household.identity;

/** The sex of a person as the resident id number tells it (性别). */
public enum Sex {
    MALE,
    FEMALE
}
