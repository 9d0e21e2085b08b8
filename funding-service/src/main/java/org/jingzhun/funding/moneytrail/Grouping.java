package org.jingzhun.funding.moneytrail;

/** By what totals are grouped. */
public enum Grouping {

    /** By who gave the money. */
    SOURCE,

    /** By class of project; what is in no project by the kind of account where it lies. Payments stand beside, by benefit. */
    PURPOSE,

    /** By division, of a level that the caller chooses. */
    DIVISION,

    /** By the year of the budget. */
    YEAR
}
