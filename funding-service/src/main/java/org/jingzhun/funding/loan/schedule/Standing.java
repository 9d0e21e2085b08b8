package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a loan stands on a day.
 *
 * @param outstanding principal not paid back
 * @param overduePrincipal what fell due before the day and is not paid
 * @param overdueInterest the same of the interest; all of it once the loan has matured
 * @param accruedInterest all interest since the payout
 * @param penalty what overdue principal bore beside it, less what was paid of it
 * @param payoff what settles the loan on the day
 * @param overdueSince day on which the oldest unpaid principal fell due
 * @param daysOverdue since then; 0 if nothing is overdue
 */
public record Standing(
        LocalDate on,
        Money outstanding,
        Money overduePrincipal,
        Money overdueInterest,
        Money accruedInterest,
        Money penalty,
        Money payoff,
        @Nullable LocalDate overdueSince,
        long daysOverdue) {}
