package org.jingzhun.pairing.inspection;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of an inspection (督查程序); supervisors alone take them. */
@SuppressWarnings("ImmutableEnumChecker") // sets made by of() are immutable
public enum InspectionStep implements Move<InspectionState> {

    /** The village was drawn (抽取). */
    DRAW(Set.of(), InspectionState.PLANNED),

    /** The team has been there and reports what it found (形成专报). */
    REPORT(Set.of(InspectionState.PLANNED), InspectionState.REPORTED),

    /** The team could not go (取消). */
    CANCEL(Set.of(InspectionState.PLANNED), InspectionState.CANCELLED);

    private final Set<InspectionState> from;
    private final InspectionState to;

    InspectionStep(Set<InspectionState> from, InspectionState to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<InspectionState> from() {
        return from;
    }

    @Override
    public InspectionState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return Set.of(Role.SUPERVISOR);
    }

    @Override
    public List<InspectionStep> mustDifferFrom() {
        return List.of();
    }
}
