package org.jingzhun.funding.loan;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** A loan of which principal is overdue on a day. */
public record OverdueLoan(
        UUID id,
        long village,
        UUID householdId,
        Product product,
        String bank,
        Money outstanding,
        Money overdue,
        LocalDate since,
        long days) {}
