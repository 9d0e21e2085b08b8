package org.jingzhun.funding.ledger;

/** Kinds of accounts (会计科目) and whether their balance may sink below nothing. */
public enum AccountKind {

    /** What a source gave to a county in a year: its balance is that sum below zero. */
    SOURCE(false),

    /** What is left of a county's yearly budget of a source. */
    BUDGET(true),

    /** What a village was allocated of a source in a year. */
    VILLAGE(true);

    private final boolean neverBelowZero;

    AccountKind(boolean neverBelowZero) {
        this.neverBelowZero = neverBelowZero;
    }

    boolean neverBelowZero() {
        return neverBelowZero;
    }
}
