package org.jingzhun.pairing.planning.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jingzhun.pairing.planning.Figures;
import org.jingzhun.pairing.planning.PairingPlan;
import org.jingzhun.pairing.planning.Stage;
import org.jspecify.annotations.Nullable;

/** A pairing plan as its readers see it. */
@Schema(name = "PairingPlan")
public record PlanView(
        @Schema(description = "Also the id of the job that computes it.")
        UUID id,

        @Schema(description = "12 digits.") String division,
        Stage stage,

        @Schema(description = "Version of the rank quotas it is computed by.")
        String rankQuotas,

        @Schema(description = "Version of the weights; absent when the plan brought its own.") @Nullable
        String weightSet,

        Weights weights,
        boolean includeExited,

        @Schema(description = "Households that may get another helper; absent without a limit.") @Nullable
        Integer mostMoves,

        Instant createdAt,

        @Schema(description = "What came out; absent while it is computed.") @Nullable
        Figures figures,

        @Schema(
                description =
                        "Whether no assignment is cheaper: cost and lower bound agree, or under the rule of hamlets cost and solver bound.")
        @Nullable
        Boolean optimal,

        @Schema(description = "Pairings that the activation began.") @Nullable
        Integer newPairings,

        @Schema(description = "Of them, households taken over from another helper.") @Nullable
        Integer transfers,

        @Schema(description = "With signatures; absent in lists.") @Nullable
        List<SignatureView> steps,

        @Schema(description = "Version of the rule of hamlets; absent when the plan brought its own.") @Nullable
        String hamletPolicy,

        @Schema(description = "Whether the households of each helper must lie in one or adjacent hamlets.")
        boolean oneOrAdjacentHamlets,

        long revision) {

    static PlanView of(PairingPlan plan, @Nullable List<Signature> steps) {
        Figures figures = plan.figures();
        return new PlanView(
                plan.id(),
                String.valueOf(plan.division()),
                plan.stage(),
                plan.terms().rankQuotas(),
                plan.terms().weightSet(),
                plan.terms().weights(),
                plan.terms().includeExited(),
                plan.terms().mostMoves(),
                plan.createdAt(),
                figures,
                figures == null ? null : figures.optimal(),
                plan.newPairings(),
                plan.transfers(),
                steps == null ? null : steps.stream().map(SignatureView::of).toList(),
                plan.terms().hamletPolicy(),
                plan.terms().oneOrAdjacentHamlets(),
                plan.revision());
    }
}
