package org.jingzhun.identification.exitplan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exit plan of a village and year.
 *
 * @param households on the plan now; likewise persons
 * @param villageItself whether the village is on it to leave as one of the poor villages
 * @param steps that were taken, in order
 */
public record ExitPlan(
        long village,
        int year,
        PlanStage stage,
        int households,
        int persons,
        boolean villageItself,
        List<Taken> steps) {

    /**
     * A step that was taken, with the plan as it stood then.
     *
     * @param takenBy name of the person
     */
    public record Taken(
            PlanStep step,
            int households,
            int persons,
            String takenBy,
            Instant takenAt,
            @Nullable String remark,
            List<String> signers,
            @Nullable String documentNumber) {}

    public ExitPlan {
        steps = List.copyOf(steps);
    }
}
