package org.jingzhun.chassis.job;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** Takes orders for long work and tells how it stands. */
@ApplicationScoped
public class Jobs {

    private final JobRows rows;
    private final JobSignal signal;
    private final JobSettings settings;
    private final CurrentCaller caller;
    private final Instance<JobKind> kinds;
    private final TransactionSynchronizationRegistry transactions;

    Jobs(
            JobRows rows,
            JobSignal signal,
            JobSettings settings,
            CurrentCaller caller,
            Instance<JobKind> kinds,
            TransactionSynchronizationRegistry transactions) {
        this.rows = rows;
        this.signal = signal;
        this.settings = settings;
        this.caller = caller;
        this.kinds = kinds;
        this.transactions = transactions;
    }

    /**
     * Queues work in the current transaction: the job exists if and only if that transaction commits.
     *
     * @param kind of a {@link JobKind} bean
     * @param input becomes JSON; never carries personal data
     * @return the job's id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID submit(String kind, Object input) {
        return submit(UuidCreator.getTimeOrderedEpoch(), kind, input, null);
    }

    /**
     * The same with an id chosen by the caller and a known amount of work.
     *
     * @param id UUIDv7
     * @param total units of work, {@code null} when unknown
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID submit(UUID id, String kind, Object input, @Nullable Long total) {
        if (kinds.stream().noneMatch(known -> known.kind().equals(kind))) {
            throw new IllegalArgumentException("No JobKind bean answers to the kind (" + kind + ")");
        }
        requireRoom();
        rows.insert(id, kind, input, caller.get(), total);
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
        return id;
    }

    /**
     * Refuses a caller that has queued enough; what the service does by itself is never refused.
     *
     * @throws org.jingzhun.chassis.http.ProblemException 429 {@code jobs-at-most}
     */
    @Transactional
    public void requireRoom() {
        Caller asking = caller.get();
        if (!asking.has("internal") && rows.countUnfinished(asking.subject()) >= settings.unfinishedAtMost()) {
            throw Problem.of(429, "jobs-at-most", settings.unfinishedAtMost()).asException();
        }
    }

    /** 202 with {@code Location} of the job and the job itself. */
    @Transactional
    public Response accepted(UUID id) {
        Job job = rows.find(id).orElseThrow();
        return Response.accepted(JobView.ofNew(job))
                .header(HttpHeaders.LOCATION, "/v1/jobs/" + id)
                .build();
    }

    /** Empty also when the current caller may not see it. */
    @Transactional
    public Optional<Job> find(UUID id) {
        return rows.find(id).filter(job -> mayDo(settings.readers(), job));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 {@code not-found} also when the caller may not see it */
    @Transactional
    public Job get(UUID id) {
        return find(id).orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /**
     * Asks a job to end; it does at its next checkpoint.
     *
     * @throws org.jingzhun.chassis.http.ProblemException 404, 403, or 409 {@code job-finished}
     */
    @Transactional
    public Job cancel(UUID id) {
        Job job = get(id);
        if (!mayDo(settings.cancellers(), job)) {
            throw Problem.of(403, "role-required").asException();
        }
        if (job.state() != JobState.CANCELLED && !rows.requestCancellation(id)) {
            throw Problem.of(409, "job-finished", job.state()).asException();
        }
        return get(id);
    }

    private boolean mayDo(Set<String> roles, Job job) {
        Caller asking = caller.get();
        return asking.subject().equals(job.caller().subject())
                || (asking.hasAny(roles) && asking.area().covers(job.caller().area()));
    }

    private final class WakeAfterCommit implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.wake();
            }
        }
    }
}
