package org.jingzhun.funding.fund.rule;

/** How a fund helps. */
public enum AidForm {
    /** Given (补助). */
    GRANT,
    /** Lent (借款), to be paid back. */
    LOAN
}
