package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.procedure.StepRefusals;
import org.jingzhun.funding.ledger.LedgerRefusal;

/** Prepares a batch of payments in the background: in one transaction, so that it is prepared once or not at all. */
@ApplicationScoped
class BatchJob implements JobKind {

    static final String KIND = "payment-batch";

    private final Batching batching;

    BatchJob(Batching batching) {
        this.batching = batching;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        var before = run.checkpoint(Batching.Prepared.class);
        if (before.isPresent()) {
            return Outcome.succeeded(before.get());
        }
        var order = run.input(Batching.Order.class);
        try {
            var progress = run.inChunk(connection -> new Progress(batching.prepare(order), 1));
            return Outcome.succeeded(progress.checkpoint());
        } catch (StepRefusal refusal) {
            return Outcome.failed(bare(StepRefusals.of(refusal)));
        } catch (DisbursementRefusal refusal) {
            return Outcome.failed(bare(DisbursementProblems.of(refusal)));
        } catch (LedgerRefusal.Overdrawn overdrawn) {
            return Outcome.failed(Problem.of(409, "account-overdrawn", overdrawn.available(), overdrawn.asked()));
        }
    }

    /** A job's problem says everything in its text and has no members of its own. */
    private static Problem bare(Problem problem) {
        return new Problem(problem.status(), problem.code(), problem.args(), problem.errors(), Map.of());
    }
}
