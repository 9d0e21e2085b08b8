package org.jingzhun.identification.exitplan;

import static org.jingzhun.identification.division.Level.COUNTY;
import static org.jingzhun.identification.division.Level.VILLAGE;

import java.time.LocalDate;
import java.time.Month;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/**
 * The two rounds up and down (二上二下): from which stage to which, the level that takes each step, and what it needs.
 *
 * <p>Source: published practice of Guangxi, by which exit plans of households and villages are fixed in two rounds up and
 * down and tuned in September. Which levels take part is UNVERIFIED.
 */
@Schema(name = "ExitPlanStep")
public enum PlanStep {
    FIRST_UP(null, PlanStage.PROPOSED, VILLAGE),
    FIRST_DOWN(PlanStage.PROPOSED, PlanStage.ANSWERED, COUNTY),
    SECOND_UP(PlanStage.ANSWERED, PlanStage.PROPOSED_AGAIN, VILLAGE),
    SECOND_DOWN(PlanStage.PROPOSED_AGAIN, PlanStage.FIXED, COUNTY),
    /** Opened once more for tuning; the second round follows again. */
    ADJUSTMENT(PlanStage.FIXED, PlanStage.ANSWERED, COUNTY);

    private static final Month ADJUSTED_IN = Month.SEPTEMBER;

    private final @Nullable PlanStage from;
    private final PlanStage to;
    private final Level takenBy;

    PlanStep(@Nullable PlanStage from, PlanStage to, Level takenBy) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
    }

    /** Null where no plan stands yet. */
    public @Nullable PlanStage from() {
        return from;
    }

    public PlanStage to() {
        return to;
    }

    public Level takenBy() {
        return takenBy;
    }

    /** What the county answers, or why it opens the plan again, must be said. */
    public boolean needsRemark() {
        return this == FIRST_DOWN || this == ADJUSTMENT;
    }

    public boolean needsDocument() {
        return this == SECOND_DOWN;
    }

    /** Whether the calendar allows it; a plan is tuned in September of its year. */
    public boolean isTimely(int year, LocalDate today) {
        return this != ADJUSTMENT || (today.getYear() == year && today.getMonth() == ADJUSTED_IN);
    }
}
