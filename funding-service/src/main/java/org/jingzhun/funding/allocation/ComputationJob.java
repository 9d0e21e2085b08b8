package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.procedure.StepRefusals;

/** Computes an allocation plan in the background: in one transaction, so that it is computed once or not at all. */
@ApplicationScoped
class ComputationJob implements JobKind {

    static final String KIND = "allocation-computation";

    private final Allocating allocating;

    ComputationJob(Allocating allocating) {
        this.allocating = allocating;
    }

    record Order(UUID planId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        var before = run.checkpoint(Allocating.Computed.class);
        if (before.isPresent()) {
            return Outcome.succeeded(before.get());
        }
        var order = run.input(Order.class);
        try {
            var progress = run.inChunk(connection -> new Progress(allocating.compute(order.planId()), 1));
            return Outcome.succeeded(progress.checkpoint());
        } catch (StepRefusal refusal) {
            return Outcome.failed(StepRefusals.of(refusal));
        } catch (AllocationRefusal refusal) {
            return Outcome.failed(AllocationProblems.of(refusal));
        }
    }
}
