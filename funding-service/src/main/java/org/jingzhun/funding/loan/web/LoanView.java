package org.jingzhun.funding.loan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.Contract;
import org.jingzhun.funding.loan.Loan;
import org.jingzhun.funding.loan.LoanStage;
import org.jingzhun.funding.loan.LoanStep;
import org.jingzhun.funding.loan.LoanStepTaken;
import org.jingzhun.funding.loan.LoanUse;
import org.jingzhun.funding.loan.Origin;
import org.jingzhun.funding.loan.Product;
import org.jingzhun.funding.loan.Security;
import org.jingzhun.funding.loan.Term;
import org.jingzhun.funding.loan.UseFinding;
import org.jingzhun.funding.loan.schedule.DayCount;
import org.jingzhun.funding.loan.schedule.Every;
import org.jingzhun.funding.loan.schedule.Repaid;
import org.jspecify.annotations.Nullable;

/** A loan as seen from outside. */
@Schema(name = "Loan")
record LoanView(
        UUID id,
        UUID householdId,
        @Nullable UUID personId,
        String village,
        Product product,

        @Schema(description = "Version of the rules by which it is decided.")
        String productVersion,

        Money amount,

        @Schema(description = "Principal that is not paid back; 0.00 before the payout.")
        Money outstanding,

        int months,
        LoanUse use,
        String purpose,
        LocalDate appliedOn,
        @Nullable Integer schoolYear,
        @Nullable LocalDate schoolEndsOn,
        LoanStage stage,
        Origin origin,
        @Nullable ContractView contract,
        @Nullable TermView term,
        int extensions,
        int renewals,

        @Schema(description = "What the last check of the use found.") @Nullable
        UseFinding useFinding,

        @Nullable LocalDate closedOn,
        List<StepView> steps,
        Instant createdAt,
        long revision) {

    /** The contract. */
    @Schema(name = "LoanContract")
    record ContractView(
            String bank,
            String contractNumber,
            String rate,

            @Schema(description = "The part of the rate that is subsidised.")
            String subsidisedRate,

            @Schema(description = "What overdue principal bears beside the rate.")
            String penaltyRate,

            DayCount dayCount,
            Every interestEvery,
            Repaid repaid,
            Security security,
            @Nullable UUID pool) {

        static ContractView of(Contract contract) {
            return new ContractView(
                    contract.bank(),
                    contract.contractNumber(),
                    Rates.ofPpm(contract.ratePpm()),
                    Rates.ofPpm(contract.subsidyPpm()),
                    Rates.ofPpm(contract.penaltyPpm()),
                    contract.dayCount(),
                    contract.interestEvery(),
                    contract.repaid(),
                    contract.security(),
                    contract.poolId());
        }
    }

    /** When it runs. */
    @Schema(name = "LoanTerm")
    record TermView(
            LocalDate disbursedOn,
            LocalDate maturesOn,

            @Schema(description = "Until when no principal falls due.")
            LocalDate graceTo,

            @Schema(description = "The day before which interest is subsidised.")
            LocalDate subsidisedTo) {

        static TermView of(Term term) {
            return new TermView(term.disbursedOn(), term.maturesOn(), term.graceTo(), term.subsidisedTo());
        }
    }

    /** A step with its signature. */
    @Schema(name = "LoanStepTaken")
    record StepView(LoanStep step, String takenBy, String name, String role, String remark, Instant takenAt) {

        static StepView of(LoanStepTaken taken) {
            return new StepView(
                    taken.step(), taken.takenBy(), taken.name(), taken.role(), taken.remark(), taken.takenAt());
        }
    }

    static LoanView of(Loan loan) {
        var asked = loan.application();
        var contract = loan.findContract();
        var term = loan.findTerm();
        return new LoanView(
                loan.id(),
                asked.householdId(),
                asked.personId(),
                Long.toString(asked.village()),
                asked.product(),
                asked.productVersion(),
                loan.amount(),
                loan.outstanding(),
                asked.months(),
                asked.use(),
                asked.purpose(),
                asked.appliedOn(),
                asked.schoolYear(),
                asked.schoolEndsOn(),
                loan.stage(),
                loan.origin(),
                contract == null ? null : ContractView.of(contract),
                term == null ? null : TermView.of(term),
                loan.extensions(),
                loan.renewals(),
                loan.useFinding(),
                loan.closedOn(),
                loan.steps().stream().map(StepView::of).toList(),
                loan.createdAt(),
                loan.revision());
    }
}
