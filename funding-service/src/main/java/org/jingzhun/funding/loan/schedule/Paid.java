package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;

/** What was paid on a day. */
public record Paid(LocalDate on, Money principal, Money interest, Money penalty) {

    public Paid {
        principal.requireNotNegative("Principal");
        interest.requireNotNegative("Interest");
        penalty.requireNotNegative("Penalty");
    }
}
