package org.jingzhun.funding.riskpool.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.claim.ClaimStage;
import org.jingzhun.funding.claim.web.ClaimStepView;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.PoolClaim;
import org.jspecify.annotations.Nullable;

/** A claim against a pool as seen from outside. */
@Schema(name = "PoolClaim")
public record PoolClaimView(
        UUID id,
        UUID pool,
        UUID loan,
        String bank,
        PoolClaim.Reason reason,
        String evidence,
        LocalDate claimedOn,
        int daysOverdue,
        Money principal,
        Money interest,

        @Schema(description = "What the pool bears; with `lenderPart` it is the whole loss.")
        Money poolPart,

        @Schema(description = "What the lender bears itself.")
        Money lenderPart,

        @Schema(description = "What came back later, of both parts.")
        Money recovered,

        ClaimStage stage,

        @Schema(description = "Journal entry of the payment.") @Nullable
        UUID entry,

        @Nullable LocalDate paidOn,
        List<ClaimStepView> steps,
        long revision) {

    static PoolClaimView of(PoolClaim compensation) {
        var claim = compensation.claim();
        return new PoolClaimView(
                claim.id(),
                compensation.poolId(),
                compensation.loanId(),
                claim.bank(),
                compensation.reason(),
                compensation.evidence(),
                compensation.claimedOn(),
                compensation.daysOverdue(),
                compensation.principal(),
                compensation.interest(),
                compensation.poolPart(),
                compensation.lenderPart(),
                compensation.recovered(),
                claim.stage(),
                claim.entryId(),
                claim.paidOn(),
                ClaimStepView.listOf(claim),
                claim.revision());
    }
}
