package org.jingzhun.funding.alert;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/** The steps of an alert (预警处置程序). Scans take their own; nobody else can. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum AlertStep implements Move<AlertState> {

    /** A scan found it. */
    RAISE(Set.of(), AlertState.OPEN, Set.of(AlertStep.SCAN), List.of()),

    /** It is given to a person (交办). */
    ASSIGN(
            Set.of(AlertState.OPEN, AlertState.ASSIGNED),
            AlertState.ASSIGNED,
            Set.of(AlertStep.COUNTY, AlertStep.FINANCE, AlertStep.SUPERVISOR),
            List.of()),

    /** That person explains, with evidence (说明). */
    EXPLAIN(
            Set.of(AlertState.ASSIGNED),
            AlertState.EXPLAINED,
            Set.of(AlertStep.COUNTY, AlertStep.FINANCE, AlertStep.TOWNSHIP, AlertStep.VILLAGE),
            List.of()),

    /** The explanation will not do (退回). */
    RETURN(
            Set.of(AlertState.EXPLAINED),
            AlertState.ASSIGNED,
            Set.of(AlertStep.COUNTY, AlertStep.SUPERVISOR),
            List.of(EXPLAIN)),

    /** Another person than the owner is satisfied (销号). */
    CLOSE(
            Set.of(AlertState.EXPLAINED),
            AlertState.CLOSED,
            Set.of(AlertStep.COUNTY, AlertStep.SUPERVISOR),
            List.of(EXPLAIN)),

    /** A scan found other figures: the explanation does not fit them any more. */
    CHANGE(Set.of(AlertState.EXPLAINED), AlertState.OPEN, Set.of(AlertStep.SCAN), List.of()),

    /** A scan found the fact no more. */
    CLEAR(
            Set.of(AlertState.OPEN, AlertState.ASSIGNED, AlertState.EXPLAINED),
            AlertState.CLEARED,
            Set.of(AlertStep.SCAN),
            List.of());

    /** The role of scans; no token carries it. */
    static final String SCAN = "scan";

    private static final String VILLAGE = "village-officer";
    private static final String TOWNSHIP = "township-officer";
    private static final String COUNTY = "county-officer";
    private static final String FINANCE = "finance-officer";
    private static final String SUPERVISOR = "supervisor";

    private final Set<AlertState> from;
    private final AlertState to;
    private final Set<String> takenBy;
    private final List<AlertStep> mustDifferFrom;

    AlertStep(Set<AlertState> from, AlertState to, Set<String> takenBy, List<AlertStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<AlertState> from() {
        return from;
    }

    @Override
    public AlertState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<AlertStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
