package org.jingzhun.funding.ledger;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * One line of an entry (分录): an amount that goes to an account, or leaves it if negative.
 *
 * @param division owner of the account, 12 digits
 */
public record Posting(UUID accountId, long division, Money amount) {

    public Posting {
        if (amount.isZero()) {
            throw new IllegalArgumentException("Posting to account " + accountId + " must move money, not 0.00 yuan");
        }
    }
}
