package org.jingzhun.pairing.pairing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Transfers many households at once (批量调整). Each transfer stands by itself and keeps all rules of a single one; those
 * that are refused are named with the reason, the others are done.
 */
@ApplicationScoped
public class BulkTransfer implements JobKind {

    /** Transfers of one order at most. */
    public static final int MOST = 1_000;

    private static final String KIND = "pairing-transfer";
    private static final int CHUNK = 50;

    private final Rematching rematching;
    private final Pairings pairings;
    private final Jobs jobs;

    BulkTransfer(Rematching rematching, Pairings pairings, Jobs jobs) {
        this.rematching = rematching;
        this.pairings = pairings;
        this.jobs = jobs;
    }

    /** One household to transfer. */
    public record Transfer(UUID pairingId, UUID helperId) {}

    /** All that is to be done. */
    public record Order(List<Transfer> transfers, String reason) {

        public Order {
            transfers = List.copyOf(transfers);
        }
    }

    /**
     * What became of one.
     *
     * @param refusal why it was not done, as the single step would say; null if it was
     */
    public record Result(
            UUID pairingId, UUID helperId, @Nullable String refusal) {}

    /** What became of all, in the order of the request. */
    public record Done(int transferred, int refused, List<Result> results) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** @return id of the job */
    @Transactional
    public UUID order(Order order) {
        return jobs.submit(KIND, order);
    }

    @Override
    public Outcome run(JobRun run) {
        Order order = run.input(Order.class);
        run.total(order.transfers().size());
        List<Result> results =
                new ArrayList<>(run.checkpoint(Done.class).map(Done::results).orElse(List.of()));
        while (results.size() < order.transfers().size()) {
            List<Transfer> chunk = order.transfers()
                    .subList(
                            results.size(),
                            Math.min(results.size() + CHUNK, order.transfers().size()));
            chunk.forEach(transfer -> results.add(transfer(transfer, order.reason())));
            run.inChunk(_ -> new Progress(done(results), results.size()));
        }
        return Outcome.succeeded(done(results));
    }

    private static Done done(List<Result> results) {
        int refused = (int)
                results.stream().filter(result -> result.refusal() != null).count();
        return new Done(results.size() - refused, refused, List.copyOf(results));
    }

    private Result transfer(Transfer transfer, String reason) {
        String refusal =
                QuarkusTransaction.requiringNew().call(() -> isDone(transfer)) ? null : attempt(transfer, reason);
        return new Result(transfer.pairingId(), transfer.helperId(), refusal);
    }

    private @Nullable String attempt(Transfer transfer, String reason) {
        try {
            Optional<Pairing> next =
                    rematching.take(transfer.pairingId(), PairingStep.TRANSFER, transfer.helperId(), reason);
            return next.isPresent() ? null : "not-found";
        } catch (PairingRefusal refused) {
            return refused.getMessage();
        } catch (StepRefusal refused) {
            return refused.getMessage();
        }
    }

    /** A job that was broken off may have done it before. */
    private boolean isDone(Transfer transfer) {
        Pairing pairing = pairings.findById(transfer.pairingId());
        return pairing != null
                && pairing.endedBy() == PairingStep.TRANSFER
                && pairings.isActive(pairing.householdId(), transfer.helperId());
    }
}
