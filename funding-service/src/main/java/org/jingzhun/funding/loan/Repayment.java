package org.jingzhun.funding.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.Paid;

/**
 * What was paid back on a loan (还款).
 *
 * @param reference the bank's, once for each loan
 */
public record Repayment(
        UUID id,
        UUID loanId,
        LocalDate paidOn,
        Money principal,
        Money interest,
        Money penalty,
        String reference,
        Instant recordedAt) {

    Paid paid() {
        return new Paid(paidOn, principal, interest, penalty);
    }
}
