package org.jingzhun.identification.exitplan.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.exitplan.ExitPlan;
import org.jingzhun.identification.exitplan.PlanStage;
import org.jingzhun.identification.exitplan.PlanStep;
import org.jspecify.annotations.Nullable;

/** The exit plan of a village and year as it is shown. */
@Schema(name = "ExitPlan")
public record ExitPlanView(PlanRow plan, List<TakenView> steps) {

    /**
     * A plan in a list.
     *
     * @param households on the plan now; likewise persons
     * @param villageItself whether the village itself is to leave
     */
    @Schema(name = "ExitPlanRow")
    public record PlanRow(
            String village, int year, PlanStage stage, int households, int persons, boolean villageItself) {

        static PlanRow of(ExitPlan plan) {
            return new PlanRow(
                    DivisionCode.text(plan.village()),
                    plan.year(),
                    plan.stage(),
                    plan.households(),
                    plan.persons(),
                    plan.villageItself());
        }
    }

    /** A step that was taken, with the plan as it stood then. */
    @Schema(name = "ExitPlanStepTaken")
    public record TakenView(
            PlanStep step,
            int households,
            int persons,
            String takenBy,
            Instant takenAt,
            @Nullable String remark,
            List<String> signers,
            @Nullable String documentNumber) {

        static TakenView of(ExitPlan.Taken taken) {
            return new TakenView(
                    taken.step(),
                    taken.households(),
                    taken.persons(),
                    taken.takenBy(),
                    taken.takenAt(),
                    taken.remark(),
                    taken.signers(),
                    taken.documentNumber());
        }
    }

    static ExitPlanView of(ExitPlan plan) {
        return new ExitPlanView(
                PlanRow.of(plan), plan.steps().stream().map(TakenView::of).toList());
    }
}
