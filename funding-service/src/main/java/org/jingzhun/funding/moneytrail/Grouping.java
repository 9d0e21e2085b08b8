package org.jingzhun.funding.moneytrail;

/** By what totals are grouped. */
public enum Grouping {

    /** By who gave the money. */
    SOURCE,

    /** By the kind of account in which it lies or to which it went. */
    PURPOSE,

    /** By division, of a level that the caller chooses. */
    DIVISION,

    /** By the year of the budget. */
    YEAR
}
