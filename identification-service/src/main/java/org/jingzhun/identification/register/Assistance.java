package org.jingzhun.identification.register;

/** What a person is supported by, as the civil affairs departments tell (社会救助). */
public enum Assistance {
    /** 低保. */
    MINIMUM_ALLOWANCE,
    /** 五保、特困供养. */
    FIVE_GUARANTEES
}
