package org.jingzhun.funding.loan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jingzhun.funding.loan.schedule.DayCount;
import org.jingzhun.funding.loan.schedule.Every;
import org.jingzhun.funding.loan.schedule.Repaid;
import org.jspecify.annotations.Nullable;

/**
 * What bank and household agreed on.
 *
 * @param bank a code of the list {@code lender}
 * @param ratePpm millionths a year, fixed for the term
 * @param subsidyPpm the part of it that is subsidised
 * @param penaltyPpm what overdue principal bears beside it
 * @param poolId the risk pool that covers it, null if none does
 */
@Embeddable
public record Contract(
        @Column String bank,
        @Column(name = "contract_number") String contractNumber,
        @Column(name = "rate_ppm") Integer ratePpm,
        @Column(name = "subsidy_ppm") Integer subsidyPpm,
        @Column(name = "penalty_ppm") Integer penaltyPpm,

        @Enumerated(EnumType.STRING) @Column(name = "day_count")
        DayCount dayCount,

        @Enumerated(EnumType.STRING) @Column(name = "interest_every")
        Every interestEvery,

        @Enumerated(EnumType.STRING) @Column Repaid repaid,
        @Enumerated(EnumType.STRING) @Column Security security,
        @Column(name = "pool_id") @Nullable UUID poolId) {

    /** The same under another number, as a renewal has it. */
    Contract renumbered(String number) {
        return new Contract(
                bank, number, ratePpm, subsidyPpm, penaltyPpm, dayCount, interestEvery, repaid, security, poolId);
    }
}
