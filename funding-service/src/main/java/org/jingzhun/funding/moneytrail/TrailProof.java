package org.jingzhun.funding.moneytrail;

import org.jingzhun.funding.ledger.money.Money;

/**
 * Holds the sums of a trail against the ledger.
 *
 * @param accounts how many were added up
 * @param postings how many postings they have
 * @param balances sum of the balances; what was given counts below zero, so that it is what came from outside
 * @param outside sum of the postings whose entry has a side that was not selected: books of others, other sources or years
 * @param wrongAccounts accounts whose balance is not the sum of their postings
 */
public record TrailProof(long accounts, long postings, Money balances, Money outside, long wrongAccounts) {

    /** Whether no fen is missing and none is there twice. */
    public boolean holds() {
        return wrongAccounts == 0 && balances.equals(outside);
    }
}
