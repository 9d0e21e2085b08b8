package org.jingzhun.pairing.planning;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/**
 * The steps of a pairing plan (结对方案程序): from where to where, who may take each, and whose signature its taker must
 * not have given before. The table is the whole procedure; there is no other way from stage to stage.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are made by Set.of
public enum Step implements Move<Stage> {

    /** Orders the computation (编制). Taken once, when the plan comes into being. */
    PLAN(Set.of(), Stage.COMPUTING, Offices.PLANNING, List.of(), "编制方案", "Plan"),

    /** The job lays its result before the county (提出). */
    PROPOSE(Set.of(Stage.COMPUTING), Stage.PROPOSED, Set.of(Step.JOB), List.of(), "提出方案", "Propose"),

    /** A second person decides (审批). */
    APPROVE(Set.of(Stage.PROPOSED), Stage.APPROVED, Offices.PLANNING, List.of(PLAN), "审批", "Approve"),

    /** The pairs become pairings, all at once (生效). */
    ACTIVATE(Set.of(Stage.APPROVED), Stage.ACTIVATED, Offices.PLANNING, List.of(), "生效", "Activate"),

    /** Gives it up (作废). */
    DISCARD(
            Set.of(Stage.COMPUTING, Stage.PROPOSED, Stage.APPROVED),
            Stage.DISCARDED,
            Offices.PLANNING,
            List.of(),
            "作废",
            "Discard");

    /** Who takes the steps of the computation: no role that a token could carry. */
    static final String JOB = "job";

    private final Set<Stage> from;
    private final Stage to;
    private final Set<String> takenBy;
    private final List<Step> mustDifferFrom;
    private final String chinese;
    private final String english;

    Step(Set<Stage> from, Stage to, Set<String> takenBy, List<Step> mustDifferFrom, String chinese, String english) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
        this.chinese = chinese;
        this.english = english;
    }

    /** Stages in which it may be taken. */
    @Override
    public Set<Stage> from() {
        return from;
    }

    @Override
    public Stage to() {
        return to;
    }

    /** Roles that may take it, one of them; {@value #JOB} for a step of the service itself. */
    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    /** Steps that another person must have taken. */
    @Override
    public List<Step> mustDifferFrom() {
        return mustDifferFrom;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
