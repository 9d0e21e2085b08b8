package org.jingzhun.funding.loan;

/** How a loan became known. */
public enum Origin {

    /** It went all steps here. */
    PROCEDURE,

    /** The bank's file told that it had been paid out: it is subsidised only once its use was found proper. */
    BANK_FILE
}
