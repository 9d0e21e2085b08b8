package org.jingzhun.pairing.planning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.pairing.matching.Certificate;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.pairing.matching.PairingResult;
import org.jingzhun.pairing.pairing.matching.Replanning;
import org.jingzhun.pairing.policy.HamletRuleKey;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * Computes a plan. Its rows are written while its proof is checked, in transactions of their own; its figures follow in one
 * transaction with the job's checkpoint. Nobody sees rows of a plan without figures, so nobody sees a plan that is not proven,
 * and a computation which is broken off and begun again leaves nothing twice.
 */
@ApplicationScoped
class PlanningJob implements JobKind {

    static final String KIND = "pairing-plan";

    /** A region has two million rows. */
    static final int MOST_SECONDS = 900;

    private final PairingPlans plans;
    private final ProblemReader problems;
    private final PlanWriting writing;
    private final Policies policies;
    private final Signatures signatures;
    private final Clock clock;

    PlanningJob(
            PairingPlans plans,
            ProblemReader problems,
            PlanWriting writing,
            Policies policies,
            Signatures signatures,
            Clock clock) {
        this.plans = plans;
        this.problems = problems;
        this.writing = writing;
        this.policies = policies;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** The job's input: the plan, whose id is the job's too. */
    record Order(UUID planId) {}

    /** What was ordered, as it stands now. */
    private record Ordered(PairingProblem problem, @Nullable Integer mostMoves) {}

    /** The job's result. */
    record Computed(UUID planId, Stage stage, Figures figures) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        UUID id = run.input(Order.class).planId();
        if (run.checkpoint(Computed.class).isPresent()) {
            return Outcome.succeeded(run.checkpoint(Computed.class).orElseThrow());
        }
        Ordered ordered = inTransaction().call(() -> read(run.caller(), id));
        run.total(ordered.problem().households().size());
        Integer limit = ordered.mostMoves();
        Replanning.Replan replan = Replanning.solve(ordered.problem(), limit == null ? Integer.MAX_VALUE : limit);
        return Outcome.succeeded(write(run, id, replan).checkpoint());
    }

    /** Its proof is checked while its rows are written; both must have come to an end before it gets its figures. */
    private Progress write(JobRun run, UUID id, Replanning.Replan replan) {
        PairingProblem problem = replan.problem();
        PairingResult result = replan.result();
        PlanWriting.Turn turn = inTransaction().call(() -> writing.begin(id));
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var checking = CompletableFuture.supplyAsync(() -> Certificate.check(problem, result));
            List<CompletableFuture<Void>> written = new ArrayList<>();
            Consumer<Runnable> write = rows -> written.add(CompletableFuture.runAsync(
                    () -> CallerScope.run(run.caller(), () -> inTransaction().run(rows)), beside));
            write.accept(() -> writing.helpers(turn, problem, result));
            PlanWriting.parts(problem, result)
                    .forEach(part -> write.accept(() -> writing.households(turn, part, result)));
            Certificate certificate = checking.join();
            requireProof(id, problem, certificate);
            written.forEach(CompletableFuture::join);
            return run.inChunk(_ -> propose(run, turn, replan, figures(replan, certificate)));
        } catch (RuntimeException failure) {
            undo(turn, failure);
            throw failure;
        }
    }

    /** Unless it was discarded meanwhile. */
    private Progress propose(JobRun run, PlanWriting.Turn turn, Replanning.Replan replan, Figures figures) {
        UUID id = turn.plan();
        PairingPlan plan = Objects.requireNonNull(plans.findById(id, LockModeType.PESSIMISTIC_WRITE));
        if (plan.revision() == turn.number()) {
            int standing = replan.problem().weights().standing();
            signatures.add(id, plan.division(), plan.propose(figures, standing, run.caller(), clock.instant()));
            plans.flush();
        }
        return new Progress(new Computed(id, plan.stage(), figures), figures.households());
    }

    /** Nobody sees what was written even if this fails, too. */
    private void undo(PlanWriting.Turn turn, RuntimeException failure) {
        try {
            inTransaction().run(() -> writing.undo(turn));
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private static TransactionRunnerOptions inTransaction() {
        return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS);
    }

    /** Under the rule of hamlets a plan may cost more than its bound, by what is told; without it never. */
    private static void requireProof(UUID id, PairingProblem problem, Certificate certificate) {
        boolean holds = problem.rule() == null
                ? certificate.proven()
                : certificate.faults().isEmpty() && certificate.lowerBound() <= certificate.cost();
        if (!holds) {
            throw new IllegalStateException(
                    "Plan " + id + " must be proven optimal, but its check says " + certificate);
        }
    }

    private Ordered read(Caller caller, UUID id) {
        PairingPlan plan = Objects.requireNonNull(plans.findById(id));
        PolicyVersion quotas = policies.rankQuotas.versions().stream()
                .filter(version -> version.version().equals(plan.terms().rankQuotas()))
                .findFirst()
                .orElseGet(() -> policies.rankQuotas.on(LocalDate.ofInstant(plan.createdAt(), Clocks.SHANGHAI)));
        PairingProblem problem = problems.read(
                caller,
                Area.ofPrefix(String.valueOf(plan.division())),
                plan.terms(),
                quotas,
                adjacentMetres(plan),
                LocalDate.ofInstant(plan.createdAt(), Clocks.SHANGHAI));
        return new Ordered(problem, plan.terms().mostMoves());
    }

    private int adjacentMetres(PairingPlan plan) {
        return policies.hamletRule
                .on(LocalDate.ofInstant(plan.createdAt(), Clocks.SHANGHAI))
                .get(HamletRuleKey.ADJACENT_METRES);
    }

    private static Figures figures(Replanning.Replan replan, Certificate certificate) {
        PairingProblem problem = replan.problem();
        return new Figures(
                problem.households().size(),
                problem.helpers().size(),
                problem.helpers().stream().mapToInt(HelperToPair::quota).sum(),
                replan.result().pairs().size(),
                replan.result().unpaired().size(),
                certificate.cost(),
                certificate.lowerBound(),
                replan.moves(),
                replan.freeMoves(),
                replan.price(),
                replan.result().solverBound());
    }
}
