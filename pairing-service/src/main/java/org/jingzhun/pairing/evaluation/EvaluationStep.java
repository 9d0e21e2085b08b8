package org.jingzhun.pairing.evaluation;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of an evaluation (考核程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum EvaluationStep implements Move<EvaluationStage> {

    /** Ordered; a job counts (组织考核). */
    ORDER(Set.of(), EvaluationStage.COMPUTING, true, List.of()),

    /** The job has counted. */
    PROPOSE(Set.of(EvaluationStage.COMPUTING), EvaluationStage.PROPOSED, false, List.of()),

    /** Another person confirms the grades (审定). */
    CONFIRM(Set.of(EvaluationStage.PROPOSED), EvaluationStage.CONFIRMED, true, List.of(ORDER)),

    /** (作废) */
    DISCARD(Set.of(EvaluationStage.PROPOSED), EvaluationStage.DISCARDED, true, List.of());

    /** The role of the job; no token carries it. */
    static final String JOB = "job";

    private final Set<EvaluationStage> from;
    private final EvaluationStage to;
    private final boolean byOfficers;
    private final List<EvaluationStep> mustDifferFrom;

    EvaluationStep(
            Set<EvaluationStage> from, EvaluationStage to, boolean byOfficers, List<EvaluationStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.byOfficers = byOfficers;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<EvaluationStage> from() {
        return from;
    }

    @Override
    public EvaluationStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return byOfficers ? Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER) : Set.of(JOB);
    }

    @Override
    public List<EvaluationStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
