package org.jingzhun.pairing.planning;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.pairing.matching.Certificate;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jingzhun.pairing.policy.HamletRuleKey;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** Makes pairing plans, proves them, and takes their steps. */
@ApplicationScoped
public class Planning {

    private static final long COUNTY_UNIT = 1_000_000;

    private final PairingPlans plans;
    private final PlanRows rows;
    private final PlanWriting writing;
    private final Activation activation;
    private final Policies policies;
    private final Signatures signatures;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Planning(
            PairingPlans plans,
            PlanRows rows,
            PlanWriting writing,
            Activation activation,
            Policies policies,
            Signatures signatures,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.writing = writing;
        this.activation = activation;
        this.policies = policies;
        this.signatures = signatures;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** The weights that hold today, for a plan that changes only some of them. */
    public Weights weightsOfToday() {
        return weights(policies.weights.on(Clocks.today(clock)));
    }

    /**
     * Orders the computation of a plan.
     *
     * @param division county, city or region; 2, 4, 6 or 12 digits
     * @param own weights of this plan alone; null for those of the policy
     * @param mostMoves households that may get another helper; null without a limit
     * @param oneOrAdjacentHamlets whether the households of a helper must lie so; null for what the policy says
     * @return id of the plan and of the job that computes it
     * @throws PlanRefusal if the place is none of these in the caller's area
     */
    @Transactional
    public UUID order(
            String division,
            @Nullable Weights own,
            boolean includeExited,
            @Nullable Integer mostMoves,
            @Nullable Boolean oneOrAdjacentHamlets) {
        Area place = Area.ofPrefix(division);
        Caller author = caller.get();
        if (place.from() % COUNTY_UNIT != 0 || !author.area().covers(place)) {
            throw new PlanRefusal.NoCounty(division);
        }
        PolicyVersion weights = policies.weights.on(Clocks.today(clock));
        PolicyVersion hamlets = policies.hamletRule.on(Clocks.today(clock));
        Terms terms = new Terms(
                policies.rankQuotas.on(Clocks.today(clock)).version(),
                own == null ? weights.version() : null,
                own == null ? weights(weights) : own,
                includeExited,
                mostMoves,
                oneOrAdjacentHamlets == null ? hamlets.version() : null,
                oneOrAdjacentHamlets == null ? hamlets.get(HamletRuleKey.ONE_OR_ADJACENT) > 0 : oneOrAdjacentHamlets);
        PairingPlan plan = new PairingPlan(UuidCreator.getTimeOrderedEpoch(), place.from(), terms, clock.instant());
        Signature ordered = Signing.sign(Step.PLAN, null, Officer.of(author), List.of(), "", clock.instant());
        plans.persistAndFlush(plan);
        signatures.add(plan.id(), plan.division(), ordered);
        audit.record(
                AuditEntry.of("pairing-plan-ordered", "pairing-plan", plan.id()).in(plan.division()));
        return jobs.submit(plan.id(), PlanningJob.KIND, new PlanningJob.Order(plan.id()), null);
    }

    /** What versions of before weigh as load is what the share of the rank's quota is now. */
    private static Weights weights(PolicyVersion version) {
        OptionalInt rankQuota = version.find(Term.RANK_QUOTA.name());
        return new Weights(
                version.get(Term.UNIT_VILLAGE),
                version.get(Term.HOME_VILLAGE),
                version.get(Term.SKILL),
                version.get(Term.LANGUAGE),
                version.get(Term.STANDING),
                rankQuota.isEmpty() ? 0 : version.get(Term.LOAD),
                version.get(Term.DISTANCE),
                rankQuota.orElseGet(() -> version.get(Term.LOAD)));
    }

    /**
     * Takes a step of a plan; an activation does all that follows from it.
     *
     * @return empty if there is no such plan in the caller's area
     * @throws PlanRefusal if the step is refused
     */
    @Transactional
    public Optional<PairingPlan> take(UUID id, Step step, String remark) {
        PairingPlan plan = plans.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (plan == null) {
            return Optional.empty();
        }
        Signature signed = plan.take(step, Officer.of(caller.get()), signatures.list(id), remark, clock.instant());
        signatures.add(id, plan.division(), signed);
        if (step == Step.ACTIVATE) {
            plans.flush();
            Activation.Done done =
                    activation.activate(id, Clocks.today(clock), policies.rankQuotas.on(Clocks.today(clock)));
            plan.activated(done.begun(), done.moved());
        }
        if (step == Step.DISCARD && plan.figures() == null) {
            writing.delete(id);
        }
        plans.flush();
        audit.record(AuditEntry.of("pairing-plan-step", "pairing-plan", id)
                .in(plan.division())
                .because(remark)
                .with("step", step.name()));
        return Optional.of(plan);
    }

    /** The signatures under the steps of a plan. */
    @Transactional
    public List<Signature> signatures(UUID id) {
        return signatures.list(id);
    }

    /** Proves a plan anew from what is stored of it; empty if there is none, or nothing is computed yet. */
    @Transactional
    public Optional<Certificate> prove(UUID id) {
        return plans.findByIdOptional(id)
                .flatMap(plan -> Optional.ofNullable(plan.figures()).map(figures -> {
                    PlanRows.Solved solved = rows.read(id, plan.terms(), figures.cost());
                    return Certificate.check(solved.problem(), solved.result());
                }));
    }
}
