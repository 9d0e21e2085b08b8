package org.jingzhun.funding.performance;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/**
 * The steps of a performance evaluation (绩效评价程序): from where to where, who may take each, and whose signature a step's
 * taker must not have given before.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum Step implements Move<Stage> {

    /** An officer gives marks with evidence (打分). */
    MARK(Set.of(Stage.DRAFT), Stage.DRAFT, Set.of(Step.FINANCE, Step.COUNTY, Step.CITY, Step.REGION), List.of()),

    /** A second person checks them (复核). */
    CONFIRM(
            Set.of(Stage.DRAFT),
            Stage.CONFIRMED,
            Set.of(Step.FINANCE, Step.COUNTY, Step.CITY, Step.REGION),
            List.of(MARK)),

    /** Back for correction (退回). */
    RETURN(Set.of(Stage.CONFIRMED), Stage.DRAFT, Set.of(Step.FINANCE, Step.COUNTY, Step.CITY, Step.REGION), List.of()),

    /** The grade is announced (公布). */
    PUBLISH(
            Set.of(Stage.CONFIRMED),
            Stage.PUBLISHED,
            Set.of(Step.COUNTY, Step.CITY, Step.REGION),
            List.of(MARK, CONFIRM)),

    /** An announced grade is taken back (撤销); another evaluation may take its place. */
    WITHDRAW(Set.of(Stage.PUBLISHED), Stage.WITHDRAWN, Set.of(Step.COUNTY, Step.CITY, Step.REGION), List.of());

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";
    private static final String CITY = "city-officer";
    private static final String REGION = "region-officer";

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

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<Step> mustDifferFrom() {
        return mustDifferFrom;
    }
}
