package org.jingzhun.pairing.planning.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jingzhun.pairing.planning.Figures;
import org.jingzhun.pairing.planning.PairingPlan;
import org.jingzhun.pairing.planning.Stage;
import org.jingzhun.pairing.planning.Step;
import org.jspecify.annotations.Nullable;

/** A pairing plan as its readers see it. */
@Schema(name = "PairingPlan")
public record PlanView(
        @Schema(description = "Also the id of the job that computes it.")
        UUID id,

        @Schema(description = "12 digits.") String county,
        Stage stage,

        @Schema(description = "Version of the rank quotas it is computed by.")
        String rankQuotas,

        @Schema(description = "Version of the weights; absent when the plan brought its own.") @Nullable
        String weightSet,

        Weights weights,
        boolean includeExited,
        Instant createdAt,

        @Schema(description = "What came out; absent while it is computed.") @Nullable
        Figures figures,

        @Schema(description = "Whether cost and lower bound agree, so that no assignment is cheaper.") @Nullable
        Boolean optimal,

        @Schema(description = "Pairings that the activation began.") @Nullable
        Integer newPairings,

        @Schema(description = "Of them, households taken over from another helper.") @Nullable
        Integer transfers,

        List<SignedStep> steps,
        long revision) {

    /** A step that was taken. */
    @Schema(name = "SignedPlanStep")
    public record SignedStep(Step step, String name, String role, String remark, Instant takenAt) {}

    static PlanView of(PairingPlan plan) {
        Figures figures = plan.figures();
        return new PlanView(
                plan.id(),
                String.valueOf(plan.county()),
                plan.stage(),
                plan.terms().rankQuotas(),
                plan.terms().weightSet(),
                plan.terms().weights(),
                plan.terms().includeExited(),
                plan.createdAt(),
                figures,
                figures == null ? null : figures.cost() == figures.lowerBound(),
                plan.newPairings(),
                plan.transfers(),
                plan.steps().stream()
                        .map(taken -> new SignedStep(
                                taken.step(), taken.name(), taken.role(), taken.remark(), taken.takenAt()))
                        .toList(),
                plan.revision());
    }
}
