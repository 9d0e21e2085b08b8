package org.jingzhun.chassis.job;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jspecify.annotations.Nullable;

/** A job at work: its input, the place from where to go on, and the way to commit a chunk of work. */
public final class JobRun {

    private static final int CHUNK_SECONDS_AT_MOST = 900;

    /** Chunks that are under way on connections of their own. */
    private static final int AT_ONCE = 2;

    /** Should a chunk wait in a way that the one behind it does not notice, the database would not notice either. */
    private static final String PATIENCE = "set local lock_timeout = '30s'";

    private static final long REPORT_NANOS = Duration.ofMillis(250).toNanos();

    private final JobLeases.Claimed claimed;
    private final JobLeases leases;
    private final JobRows rows;
    private final AgroalDataSource database;
    private final BooleanSupplier stopping;

    private @Nullable String checkpoint;
    private long lastReport;

    JobRun(
            JobLeases.Claimed claimed,
            JobLeases leases,
            JobRows rows,
            AgroalDataSource database,
            BooleanSupplier stopping) {
        this.claimed = claimed;
        this.leases = leases;
        this.rows = rows;
        this.database = database;
        this.stopping = stopping;
        this.checkpoint = claimed.job().checkpoint();
        this.lastReport = System.nanoTime();
    }

    public UUID id() {
        return claimed.job().id();
    }

    /** Who asked; the run acts in this caller's name. */
    public Caller caller() {
        return claimed.job().caller();
    }

    /** What was submitted. */
    public <T> T input(Class<T> type) {
        return rows.value(claimed.job().input(), type);
    }

    /** What the last committed chunk left behind; empty when none was committed yet. */
    public <T> Optional<T> checkpoint(Class<T> type) {
        String last = checkpoint;
        return last == null ? Optional.empty() : Optional.of(rows.value(last, type));
    }

    /** Tells the client how many units of work there are. */
    public void total(long total) {
        heedStop();
        leases.report(claimed, claimed.job().done(), total);
    }

    /**
     * Tells the client how far a computation without chunks is; cheap enough for every step of it.
     *
     * @throws JobInterrupted when the run must end here
     */
    public void progress(long done) {
        heedStop();
        if (System.nanoTime() - lastReport >= REPORT_NANOS) {
            leases.report(claimed, done, null);
            lastReport = System.nanoTime();
        }
    }

    /**
     * Does a chunk of the work and commits its checkpoint in the same transaction: both stand or neither.
     *
     * @return what the chunk left behind
     * @throws JobInterrupted when the run must end here; the chunk is rolled back
     * @throws RuntimeException what the work threw, with a checked exception as its cause
     */
    public Progress inChunk(ChunkWork work) {
        heedStop();
        Progress progress = inTransaction(work);
        checkpoint = rows.text(progress.checkpoint());
        return progress;
    }

    private Progress inTransaction(ChunkWork work) {
        return QuarkusTransaction.requiringNew().timeout(CHUNK_SECONDS_AT_MOST).call(() -> {
            try (Connection connection = database.getConnection()) {
                Progress made = work.run(connection);
                leases.advance(connection, claimed, rows.text(made.checkpoint()), made.done());
                return made;
            }
        });
    }

    /**
     * Does chunks two at a time on two connections: while one is under way, the first part of the next is done, too. Their
     * second parts, checkpoints and commits follow each other in order, as if each had been done {@linkplain #inChunk
     * alone}. A chunk that keeps the one before it from a row gives way: it is rolled back, and done again behind it.
     *
     * @throws JobInterrupted when the run must end here; chunks that are not committed are rolled back
     * @throws RuntimeException what the first chunk that failed threw
     */
    public <T> void inOverlappingChunks(List<? extends OverlappingWork<T>> chunks) {
        Deque<ChunkUnderWay> underWay = new ArrayDeque<>();
        ChunkUnderWay before = ChunkUnderWay.ended();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (OverlappingWork<T> chunk : chunks) {
                if (underWay.size() == AT_ONCE) {
                    settle(underWay.removeFirst());
                }
                heedStop();
                var mine = new ChunkUnderWay(before);
                mine.began(threads.submit(() -> overlapping(chunk, mine)));
                underWay.addLast(mine);
                before = mine;
            }
            while (!underWay.isEmpty()) {
                settle(underWay.removeFirst());
            }
        }
    }

    private <T> Progress overlapping(OverlappingWork<T> work, ChunkUnderWay mine) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            return CallerScope.call(caller(), () -> {
                try {
                    return attempt(work, mine);
                } catch (ChunkUnderWay.GaveWay gaveWay) {
                    mine.awaitBefore();
                    return attempt(work, mine);
                }
            });
        } finally {
            request.terminate();
        }
    }

    private <T> Progress attempt(OverlappingWork<T> work, ChunkUnderWay mine) {
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(PATIENCE);
            }
            mine.on(connection);
            T made = work.ahead(connection);
            mine.awaitBefore(connection);
            return work.then(connection, made);
        });
    }

    /** Waits for a chunk; those behind it fail with it. */
    private void settle(ChunkUnderWay chunk) {
        try {
            checkpoint = rows.text(chunk.await().checkpoint());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new JobInterrupted(JobInterrupted.Reason.STOPPING);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(failed);
        }
    }

    /**
     * Refreshes the planner's statistics of tables that the job has filled, each in a transaction of its own. Autovacuum
     * does the same, but a minute late.
     *
     * @throws JobInterrupted when the run must end here
     */
    public void analyze(List<String> tables) {
        for (String table : tables) {
            heedStop();
            QuarkusTransaction.requiringNew().timeout(CHUNK_SECONDS_AT_MOST).call(() -> {
                try (Connection connection = database.getConnection();
                        Statement statement = connection.createStatement()) {
                    return statement.execute("analyze " + table);
                }
            });
        }
    }

    private void heedStop() {
        if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new JobInterrupted(JobInterrupted.Reason.STOPPING);
        }
    }
}
