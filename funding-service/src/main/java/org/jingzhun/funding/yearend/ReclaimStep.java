package org.jingzhun.funding.yearend;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/** The steps by which idle money is taken back (收回存量资金). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum ReclaimStep implements Move<ReclaimStage> {

    /** The finance office lists all that has lain idle too long (清理). */
    PROPOSE(Set.of(), ReclaimStage.PROPOSED, Set.of(ReclaimStep.FINANCE), List.of()),

    /** The county takes it back; it is booked as money of the year (收回). */
    APPROVE(
            Set.of(ReclaimStage.PROPOSED),
            ReclaimStage.BOOKED,
            Set.of(ReclaimStep.COUNTY),
            List.of(ReclaimStep.PROPOSE)),

    /** The county leaves it where it is (不予收回). */
    REJECT(
            Set.of(ReclaimStage.PROPOSED),
            ReclaimStage.REJECTED,
            Set.of(ReclaimStep.COUNTY),
            List.of(ReclaimStep.PROPOSE));

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";

    private final Set<ReclaimStage> from;
    private final ReclaimStage to;
    private final Set<String> takenBy;
    private final List<ReclaimStep> mustDifferFrom;

    ReclaimStep(Set<ReclaimStage> from, ReclaimStage to, Set<String> takenBy, List<ReclaimStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<ReclaimStage> from() {
        return from;
    }

    @Override
    public ReclaimStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<ReclaimStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
