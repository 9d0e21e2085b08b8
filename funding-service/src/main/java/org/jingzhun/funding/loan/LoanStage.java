package org.jingzhun.funding.loan;

/** How far a loan has come. */
public enum LoanStage {

    /** The household asks. */
    APPLIED,

    /** The village confirms who asks, the age, and what for. */
    REVIEWED,

    /** The bank agrees; the contract is signed. */
    APPROVED,

    /** Paid out and running. Whether it is overdue is computed, not decided. */
    ACTIVE,

    /** Paid back. */
    SETTLED,

    /** Given up by the bank (核销). */
    WRITTEN_OFF,

    /** Refused by the village or the bank. */
    REFUSED,

    /** Taken back by who asked. */
    WITHDRAWN
}
