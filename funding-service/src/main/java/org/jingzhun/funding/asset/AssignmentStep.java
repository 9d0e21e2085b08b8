package org.jingzhun.funding.asset;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/** The steps of an assignment of shares (折股量化程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum AssignmentStep implements Move<AssignmentStage> {

    /** The finance office divides, or lists. */
    PLAN(Set.of(), AssignmentStage.PLANNED, Set.of(AssignmentStep.FINANCE), List.of()),

    /** A second person checks (审核). */
    REVIEW(
            Set.of(AssignmentStage.PLANNED),
            AssignmentStage.REVIEWED,
            Set.of(AssignmentStep.FINANCE),
            List.of(AssignmentStep.PLAN)),

    /** The county decides (批准): shares begin and end on the day of effect. */
    APPROVE(
            Set.of(AssignmentStage.REVIEWED),
            AssignmentStage.EFFECTIVE,
            Set.of(AssignmentStep.COUNTY),
            List.of(AssignmentStep.PLAN, AssignmentStep.REVIEW)),

    /** Given up (作废). */
    DROP(
            Set.of(AssignmentStage.PLANNED, AssignmentStage.REVIEWED),
            AssignmentStage.DROPPED,
            Set.of(AssignmentStep.FINANCE, AssignmentStep.COUNTY),
            List.of());

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";

    private final Set<AssignmentStage> from;
    private final AssignmentStage to;
    private final Set<String> takenBy;
    private final List<AssignmentStep> mustDifferFrom;

    AssignmentStep(
            Set<AssignmentStage> from, AssignmentStage to, Set<String> takenBy, List<AssignmentStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<AssignmentStage> from() {
        return from;
    }

    @Override
    public AssignmentStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<AssignmentStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
