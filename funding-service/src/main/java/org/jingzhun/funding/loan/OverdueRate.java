package org.jingzhun.funding.loan;

import org.jingzhun.funding.ledger.money.Money;

/**
 * How many loans of a group run and how many of them are overdue.
 *
 * @param key code of the division, product or bank
 * @param overdue principal that fell due and is not paid
 * @param overdueOutstanding all that is owed of the loans of which some is overdue
 */
public record OverdueRate(
        String key, long loans, long overdueLoans, Money outstanding, Money overdue, Money overdueOutstanding) {}
