package org.jingzhun.pairing.social;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a match (对接程序); the receiver's village confirms, not who delivered. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum MatchStep implements Move<MatchState> {

    /** Found by the calculation. */
    PROPOSE(
            Set.of(),
            MatchState.PROPOSED,
            Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER),
            List.of()),

    /** (对接) */
    ACCEPT(
            Set.of(MatchState.PROPOSED),
            MatchState.ACCEPTED,
            Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER),
            List.of()),

    /** (交付) */
    DELIVER(
            Set.of(MatchState.ACCEPTED),
            MatchState.DELIVERED,
            Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER),
            List.of()),

    /** (确认) */
    CONFIRM(
            Set.of(MatchState.DELIVERED),
            MatchState.CONFIRMED,
            Set.of(Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER),
            List.of(DELIVER)),

    /** (不成) */
    REFUSE(
            Set.of(MatchState.PROPOSED, MatchState.ACCEPTED, MatchState.DELIVERED),
            MatchState.REFUSED,
            Set.of(Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER),
            List.of());

    private final Set<MatchState> from;
    private final MatchState to;
    private final Set<String> takenBy;
    private final List<MatchStep> mustDifferFrom;

    MatchStep(Set<MatchState> from, MatchState to, Set<String> takenBy, List<MatchStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<MatchState> from() {
        return from;
    }

    @Override
    public MatchState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<MatchStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
