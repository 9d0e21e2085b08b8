package org.jingzhun.funding.moneytrail;

import org.jingzhun.funding.ledger.money.Money;

/**
 * Payments of one purpose and stage together; no household is named.
 *
 * @param kind what was owed, a code
 * @param benefit which benefit, a code
 * @param stage of the payments; {@code DUE} for what is not sent yet
 */
public record PaymentSum(String kind, String benefit, String stage, long payments, Money amount) {}
