package org.jingzhun.identification.income.computing;

/** What an amount is (收入类别). */
public enum Kind {
    /** 工资性收入. */
    WAGE,
    /** 经营性收入. */
    BUSINESS,
    /** 财产性收入. */
    PROPERTY,
    /** 转移性收入. */
    TRANSFER,
    /** 生产经营性支出: takes away. */
    COST
}
