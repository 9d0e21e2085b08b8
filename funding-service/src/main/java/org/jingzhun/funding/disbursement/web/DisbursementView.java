package org.jingzhun.funding.disbursement.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.disbursement.Disbursement;
import org.jingzhun.funding.disbursement.DisbursementKind;
import org.jingzhun.funding.disbursement.Stage;
import org.jingzhun.funding.disbursement.Step;
import org.jingzhun.funding.disbursement.StepTaken;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A disbursement as seen from outside. */
@Schema(name = "Disbursement")
record DisbursementView(
        UUID id,
        String county,
        DisbursementKind kind,

        @Schema(description = "Code of the rules of benefits; PROJECT for a project.")
        String benefit,

        int year,
        @Nullable UUID project,
        String purpose,
        Stage stage,

        @Schema(description = "Payments that are left in it.")
        long payments,

        Money amount,

        @Schema(description = "Payments that have fallen out; see the payables.")
        long refused,

        Money refusedAmount,

        @Schema(description = "Version of the benefit's rule by which it was checked.") @Nullable
        String ruleVersion,

        @Schema(description = "Version of the negative list by which it was checked.") @Nullable
        String negativeList,

        @Nullable UUID batch,
        Instant createdAt,
        List<StepView> steps) {

    /** A step that was taken. */
    @Schema(name = "DisbursementStepTaken")
    record StepView(Step step, String takenBy, String name, String role, String remark, Instant takenAt) {

        static StepView of(StepTaken taken) {
            return new StepView(
                    taken.step(), taken.takenBy(), taken.name(), taken.role(), taken.remark(), taken.takenAt());
        }
    }

    static DisbursementView of(Disbursement disbursement) {
        return new DisbursementView(
                disbursement.id(),
                Long.toString(disbursement.county()),
                disbursement.kind(),
                disbursement.benefit(),
                disbursement.year(),
                disbursement.projectId(),
                disbursement.purpose(),
                disbursement.stage(),
                disbursement.payments(),
                disbursement.amount(),
                disbursement.refused(),
                disbursement.refusedAmount(),
                disbursement.ruleVersion(),
                disbursement.negativeList(),
                disbursement.batchId(),
                disbursement.createdAt(),
                disbursement.steps().stream().map(StepView::of).toList());
    }
}
