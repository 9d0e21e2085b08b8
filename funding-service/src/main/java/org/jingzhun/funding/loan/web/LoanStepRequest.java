package org.jingzhun.funding.loan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.loan.Lending;
import org.jingzhun.funding.loan.LoanStep;
import org.jingzhun.funding.loan.Offer;
import org.jingzhun.funding.loan.Security;
import org.jingzhun.funding.loan.UseFinding;
import org.jspecify.annotations.Nullable;

/** A step of a loan to be taken. */
@Schema(name = "LoanStepRequest")
record LoanStepRequest(
        @NotNull LoanStep step,

        @Size(max = 1000) @Schema(description = "Why; the evidence of USE_CHECK.") @Nullable
        String remark,

        @Schema(description = "Day of the step's fact: approval, payout, extension, settlement; today if left out.")
        @Nullable
        LocalDate on,

        @Schema(description = "VILLAGE_REVIEW: whether the borrower's age was seen to be within the product's.")
        @Nullable
        Boolean ageConfirmed,

        @Schema(description = "BANK_APPROVE: what was agreed on.") @Valid @Nullable
        ContractRequest contract,

        @Schema(description = "USE_CHECK: what was found.") @Nullable
        UseFinding finding,

        @Schema(description = "EXTEND: the new maturity.") @Nullable
        LocalDate maturesOn,

        @Size(min = 1, max = 100)
        @Schema(description = "EXTEND: number of the new contract, if the loan is renewed and not only extended.")
        @Nullable
        String renewedAs) {

    /** The bank's part of a contract; the rest is the product's. */
    @Schema(name = "LoanContractRequest")
    record ContractRequest(
            @NotBlank @Size(max = 60) @Schema(description = "A code of the list lender.")
            String bank,

            @NotBlank @Size(max = 100) String contractNumber,

            @NotNull
            @Pattern(regexp = Rates.PATTERN)
            @Schema(description = "Fraction a year, fixed for the term.", examples = "0.0435")
            String rate,

            @Schema(description = "NONE if left out.") @Nullable
            Security security,

            @Schema(description = "The risk pool that covers it.") @Nullable
            UUID pool) {

        Offer offer() {
            return new Offer(
                    bank, contractNumber.strip(), Rates.ppm(rate), security == null ? Security.NONE : security, pool);
        }
    }

    Lending.Said said() {
        return new Lending.Said(
                step,
                remark == null ? "" : remark.strip(),
                on,
                ageConfirmed != null && ageConfirmed,
                contract == null ? null : contract.offer(),
                finding,
                maturesOn,
                renewedAs);
    }
}
