package org.jingzhun.identification.exitplan;

import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/** Why the plan says no. */
public sealed interface PlanRefusal {

    /** @param stage null when no plan stands yet */
    record StepNotOpen(PlanStep step, @Nullable PlanStage stage) implements PlanRefusal {}

    /** The step is taken by an officer of another level. */
    record WrongLevel(PlanStep step, Level takenBy) implements PlanRefusal {}

    /** Nobody said why. */
    record RemarkMissing(PlanStep step) implements PlanRefusal {}

    /** The document that fixes the plan has no number. */
    record DocumentMissing() implements PlanRefusal {}

    /** A plan is tuned in September of its year. */
    record NotSeptember(int year) implements PlanRefusal {}

    /** No village of the caller's area. */
    record UnknownVillage() implements PlanRefusal {}

    default PlanException asException() {
        return new PlanException(this);
    }
}
