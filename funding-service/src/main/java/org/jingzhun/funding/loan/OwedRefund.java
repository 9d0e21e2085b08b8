package org.jingzhun.funding.loan;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What is to be given back of a loan's subsidy, because its use was found to be wrong (应追回贴息).
 *
 * @param finding what the last check of the use found
 * @param owed what was paid for the loan, less what came back
 */
public record OwedRefund(
        UUID loanId,
        long county,
        long village,
        UUID householdId,
        String bank,
        Product product,
        UseFinding finding,
        Money owed) {}
