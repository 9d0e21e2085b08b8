package org.jingzhun.sample;

/** Sex (性别). */
public enum Sex {
    MALE,
    FEMALE
}
