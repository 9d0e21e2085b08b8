package org.jingzhun.identification.household;

/** What a member is to the head of the household (与户主关系). */
public enum Relation {
    HEAD,
    SPOUSE,
    SON,
    DAUGHTER,
    DAUGHTER_IN_LAW,
    SON_IN_LAW,
    GRANDSON,
    GRANDDAUGHTER,
    MATERNAL_GRANDSON,
    MATERNAL_GRANDDAUGHTER,
    FATHER,
    MOTHER,
    WIFES_FATHER,
    WIFES_MOTHER,
    HUSBANDS_FATHER,
    HUSBANDS_MOTHER,
    GRANDFATHER,
    GRANDMOTHER,
    MATERNAL_GRANDFATHER,
    MATERNAL_GRANDMOTHER,
    OTHER
}
