package org.jingzhun.funding.ledger;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * An account (账户) as it stands.
 *
 * @param balance sum of its postings
 */
public record Account(UUID id, AccountKey key, Money balance) {

    /**
     * @param before what it holds before the movement
     * @param amount what comes in, or leaves if negative
     * @throws LedgerRefusal.Overdrawn if it would sink below its limit
     */
    void requireCovers(Money before, Money amount) {
        if (amount.isNegative()
                && key.kind().neverBelowZero()
                && before.plus(amount).isNegative()) {
            throw new LedgerRefusal.Overdrawn(key, before, amount.negated());
        }
    }
}
