package org.jingzhun.pairing.duty;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a leave (请假程序): the township grants few days, the county any. */
@SuppressWarnings("ImmutableEnumChecker") // sets made by of() are immutable
public enum LeaveStep implements Move<LeaveState> {

    /** (申请) */
    REQUEST(Set.of(), LeaveState.REQUESTED, Set.of(Role.HELPER)),

    /** (批准) */
    GRANT(Set.of(LeaveState.REQUESTED), LeaveState.GRANTED, Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER)),

    /** (不批准) */
    REFUSE(Set.of(LeaveState.REQUESTED), LeaveState.REFUSED, Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER));

    private final Set<LeaveState> from;
    private final LeaveState to;
    private final Set<String> takenBy;

    LeaveStep(Set<LeaveState> from, LeaveState to, Set<String> takenBy) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
    }

    @Override
    public Set<LeaveState> from() {
        return from;
    }

    @Override
    public LeaveState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<LeaveStep> mustDifferFrom() {
        return List.of();
    }
}
