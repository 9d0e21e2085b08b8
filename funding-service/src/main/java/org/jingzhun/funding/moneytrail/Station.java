package org.jingzhun.funding.moneytrail;

import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;

/**
 * A stage on the money's way: all accounts of one kind together.
 *
 * @param received what came in, all postings above zero
 * @param gave what went out, all postings below zero, as a positive amount
 * @param balance {@code received - gave}, as the accounts stand
 */
public record Station(AccountKind kind, long accounts, Money received, Money gave, Money balance) {}
