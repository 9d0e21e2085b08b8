package org.jingzhun.identification.register;

/** What kind of poor household it is (贫困户属性). */
public enum Attribute {
    /** 一般贫困户. */
    GENERAL,
    /** 低保户. */
    LOW_INCOME_ASSISTED,
    /** 五保户. */
    FIVE_GUARANTEES,
    /** 低保贫困户: assisted, but able and willing to work. */
    LOW_INCOME_ASSISTED_POOR
}
