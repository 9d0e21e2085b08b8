package org.jingzhun.pairing.evaluation.scoring;

/** What an evaluation counts (考核指标): so much reached of so much due. */
public enum Criterion {
    /** Persons and villages out of poverty, of those due in the year (减贫任务完成率). */
    TARGETS,
    /** Months of a pairing with a visit, of those that are over (月走访率). */
    VISITS,
    /** Poor households with a helper (结对覆盖率). */
    PAIRED,
    /** Problems that did not go up, of those raised in the year (问题周内整改率). */
    PROBLEMS,
    /** Days in the village, of those due after granted leave (驻村天数). */
    DUTY_DAYS,
    /** Months of a member without a found absence, of all that are over (在岗纪律). */
    PRESENCE,
    /** Months of a pairing with an income written down (收入登记率). */
    INCOMES
}
