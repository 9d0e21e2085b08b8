package org.jingzhun.funding.allocation.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.AllocationPlan;
import org.jingzhun.funding.allocation.KindCap;
import org.jingzhun.funding.allocation.Level;
import org.jingzhun.funding.allocation.Mode;
import org.jingzhun.funding.allocation.PlaceBound;
import org.jingzhun.funding.allocation.PlaceIncentive;
import org.jingzhun.funding.allocation.Stage;
import org.jingzhun.funding.allocation.Step;
import org.jingzhun.funding.allocation.StepTaken;
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
        Mode mode,
        ParametersView parameters,
        Stage stage,
        @Nullable String documentNumber,
        Instant createdAt,
        @Nullable Instant computedAt,

        @Schema(description = "Journal entry of the approval.") @Nullable
        UUID entry,

        List<StepView> steps,
        long revision) {

    /** The parameters as the plan uses them; those of other modes are absent. */
    @Schema(name = "UsedParameters")
    record ParametersView(
            Level level,

            @Schema(description = "The set that the factors came from; absent if the plan named its own.") @Nullable
            String parameterSet,

            List<PlanRequest.FactorRequest> factors,
            Money floor,
            @Nullable Money cap,
            PlanRequest.@Nullable HeadCapRequest capPerHead,
            boolean onlyPoorVillages,
            List<PlanRequest.BoundRequest> bounds,
            @Nullable IncentivesView incentives,
            @Nullable StandardView standard,
            @Nullable CompetitionView competition) {

        static ParametersView of(AllocationPlan plan) {
            var terms = plan.terms();
            var perHead = terms.capPerHead();
            var heads = terms.heads();
            return new ParametersView(
                    terms.level(),
                    terms.parameterSet(),
                    plan.factors().stream().map(PlanRequest.FactorRequest::of).toList(),
                    terms.floor(),
                    terms.cap(),
                    perHead == null || heads == null ? null : new PlanRequest.HeadCapRequest(perHead, heads),
                    terms.onlyPoorVillages(),
                    plan.bounds().stream()
                            .sorted(Comparator.comparing(PlaceBound::division))
                            .map(PlanRequest.BoundRequest::of)
                            .toList(),
                    IncentivesView.of(plan),
                    StandardView.of(plan),
                    CompetitionView.of(plan));
        }
    }

    /** Deductions and rewards as the plan uses them. */
    @Schema(name = "UsedIncentives")
    record IncentivesView(
            @Nullable String set,
            @Nullable Integer evaluationYear,
            String reserve,
            List<PlanRequest.PlaceIncentiveRequest> places) {

        static @Nullable IncentivesView of(AllocationPlan plan) {
            var terms = plan.terms();
            if (terms.incentiveSet() == null
                    && terms.reserve() == 0
                    && plan.incentives().isEmpty()) {
                return null;
            }
            return new IncentivesView(
                    terms.incentiveSet(),
                    terms.evaluationYear(),
                    Fractions.text(terms.reserve()),
                    plan.incentives().stream()
                            .sorted(Comparator.comparing(PlaceIncentive::division))
                            .map(PlanRequest.PlaceIncentiveRequest::of)
                            .toList());
        }
    }

    /** The fixed standard as the plan uses it; what it counts stands among the factors. */
    @Schema(name = "UsedStandard")
    record StandardView(@Nullable String code, Money rate) {

        static @Nullable StandardView of(AllocationPlan plan) {
            var rate = plan.terms().rate();
            return rate == null ? null : new StandardView(plan.terms().standard(), rate);
        }
    }

    /** The competition's criteria and limits as the plan uses them. */
    @Schema(name = "UsedCompetition")
    record CompetitionView(String criteriaSet, String minimumScore, List<PlanRequest.KindCapRequest> kindCaps) {

        static @Nullable CompetitionView of(AllocationPlan plan) {
            var set = plan.terms().criteriaSet();
            var minimum = plan.terms().minimumScore();
            return set == null || minimum == null
                    ? null
                    : new CompetitionView(
                            set,
                            Fractions.points(minimum),
                            plan.kindCaps().stream()
                                    .sorted(Comparator.comparing(KindCap::kind))
                                    .map(PlanRequest.KindCapRequest::of)
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
                plan.terms().mode(),
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
