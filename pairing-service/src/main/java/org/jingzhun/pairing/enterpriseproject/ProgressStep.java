package org.jingzhun.pairing.enterpriseproject;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a yearly report (年度进展程序): the village confirms, then the county accepts. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum ProgressStep implements Move<ProgressState> {

    /** (填报) */
    REPORT(Set.of(), ProgressState.REPORTED, Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER), List.of()),

    /** By the village, where it arrived (村级确认). */
    CONFIRM(Set.of(ProgressState.REPORTED), ProgressState.CONFIRMED, Set.of(Role.VILLAGE_OFFICER), List.of(REPORT)),

    /** From when on it counts (县级确认). */
    ACCEPT(
            Set.of(ProgressState.CONFIRMED),
            ProgressState.ACCEPTED,
            Set.of(Role.COUNTY_OFFICER),
            List.of(REPORT, CONFIRM)),

    /** It is not as reported; the year may be reported anew (退回). */
    RETURN(
            Set.of(ProgressState.REPORTED, ProgressState.CONFIRMED),
            ProgressState.RETURNED,
            Set.of(Role.VILLAGE_OFFICER, Role.COUNTY_OFFICER),
            List.of());

    private final Set<ProgressState> from;
    private final ProgressState to;
    private final Set<String> takenBy;
    private final List<ProgressStep> mustDifferFrom;

    ProgressStep(Set<ProgressState> from, ProgressState to, Set<String> takenBy, List<ProgressStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<ProgressState> from() {
        return from;
    }

    @Override
    public ProgressState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<ProgressStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
