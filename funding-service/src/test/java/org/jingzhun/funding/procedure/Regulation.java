package org.jingzhun.funding.procedure;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.funding.asset.AssignmentStage;
import org.jingzhun.funding.asset.AssignmentStep;
import org.jingzhun.funding.asset.DividendStage;
import org.jingzhun.funding.asset.DividendStep;
import org.jingzhun.funding.disbursement.PaymentStage;
import org.jingzhun.funding.disbursement.PaymentStep;
import org.jingzhun.funding.donation.DonationStage;
import org.jingzhun.funding.donation.DonationStep;
import org.jingzhun.funding.fund.AidStage;
import org.jingzhun.funding.fund.AidStep;
import org.jingzhun.funding.loan.LoanStage;
import org.jingzhun.funding.loan.LoanStep;
import org.jingzhun.funding.yearend.ReclaimStage;
import org.jingzhun.funding.yearend.ReclaimStep;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as its regulation has it, written down by hand.
 *
 * @param begunAt where something else begins it, null if its first step does
 * @param ways what leads from where to where: stage, step, stage
 * @param differs a step, and one that another person must have taken
 */
record Regulation<S extends Enum<S>>(
        String name, @Nullable S begunAt, S[] stages, Move<S>[] steps, Set<String> ways, Set<String> differs) {

    private static final Regulation<AssignmentStage> ASSIGNMENT = Regulation.of(
            "assignment",
            AssignmentStage.values(),
            AssignmentStep.values(),
            Set.of(
                    "- PLAN PLANNED",
                    "PLANNED REVIEW REVIEWED",
                    "REVIEWED APPROVE EFFECTIVE",
                    "PLANNED DROP DROPPED",
                    "REVIEWED DROP DROPPED"),
            Set.of("REVIEW PLAN", "APPROVE PLAN", "APPROVE REVIEW"));

    private static final Regulation<DividendStage> DIVIDEND = Regulation.of(
            "dividend",
            DividendStage.values(),
            DividendStep.values(),
            Set.of(
                    "- PLAN PLANNED",
                    "PLANNED REVIEW REVIEWED",
                    "REVIEWED NOTICE NOTICED",
                    "NOTICED APPROVE APPROVED",
                    "APPROVED PAY PAYING",
                    "PAYING SETTLE PAID",
                    "PAYING RELEASE PAID",
                    "PAID RELEASE PAID",
                    "PLANNED CANCEL CANCELLED",
                    "REVIEWED CANCEL CANCELLED",
                    "NOTICED CANCEL CANCELLED",
                    "APPROVED CANCEL CANCELLED"),
            Set.of("REVIEW PLAN", "APPROVE PLAN", "APPROVE REVIEW", "PAY APPROVE", "RELEASE PAY"));

    private static final Regulation<AidStage> AID = Regulation.of(
            "aid",
            AidStage.values(),
            AidStep.values(),
            Set.of(
                    "- APPLY APPLIED",
                    "APPLIED VERIFY VERIFIED",
                    "VERIFIED REVIEW REVIEWED",
                    "REVIEWED APPROVE APPROVED",
                    "APPROVED PAY PAYING",
                    "PAYING ARRIVE PAID",
                    "PAYING BOUNCE APPROVED",
                    "PAID SETTLE SETTLED",
                    "PAID WRITE_OFF WRITTEN_OFF",
                    "APPLIED REJECT REJECTED",
                    "VERIFIED REJECT REJECTED",
                    "REVIEWED REJECT REJECTED"),
            Set.of(
                    "VERIFY APPLY",
                    "REVIEW APPLY",
                    "REVIEW VERIFY",
                    "APPROVE APPLY",
                    "APPROVE VERIFY",
                    "APPROVE REVIEW",
                    "PAY REVIEW",
                    "PAY APPROVE",
                    "WRITE_OFF APPROVE",
                    "WRITE_OFF PAY"));

    private static final Regulation<DonationStage> DONATION = Regulation.of(
            "donation",
            DonationStage.values(),
            DonationStep.values(),
            Set.of(
                    "- RECORD RECORDED",
                    "RECORDED RECEIPT RECEIPTED",
                    "RECEIPTED REPORT REPORTED",
                    "REPORTED REPORT REPORTED",
                    "RECEIPTED RETURN RETURNED",
                    "REPORTED RETURN RETURNED",
                    "RECORDED DROP DROPPED"),
            Set.of("RECEIPT RECORD", "RETURN RECORD", "RETURN RECEIPT"));

    private static final Regulation<ReclaimStage> RECLAIM = Regulation.of(
            "reclaim",
            ReclaimStage.values(),
            ReclaimStep.values(),
            Set.of("- PROPOSE PROPOSED", "PROPOSED APPROVE BOOKED", "PROPOSED REJECT REJECTED"),
            Set.of("APPROVE PROPOSE", "REJECT PROPOSE"));

    private static final Regulation<org.jingzhun.funding.allocation.Stage> PLAN = Regulation.of(
            "plan",
            org.jingzhun.funding.allocation.Stage.values(),
            org.jingzhun.funding.allocation.Step.values(),
            Set.of(
                    "- DRAFT DRAFT",
                    "DRAFT COMPUTE COMPUTED",
                    "COMPUTED REVIEW REVIEWED",
                    "COMPUTED RETURN DRAFT",
                    "REVIEWED APPROVE APPROVED",
                    "REVIEWED RETURN DRAFT",
                    "APPROVED PUBLISH PUBLISHED",
                    "APPROVED WITHDRAW WITHDRAWN",
                    "PUBLISHED WITHDRAW WITHDRAWN"),
            Set.of("REVIEW DRAFT", "REVIEW COMPUTE", "APPROVE DRAFT", "APPROVE COMPUTE", "APPROVE REVIEW"));

    private static final Regulation<org.jingzhun.funding.project.Stage> PROJECT = Regulation.of(
            "project",
            org.jingzhun.funding.project.Stage.values(),
            org.jingzhun.funding.project.Step.values(),
            Set.of(
                    "- PROPOSE PROPOSED",
                    "PROPOSED NOTICE_BEFORE PROPOSED",
                    "PROPOSED ENTER IN_LIBRARY",
                    "PROPOSED REJECT REJECTED",
                    "IN_LIBRARY FUND FUNDED",
                    "IN_LIBRARY ABANDON ABANDONED",
                    "FUNDED FUND FUNDED",
                    "FUNDED START UNDER_WAY",
                    "FUNDED ABANDON ABANDONED",
                    "UNDER_WAY PROGRESS UNDER_WAY",
                    "UNDER_WAY ACCEPT ACCEPTED",
                    "UNDER_WAY ABANDON ABANDONED",
                    "ACCEPTED NOTICE_AFTER ACCEPTED",
                    "ACCEPTED OPERATE IN_OPERATION"),
            Set.of("ENTER PROPOSE", "FUND ENTER", "ACCEPT START", "ACCEPT PROGRESS"));

    private static final Regulation<org.jingzhun.funding.disbursement.Stage> DISBURSEMENT = Regulation.of(
            "disbursement",
            org.jingzhun.funding.disbursement.Stage.values(),
            org.jingzhun.funding.disbursement.Step.values(),
            Set.of(
                    "- DRAFT DRAFT",
                    "DRAFT CHECK CHECKED",
                    "DRAFT RETURN RETURNED",
                    "CHECKED APPROVE APPROVED",
                    "CHECKED RETURN RETURNED",
                    "APPROVED PAY PAID",
                    "APPROVED RETURN RETURNED"),
            Set.of("CHECK DRAFT", "APPROVE DRAFT", "APPROVE CHECK", "PAY CHECK", "PAY APPROVE"));

    private static final Regulation<PaymentStage> PAYMENT = new Regulation<>(
            "payment",
            PaymentStage.SENT,
            PaymentStage.values(),
            PaymentStep.values(),
            Set.of(
                    "SENT SETTLE PAID",
                    "SENT FAIL FAILED",
                    "FAILED CORRECT CORRECTED",
                    "FAILED RETRY TO_RETRY",
                    "CORRECTED RETRY TO_RETRY",
                    "TO_RETRY RESEND RETRIED",
                    "FAILED RETURN RETURNED",
                    "CORRECTED RETURN RETURNED",
                    "TO_RETRY RETURN RETURNED",
                    "PAID RECOVER RETURNED"),
            Set.of("RETRY CORRECT"));

    private static final Regulation<org.jingzhun.funding.performance.Stage> EVALUATION = new Regulation<>(
            "evaluation",
            org.jingzhun.funding.performance.Stage.DRAFT,
            org.jingzhun.funding.performance.Stage.values(),
            org.jingzhun.funding.performance.Step.values(),
            Set.of(
                    "DRAFT MARK DRAFT",
                    "DRAFT CONFIRM CONFIRMED",
                    "CONFIRMED RETURN DRAFT",
                    "CONFIRMED PUBLISH PUBLISHED",
                    "PUBLISHED WITHDRAW WITHDRAWN"),
            Set.of("CONFIRM MARK", "PUBLISH MARK", "PUBLISH CONFIRM"));

    private static final Regulation<LoanStage> LOAN = Regulation.of(
            "loan",
            LoanStage.values(),
            LoanStep.values(),
            Set.of(
                    "- APPLY APPLIED",
                    "APPLIED VILLAGE_REVIEW REVIEWED",
                    "APPLIED REFUSE REFUSED",
                    "APPLIED WITHDRAW WITHDRAWN",
                    "REVIEWED BANK_APPROVE APPROVED",
                    "REVIEWED REFUSE REFUSED",
                    "REVIEWED WITHDRAW WITHDRAWN",
                    "APPROVED DISBURSE ACTIVE",
                    "APPROVED WITHDRAW WITHDRAWN",
                    "ACTIVE USE_CHECK ACTIVE",
                    "ACTIVE EXTEND ACTIVE",
                    "ACTIVE SETTLE SETTLED",
                    "ACTIVE WRITE_OFF WRITTEN_OFF"),
            Set.of(
                    "VILLAGE_REVIEW APPLY",
                    "BANK_APPROVE APPLY",
                    "BANK_APPROVE VILLAGE_REVIEW",
                    "DISBURSE BANK_APPROVE",
                    "USE_CHECK APPLY",
                    "USE_CHECK BANK_APPROVE",
                    "USE_CHECK DISBURSE",
                    "EXTEND APPLY",
                    "EXTEND VILLAGE_REVIEW",
                    "WRITE_OFF APPLY",
                    "WRITE_OFF BANK_APPROVE",
                    "WRITE_OFF DISBURSE",
                    "REFUSE APPLY"));

    static final List<Regulation<?>> ALL = List.of(
            PLAN, PROJECT, DISBURSEMENT, PAYMENT, EVALUATION, LOAN, ASSIGNMENT, DIVIDEND, AID, DONATION, RECLAIM);

    private static <S extends Enum<S>> Regulation<S> of(
            String name, S[] stages, Move<S>[] steps, Set<String> ways, Set<String> differs) {
        return new Regulation<>(name, null, stages, steps, ways, differs);
    }

    @Override
    public String toString() {
        return name;
    }
}
