package org.jingzhun.funding.yearend.ageing;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * A line of an entry as ageing sees it.
 *
 * @param source of the account's money
 * @param year of the account
 * @param outside whether money comes into the books by this account
 * @param amount that comes to the account, or leaves it if negative
 */
public record Movement(UUID account, UUID source, int year, boolean outside, Money amount) {

    /** Both lines of the same account as one. */
    Movement and(Movement other) {
        return new Movement(account, source, year, outside, amount.plus(other.amount));
    }
}
