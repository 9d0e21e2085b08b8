package org.jingzhun.funding.loan;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What a claim asks for one loan.
 *
 * @param accrued subsidised interest since the payout, until the end of the quarter
 * @param before what other claims that stand hold of it, less what the bank gave back
 * @param amount the difference; negative if a late record showed that too much was claimed
 */
public record SubsidyLine(UUID loanId, long village, Money accrued, Money before, Money amount) {}
