package org.jingzhun.chassis.job;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Works on jobs: a few threads that claim, run and end them, and one that renews the leases. Virtual ones they are not: a job
 * that reckons for minutes would keep a processor from all requests, two of them all processors.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final JobLeases leases;
    private final JobRows rows;
    private final JobSignal signal;
    private final JobSettings settings;
    private final Instance<JobKind> kinds;
    private final AgroalDataSource database;
    private final MeterRegistry metrics;

    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Thread renewer;
    private volatile boolean stopping;

    JobRunner(
            JobLeases leases,
            JobRows rows,
            JobSignal signal,
            JobSettings settings,
            Instance<JobKind> kinds,
            AgroalDataSource database,
            MeterRegistry metrics) {
        this.leases = leases;
        this.rows = rows;
        this.signal = signal;
        this.settings = settings;
        this.kinds = kinds;
        this.database = database;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        for (int worker = 0; worker < settings.workers(); worker++) {
            threads.add(Thread.ofPlatform().daemon().name("job-" + worker).start(this::work));
        }
        if (settings.workers() > 0) {
            renewer = Thread.ofPlatform().daemon().name("job-leases").start(this::renewLeases);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            signal.wake();
            if (thread.join(STOP_PATIENCE)) {
                continue;
            }
            // Not before: an interrupt closes the connection that the thread waits for.
            thread.interrupt();
            if (!thread.join(STOP_PATIENCE)) {
                LOG.warnf("%s did not stop; its job is taken over when the lease ends", thread.getName());
            }
        }
        if (renewer != null) {
            renewer.interrupt();
        }
    }

    private void work() {
        while (!stopping) {
            try {
                var claimed = leases.claim(settings.lease());
                if (claimed.isPresent()) {
                    run(claimed.get());
                } else {
                    signal.await(settings.poll());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException unreachable) {
                // The database is away: the worker must outlive that.
                LOG.warnf(unreachable, "No job could be claimed or ended; trying again");
                pause();
            }
        }
    }

    private void renewLeases() {
        while (!stopping) {
            try {
                Thread.sleep(settings.lease().dividedBy(3));
                if (!held.isEmpty()) {
                    leases.renew(List.copyOf(held), settings.lease());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException unreachable) {
                LOG.warnf(unreachable, "The leases of jobs could not be renewed; trying again");
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.poll());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(JobLeases.Claimed claimed) {
        held.add(claimed.lease());
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            CallerScope.run(claimed.job().caller(), () -> attempt(claimed));
        } finally {
            request.terminate();
            held.remove(claimed.lease());
        }
    }

    private void attempt(JobLeases.Claimed claimed) {
        Job job = claimed.job();
        if (job.attempts() > settings.attempts()) {
            fail(claimed, Problem.of(500, "job-gave-up", settings.attempts()));
            return;
        }
        try {
            JobKind kind = kinds.stream()
                    .filter(known -> known.kind().equals(job.kind()))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.of(500, "job-kind-unknown", job.kind()).asException());
            switch (kind.run(new JobRun(claimed, leases, rows, database, () -> stopping))) {
                case Outcome.Succeeded(var result) -> end(claimed, JobState.SUCCEEDED, rows.text(result), null);
                case Outcome.Failed(var problem) -> fail(claimed, problem);
            }
        } catch (Exception failure) {
            // Whatever a kind of job throws, the job must end or be tried again, never hang.
            afterException(claimed, failure);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError failure) {
            afterException(claimed, new IllegalStateException(failure));
        }
    }

    private void afterException(JobLeases.Claimed claimed, Exception thrown) {
        Throwable failure =
                thrown instanceof QuarkusTransactionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        Job job = claimed.job();
        if (failure instanceof JobInterrupted interruption) {
            switch (interruption.reason()) {
                case CANCELLED -> end(claimed, JobState.CANCELLED, null, null);
                case STOPPING -> handOver(claimed);
                case LEASE_LOST -> LOG.warnf("Job %s (%s) was taken over by another process", job.id(), job.kind());
            }
        } else if (failure instanceof ProblemException refusal) {
            fail(claimed, refusal.problem());
        } else if (stopping || failure instanceof InterruptedException) {
            handOver(claimed);
        } else {
            Duration pause = settings.pause().multipliedBy(1L << Math.min(job.attempts(), 8));
            LOG.errorf(failure, "Job %s (%s), run %d, failed; trying again", job.id(), job.kind(), job.attempts());
            leases.retryAfter(claimed, pause);
        }
    }

    private void handOver(JobLeases.Claimed claimed) {
        boolean interrupted = Thread.interrupted();
        leases.handOver(claimed);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(JobLeases.Claimed claimed, Problem problem) {
        end(claimed, JobState.FAILED, null, rows.text(problem));
    }

    private void end(JobLeases.Claimed claimed, JobState state, @Nullable String result, @Nullable String problem) {
        Job job = claimed.job();
        if (leases.finish(claimed, state, result, problem)) {
            LOG.infof("Job %s (%s) %s", job.id(), job.kind(), state);
            metrics.counter("jingzhun.jobs.ended", "kind", job.kind(), "state", state.name())
                    .increment();
        } else {
            LOG.warnf("Job %s (%s) was taken over by another process before it ended", job.id(), job.kind());
        }
    }
}
