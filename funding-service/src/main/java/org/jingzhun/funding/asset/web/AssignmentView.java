package org.jingzhun.funding.asset.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.funding.asset.AssignmentStage;
import org.jingzhun.funding.asset.ShareAssignment;
import org.jingzhun.funding.asset.share.Quantification;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** An assignment of shares as seen from outside. */
@Schema(name = "ShareAssignment")
record AssignmentView(
        UUID id,
        UUID asset,
        ShareAssignment.Kind kind,
        ShareAssignment.Mode mode,
        LocalDate effectiveOn,
        String collective,
        Money amount,

        @Schema(description = "Of the amount, what the units do not divide; the collective holds it.")
        Money remainder,

        Money unit,
        Money minimum,

        @Schema(description = "Candidates for whom the amount did not suffice.")
        int waiting,

        String documentNumber,
        AssignmentStage stage,
        List<SignatureView> steps,
        long revision) {

    /** A slice of assignments. */
    @Schema(name = "ShareAssignmentSlice")
    record AssignmentSlice(
            List<AssignmentView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A line: who is to hold how much. */
    @Schema(name = "ShareAssignmentLine")
    record LineView(
            String villageCode,

            @Schema(description = "Absent for the collective of the village.") @Nullable
            UUID household,

            Money amount) {

        static LineView of(Quantification.Share share) {
            return new LineView(
                    Long.toString(share.holder().village()), share.holder().householdId(), share.amount());
        }
    }

    /** An assignment with its first lines. */
    @Schema(name = "ShareAssignmentWithLines")
    record WithLines(
            AssignmentView assignment,

            @Schema(description = "The first thousand, by village and household.")
            List<LineView> lines) {}

    static AssignmentView of(ShareAssignment a, List<Signature> steps) {
        return new AssignmentView(
                a.id(),
                a.assetId(),
                a.kind(),
                a.mode(),
                a.effectiveOn(),
                Long.toString(a.collective()),
                a.amount(),
                a.remainder(),
                a.unit(),
                a.minimum(),
                a.waiting(),
                a.documentNumber(),
                a.stage(),
                steps.stream().map(SignatureView::of).toList(),
                a.revision());
    }
}
