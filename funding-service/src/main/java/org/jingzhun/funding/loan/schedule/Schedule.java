package org.jingzhun.funding.loan.schedule;

import java.util.List;
import org.jingzhun.funding.ledger.money.Money;

/**
 * A loan's schedule as it looks from a day: what was paid until then is a fact, what follows is as planned.
 *
 * @param instalments by day; their principal and {@code prepaid} sum to the loan, their interest to {@code interest}
 * @param prepaid principal paid before it fell due
 */
public record Schedule(List<Instalment> instalments, Money prepaid, Money interest, Standing standing) {

    public Schedule {
        instalments = List.copyOf(instalments);
    }
}
