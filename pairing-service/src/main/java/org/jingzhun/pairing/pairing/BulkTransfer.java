package org.jingzhun.pairing.pairing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.procedure.StepRefusals;
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
     * @param code of the problem that the single step would be; null if it was done, likewise the texts
     * @param refusal why it was not done and what to do, in English
     * @param refusalChinese the same in Chinese
     */
    public record Result(
            UUID pairingId,
            UUID helperId,
            @Nullable String code,
            @Nullable String refusal,
            @Nullable String refusalChinese) {

        static Result of(Transfer transfer, @Nullable Problem problem) {
            return problem == null
                    ? new Result(transfer.pairingId(), transfer.helperId(), null, null, null)
                    : new Result(
                            transfer.pairingId(),
                            transfer.helperId(),
                            problem.code(),
                            Problems.detail(problem, Locale.ENGLISH),
                            Problems.detail(problem, Locale.SIMPLIFIED_CHINESE));
        }
    }

    /** What became of all, in the order of the request. */
    public record Done(int transferred, int refused, List<Result> results) {}

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * @return id of the job
     * @throws PairingRefusal.Repeated if a pairing stands twice among the transfers
     */
    @Transactional
    public UUID order(Order order) {
        requireEachOnce(order.transfers());
        return jobs.submit(KIND, order);
    }

    private static void requireEachOnce(List<Transfer> transfers) {
        Map<UUID, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < transfers.size(); row++) {
            rows.computeIfAbsent(transfers.get(row).pairingId(), _ -> new ArrayList<>())
                    .add(row);
        }
        rows.forEach((pairing, its) -> {
            if (its.size() > 1) {
                throw new PairingRefusal.Repeated(pairing, its);
            }
        });
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
        int refused =
                (int) results.stream().filter(result -> result.code() != null).count();
        return new Done(results.size() - refused, refused, List.copyOf(results));
    }

    private Result transfer(Transfer transfer, String reason) {
        return Result.of(
                transfer,
                QuarkusTransaction.requiringNew().call(() -> isDone(transfer)) ? null : attempt(transfer, reason));
    }

    private @Nullable Problem attempt(Transfer transfer, String reason) {
        try {
            Optional<Pairing> next =
                    rematching.take(transfer.pairingId(), PairingStep.TRANSFER, transfer.helperId(), reason);
            return next.isPresent() ? null : Problem.of(404, "not-found");
        } catch (PairingRefusal refused) {
            return PairingRefusals.of(refused);
        } catch (StepRefusal refused) {
            return StepRefusals.of(refused);
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
