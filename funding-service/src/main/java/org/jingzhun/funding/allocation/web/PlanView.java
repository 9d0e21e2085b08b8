package org.jingzhun.funding.allocation.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.AllocationPlan;
import org.jingzhun.funding.allocation.Stage;
import org.jingzhun.funding.allocation.Step;
import org.jingzhun.funding.allocation.StepTaken;
import org.jingzhun.funding.allocation.VillageBound;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** An allocation plan as seen from outside. */
@Schema(name = "AllocationPlan")
record PlanView(
        UUID id,
        String county,
        UUID source,
        int year,
        Money amount,
        PlanRequest.Mode mode,
        ParametersView parameters,
        Stage stage,
        @Nullable String documentNumber,
        Instant createdAt,
        @Nullable Instant computedAt,

        @Schema(description = "Journal entry of the approval.") @Nullable
        UUID entry,

        List<StepView> steps,
        long revision) {

    /** The parameters as the plan uses them. */
    @Schema(name = "UsedFactorParameters")
    record ParametersView(
            @Schema(description = "The set that the factors came from; absent if the plan named its own.") @Nullable
            String parameterSet,

            List<PlanRequest.FactorRequest> factors,
            Money floor,
            @Nullable Money cap,
            boolean onlyPoorVillages,
            List<PlanRequest.BoundRequest> bounds) {

        static ParametersView of(AllocationPlan plan) {
            return new ParametersView(
                    plan.parameterSet(),
                    plan.factors().stream().map(PlanRequest.FactorRequest::of).toList(),
                    plan.floor(),
                    plan.cap(),
                    plan.onlyPoorVillages(),
                    plan.bounds().stream()
                            .sorted(Comparator.comparing(VillageBound::division))
                            .map(PlanRequest.BoundRequest::of)
                            .toList());
        }
    }

    /** A step with its signature. */
    @Schema(name = "AllocationStepTaken")
    record StepView(Step step, String takenBy, String name, String role, String remark, Instant takenAt) {

        static StepView of(StepTaken taken) {
            return new StepView(
                    taken.step(), taken.takenBy(), taken.name(), taken.role(), taken.remark(), taken.takenAt());
        }
    }

    static PlanView of(AllocationPlan plan) {
        return new PlanView(
                plan.id(),
                Long.toString(plan.county()),
                plan.sourceId(),
                plan.year(),
                plan.amount(),
                PlanRequest.Mode.FACTOR,
                ParametersView.of(plan),
                plan.stage(),
                plan.documentNumber(),
                plan.createdAt(),
                plan.computedAt(),
                plan.entryId(),
                plan.steps().stream().map(StepView::of).toList(),
                plan.revision());
    }
}
