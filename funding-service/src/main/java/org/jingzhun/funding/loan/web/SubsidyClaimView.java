package org.jingzhun.funding.loan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.claim.ClaimStage;
import org.jingzhun.funding.claim.web.ClaimStepView;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.Product;
import org.jingzhun.funding.loan.SubsidyClaim;
import org.jingzhun.funding.loan.SubsidyLine;
import org.jspecify.annotations.Nullable;

/** A subsidy claim as seen from outside. */
@Schema(name = "SubsidyClaim")
record SubsidyClaimView(
        UUID id,
        String county,
        String bank,
        Product product,
        int year,
        int quarter,
        Money amount,

        @Schema(description = "How many loans it is about.") long lines,

        ClaimStage stage,

        @Schema(description = "What is paid to the bank, through a disbursement of LOAN_SUBSIDY.") @Nullable
        UUID payable,

        @Nullable LocalDate paidOn,
        List<ClaimStepView> steps,
        long revision) {

    /** What a claim asks for one loan. */
    @Schema(name = "SubsidyLine")
    record LineView(
            UUID loan,
            String village,

            @Schema(description = "Subsidised interest from the payout until the end of the quarter.")
            Money accrued,

            @Schema(description = "What other claims hold of it.")
            Money before,

            @Schema(description = "The difference; below zero if a late record showed that too much was claimed.")
            Money amount) {

        static LineView of(SubsidyLine line) {
            return new LineView(
                    line.loanId(), Long.toString(line.village()), line.accrued(), line.before(), line.amount());
        }
    }

    static SubsidyClaimView of(SubsidyClaim subsidy) {
        var claim = subsidy.claim();
        return new SubsidyClaimView(
                claim.id(),
                Long.toString(claim.county()),
                claim.bank(),
                subsidy.product(),
                subsidy.quarter().year(),
                subsidy.quarter().quarter(),
                claim.amount(),
                subsidy.lines(),
                claim.stage(),
                claim.payableId(),
                claim.paidOn(),
                ClaimStepView.listOf(claim),
                claim.revision());
    }
}
