package org.jingzhun.funding.yearend.ageing;

import org.jingzhun.funding.ledger.money.Money;

/**
 * Money of one age.
 *
 * @param origin year for which its source gave it
 */
public record Lot(int origin, Money amount) {

    /** Ends of years that it has seen. */
    public int age(int year) {
        return Math.max(0, year - origin);
    }
}
