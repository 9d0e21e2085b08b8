package org.jingzhun.funding.riskpool.rule;

import org.jingzhun.funding.ledger.money.Money;

/**
 * The figures of a pool and the loans under it.
 *
 * @param outstanding principal of running loans
 * @param promised principal of approved loans that are not paid out
 * @param overdue outstanding principal of loans that are overdue
 * @param contributed everything paid into the pool
 * @param balance what is in it
 * @param compensated what it paid for losses, less what was recovered
 */
public record PoolFigures(
        Money outstanding, Money promised, Money overdue, Money contributed, Money balance, Money compensated) {}
