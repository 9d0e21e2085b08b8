package org.jingzhun.funding.allocation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.chassis.procedure.Move;

/**
 * The steps of an allocation plan (资金分配程序): from where to where, who may take each, and whose signature a step's
 * taker must not have given before. The table is the whole procedure; there is no other way from stage to stage.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum Step implements Move<Stage> {

    /** The finance office writes the plan. Never taken again: a plan that is written anew is another plan. */
    DRAFT(Set.of(), Stage.DRAFT, Set.of(Step.FINANCE), List.of()),

    /** Freezes the inputs and divides (测算). */
    COMPUTE(Set.of(Stage.DRAFT), Stage.COMPUTED, Set.of(Step.FINANCE), List.of()),

    /** A second person of the finance office checks (审核). */
    REVIEW(Set.of(Stage.COMPUTED), Stage.REVIEWED, Set.of(Step.FINANCE), List.of(DRAFT, COMPUTE)),

    /** The county decides (批准): the money is booked and the villages are told. */
    APPROVE(Set.of(Stage.REVIEWED), Stage.APPROVED, Set.of(Step.COUNTY), List.of(DRAFT, COMPUTE, REVIEW)),

    /** The approved shares are announced (公告公示). */
    PUBLISH(Set.of(Stage.APPROVED), Stage.PUBLISHED, Set.of(Step.FINANCE, Step.COUNTY), List.of()),

    /** Back to the draft for correction (退回); the shares are dropped, the signatures start anew. */
    RETURN(Set.of(Stage.COMPUTED, Stage.REVIEWED), Stage.DRAFT, Set.of(Step.FINANCE, Step.COUNTY), List.of()),

    /** The county takes an approved plan back (撤销): the booking is reversed and the villages are told. */
    WITHDRAW(Set.of(Stage.APPROVED, Stage.PUBLISHED), Stage.WITHDRAWN, Set.of(Step.COUNTY), List.of());

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";

    private final Set<Stage> from;
    private final Stage to;
    private final Set<String> takenBy;
    private final List<Step> mustDifferFrom;

    Step(Set<Stage> from, Stage to, Set<String> takenBy, List<Step> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<Stage> from() {
        return from;
    }

    @Override
    public Stage to() {
        return to;
    }

    /** Roles that may take it in a county, one of them. */
    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    /** The step for a division of this level: a city and a region decide by their own office. */
    public Move<Stage> at(Level level) {
        var office = takenBy.stream()
                .map(role -> role.equals(COUNTY) ? level.office() : role)
                .collect(Collectors.toUnmodifiableSet());
        return new AtLevel(name(), from, to, office, mustDifferFrom);
    }

    private record AtLevel(String name, Set<Stage> from, Stage to, Set<String> takenBy, List<Step> mustDifferFrom)
            implements Move<Stage> {}

    /** Steps that, since the last return, another person must have taken. */
    @Override
    public List<Step> mustDifferFrom() {
        return mustDifferFrom;
    }
}
