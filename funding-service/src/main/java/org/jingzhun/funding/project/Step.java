package org.jingzhun.funding.project;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/**
 * The steps of a project (项目程序): from where to where, who may take each, whose signature its taker must not have given, and
 * what must have been done before. The table is the whole procedure; there is no other way from stage to stage.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum Step implements Move<Stage> {

    /** A village, township or department asks for it (申报). */
    PROPOSE(Set.of(), Stage.PROPOSED, Set.of(Step.VILLAGE, Step.TOWNSHIP, Step.COUNTY), List.of(), List.of()),

    /** It is announced before it enters (事前公示). */
    NOTICE_BEFORE(Set.of(Stage.PROPOSED), Stage.PROPOSED, Set.of(Step.TOWNSHIP, Step.COUNTY), List.of(), List.of()),

    /** The county takes it into the library (入库). */
    ENTER(Set.of(Stage.PROPOSED), Stage.IN_LIBRARY, Set.of(Step.COUNTY), List.of(PROPOSE), List.of(NOTICE_BEFORE)),

    /** The county does not. */
    REJECT(Set.of(Stage.PROPOSED), Stage.REJECTED, Set.of(Step.COUNTY), List.of(), List.of()),

    /** Money is set aside for it (安排资金), once or several times. */
    FUND(Set.of(Stage.IN_LIBRARY, Stage.FUNDED), Stage.FUNDED, Set.of(Step.FINANCE), List.of(ENTER), List.of()),

    /** A builder begins (开工). */
    START(Set.of(Stage.FUNDED), Stage.UNDER_WAY, Set.of(Step.TOWNSHIP, Step.COUNTY), List.of(), List.of()),

    /** How much of it is done, in percent (进度). */
    PROGRESS(Set.of(Stage.UNDER_WAY), Stage.UNDER_WAY, Set.of(Step.VILLAGE, Step.TOWNSHIP), List.of(), List.of()),

    /** People who neither began it nor reported on it find it finished (验收). */
    ACCEPT(
            Set.of(Stage.UNDER_WAY),
            Stage.ACCEPTED,
            Set.of(Step.COUNTY, Step.SUPERVISOR),
            List.of(START, PROGRESS),
            List.of()),

    /** What became of it is announced (事后公告). */
    NOTICE_AFTER(Set.of(Stage.ACCEPTED), Stage.ACCEPTED, Set.of(Step.TOWNSHIP, Step.COUNTY), List.of(), List.of()),

    /** It is handed over to those who use it. */
    OPERATE(
            Set.of(Stage.ACCEPTED),
            Stage.IN_OPERATION,
            Set.of(Step.VILLAGE, Step.TOWNSHIP, Step.COUNTY),
            List.of(),
            List.of(NOTICE_AFTER)),

    /** It is given up (终止): what is left of its money goes back. */
    ABANDON(
            Set.of(Stage.IN_LIBRARY, Stage.FUNDED, Stage.UNDER_WAY),
            Stage.ABANDONED,
            Set.of(Step.COUNTY),
            List.of(),
            List.of());

    private static final String VILLAGE = "village-officer";
    private static final String TOWNSHIP = "township-officer";
    private static final String COUNTY = "county-officer";
    private static final String FINANCE = "finance-officer";
    private static final String SUPERVISOR = "supervisor";

    private final Set<Stage> from;
    private final Stage to;
    private final Set<String> takenBy;
    private final List<Step> mustDifferFrom;
    private final List<Step> after;

    Step(Set<Stage> from, Stage to, Set<String> takenBy, List<Step> mustDifferFrom, List<Step> after) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
        this.after = after;
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

    /** Steps that must have been taken, by anybody. */
    public List<Step> after() {
        return after;
    }
}
