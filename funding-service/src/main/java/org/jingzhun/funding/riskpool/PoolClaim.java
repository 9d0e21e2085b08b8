package org.jingzhun.funding.riskpool;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.claim.BankClaim;
import org.jingzhun.funding.ledger.money.Money;

/**
 * A bank's claim that a pool bears its part of a loss (代偿申请).
 *
 * @param principal what is overdue of the loan, or all that is owed if the reason is another
 * @param poolPart what the pool bears; the claim's amount
 * @param lenderPart what the bank bears itself
 * @param recovered what came back later, of both parts
 */
public record PoolClaim(
        BankClaim claim,
        UUID poolId,
        UUID loanId,
        Reason reason,
        String evidence,
        LocalDate claimedOn,
        int daysOverdue,
        Money principal,
        Money interest,
        Money poolPart,
        Money lenderPart,
        Money recovered) {

    /** Why a loan is lost (风险补偿触发条件). */
    public enum Reason {

        /** Overdue for as long as the agreement says. */
        OVERDUE,

        /** The borrower died and nobody of the household can pay. */
        DEATH,

        /** A natural disaster destroyed the business. */
        DISASTER,
        FAMILY_CATASTROPHE
    }

    Money loss() {
        return principal.plus(interest);
    }
}
