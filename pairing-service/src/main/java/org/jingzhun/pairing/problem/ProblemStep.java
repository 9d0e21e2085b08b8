package org.jingzhun.pairing.problem;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a problem (问题整改程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum ProblemStep implements Move<ProblemState> {

    /** Somebody sees it (反映). */
    RAISE(
            Set.of(),
            ProblemState.OPEN,
            Set.of(
                    Role.HELPER,
                    Role.VILLAGE_OFFICER,
                    Role.TOWNSHIP_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.REGION_OFFICER,
                    Role.SUPERVISOR),
            List.of()),

    /** The level that has it says how it was solved (整改). */
    RESOLVE(
            Set.of(ProblemState.OPEN),
            ProblemState.RESOLVED,
            Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER),
            List.of()),

    /** It is not solved (退回). */
    RETURN(
            Set.of(ProblemState.RESOLVED),
            ProblemState.OPEN,
            Set.of(Role.TOWNSHIP_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR),
            List.of(RESOLVE)),

    /** Somebody other than its solver agrees that it is (销号). */
    CLOSE(
            Set.of(ProblemState.RESOLVED),
            ProblemState.CLOSED,
            Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR),
            List.of(RESOLVE)),

    /** The next level takes it: asked to, or because the week is over (升级督办). */
    ESCALATE(
            Set.of(ProblemState.OPEN),
            ProblemState.OPEN,
            Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.SUPERVISOR, ProblemStep.CLOCK),
            List.of());

    /** The role of the calendar; no token carries it. */
    static final String CLOCK = "clock";

    private final Set<ProblemState> from;
    private final ProblemState to;
    private final Set<String> takenBy;
    private final List<ProblemStep> mustDifferFrom;

    ProblemStep(Set<ProblemState> from, ProblemState to, Set<String> takenBy, List<ProblemStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<ProblemState> from() {
        return from;
    }

    @Override
    public ProblemState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<ProblemStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
