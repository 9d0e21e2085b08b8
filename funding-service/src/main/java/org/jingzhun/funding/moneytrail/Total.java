package org.jingzhun.funding.moneytrail;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Totals of one group.
 *
 * @param key source id, division code, year or purpose
 * @param name to be shown
 * @param balances sum of the balances of each kind of account; what was given counts below zero
 */
public record Total(String key, String name, SortedMap<AccountKind, Money> balances) {

    public Total {
        balances = new TreeMap<>(balances);
    }

    public Money of(AccountKind kind) {
        return balances.getOrDefault(kind, Money.ZERO);
    }

    /** What this group has from outside: everything in it, less what was given in it. */
    public Money sum() {
        return balances.values().stream().reduce(Money.ZERO, Money::plus);
    }
}
