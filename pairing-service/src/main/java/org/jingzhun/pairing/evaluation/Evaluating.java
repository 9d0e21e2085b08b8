package org.jingzhun.pairing.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.Policy;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.EvaluationPublished;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;

/** Orders, confirms and explains evaluations. */
@ApplicationScoped
public class Evaluating {

    private final Evaluations evaluations;
    private final Signatory signatory;
    private final Policies policies;
    private final Jobs jobs;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Clock clock;

    Evaluating(
            Evaluations evaluations,
            Signatory signatory,
            Policies policies,
            Jobs jobs,
            Announcing announcing,
            CurrentCaller caller,
            Clock clock) {
        this.evaluations = evaluations;
        this.signatory = signatory;
        this.policies = policies;
        this.jobs = jobs;
        this.announcing = announcing;
        this.caller = caller;
        this.clock = clock;
    }

    /** An evaluation with its steps. */
    public record Handled(Evaluation evaluation, List<Signature> steps) {}

    /**
     * Orders an evaluation.
     *
     * @return id of the evaluation and of its job
     * @throws EvaluationRefusal if the division is not the caller's, no month is over, or the year is confirmed
     */
    @Transactional
    public UUID order(int year, long division, SubjectKind kind) {
        if (!caller.get().area().covers(Area.ofPrefix(Long.toString(division)))) {
            throw new EvaluationRefusal.ForeignDivision(division);
        }
        var yesterday = Clocks.today(clock).minusDays(1);
        var last = LocalDate.of(year, 12, 31);
        var countedTo = yesterday.isBefore(last) ? yesterday : last;
        if (countedTo.isBefore(LocalDate.of(year, 1, 31))) {
            throw new EvaluationRefusal.NothingOver(year);
        }
        requireOpen(year, division, kind);
        var evaluation = new Evaluation(
                UuidCreator.getTimeOrderedEpoch(),
                year,
                division,
                kind,
                criteria(kind).on(countedTo).version(),
                policies.evaluationGrades.on(countedTo).version(),
                policies.evaluationVetoes.on(countedTo).version(),
                policies.duty.on(countedTo).version(),
                countedTo,
                EvaluationStage.COMPUTING,
                0,
                0);
        evaluations.add(evaluation);
        signatory.sign(named(evaluation), EvaluationStep.ORDER, null, "");
        return jobs.submit(evaluation.id(), EvaluationJob.KIND, new EvaluationJob.Order(evaluation.id()), null);
    }

    private void requireOpen(int year, long division, SubjectKind kind) {
        evaluations.confirmed(year, division, kind).ifPresent(standing -> {
            throw new EvaluationRefusal.Confirmed(standing.id());
        });
    }

    /** @throws EvaluationRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        var evaluation = evaluations.find(id).orElseThrow(() -> new EvaluationRefusal.Unknown(id));
        return new Handled(evaluation, signatory.list(id));
    }

    /** The result of one subject. */
    @Transactional
    public Evaluation.Result result(UUID id, String subject) {
        return evaluations
                .result(id, points(get(id).evaluation()), subject)
                .orElseThrow(() -> new EvaluationRefusal.Unknown(id));
    }

    /** The points of the criteria by which an evaluation was made. */
    public PolicyVersion points(Evaluation evaluation) {
        return criteria(evaluation.subjectKind()).version(evaluation.criteria());
    }

    /**
     * Takes a step.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws EvaluationRefusal.Confirmed if the year's grades stand
     */
    @Transactional
    public Handled take(UUID id, EvaluationStep step, String remark) {
        var evaluation = evaluations.lock(id).orElseThrow(() -> new EvaluationRefusal.Unknown(id));
        signatory.sign(named(evaluation), step, evaluation.stage(), remark);
        if (step == EvaluationStep.CONFIRM) {
            requireOpen(evaluation.year(), evaluation.division(), evaluation.subjectKind());
        }
        evaluations.move(id, step.to());
        var handled = get(id);
        if (step == EvaluationStep.CONFIRM) {
            announcing.tell(told(handled.evaluation()));
        }
        return handled;
    }

    private static EvaluationPublished told(Evaluation evaluation) {
        return new EvaluationPublished(
                Announcement.Type.EVALUATION_PUBLISHED,
                evaluation.id(),
                evaluation.year(),
                Divisions.text(evaluation.division()),
                evaluation.subjectKind().name(),
                evaluation.criteria(),
                evaluation.grades(),
                evaluation.vetoes(),
                evaluation.duty(),
                evaluation.countedTo(),
                evaluation.results(),
                evaluation.revision());
    }

    /** The job's own step, in the transaction of its last chunk. */
    @Transactional(Transactional.TxType.MANDATORY)
    void propose(Evaluation evaluation) {
        var job = new Officer("system:evaluation", "evaluation", Set.of(EvaluationStep.JOB));
        signatory.sign(named(evaluation), EvaluationStep.PROPOSE, evaluation.stage(), job, "");
        evaluations.move(evaluation.id(), EvaluationStep.PROPOSE.to());
    }

    private static Case named(Evaluation evaluation) {
        return Case.of("evaluation", evaluation.id(), evaluation.division());
    }

    Policy criteria(SubjectKind kind) {
        return switch (kind) {
            case COUNTY -> policies.evaluationCounty;
            case UNIT -> policies.evaluationUnit;
            case HELPER -> policies.evaluationHelper;
            case TEAM -> policies.evaluationTeam;
        };
    }
}
