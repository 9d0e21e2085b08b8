package org.jingzhun.identification.scoring;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.postgresql.PGConnection;

/** Stores the scores of a campaign by another card: a township at a time, a few side by side, one statement each. */
@ApplicationScoped
class ScoreWriter {

    private static final int MOST_WRITERS = 4;
    private static final int SECONDS_AT_MOST = 900;
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final long TOWNSHIP_SPAN = 999;

    private static final String STORE = "select store_scores(?, ?::uuid[], ?::uuid[], ?, ?)";

    private final AgroalDataSource database;

    ScoreWriter(AgroalDataSource database) {
        this.database = database;
    }

    /** @param before by which the scores were made that are in force */
    record Cards(ScoreTable before, ScoreTable after) {}

    /** @param faulty visits whose answers the new card does not allow */
    record Written(int visits, int changed, List<UUID> faulty) {

        Written and(Written other) {
            List<UUID> all = new ArrayList<>(faulty);
            all.addAll(other.faulty);
            return new Written(visits + other.visits, changed + other.changed, all);
        }
    }

    /**
     * Writes in transactions of its own; of one that follows, nothing of this can be taken back but by {@link Scorings#drop}.
     *
     * @throws org.jingzhun.chassis.job.JobInterrupted when the run must end here
     */
    Written write(CampaignScoring scoring, List<Long> townships, Cards cards, JobRun run) throws InterruptedException {
        Queue<Long> open = new ConcurrentLinkedQueue<>(townships);
        AtomicLong done = new AtomicLong();
        int writers =
                Math.clamp(Math.min(Runtime.getRuntime().availableProcessors(), townships.size()), 1, MOST_WRITERS);
        Written written = new Written(0, 0, List.of());
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            List<Future<Written>> running = new ArrayList<>();
            for (int each = 0; each < writers; each++) {
                Caller caller = run.caller();
                running.add(executor.submit(
                        () -> CallerScope.call(caller, () -> writeWhileOpen(scoring, open, cards, done))));
            }
            try {
                for (Future<Written> each : running) {
                    written = written.and(await(each, () -> run.progress(done.get())));
                }
            } finally {
                open.clear();
                executor.shutdownNow();
            }
        }
        return written;
    }

    private static Written await(Future<Written> writer, Runnable meanwhile) throws InterruptedException {
        while (!writer.isDone()) {
            meanwhile.run();
            try {
                return writer.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // it is looked at again
            } catch (ExecutionException failure) {
                throw failed(failure);
            }
        }
        try {
            return writer.get();
        } catch (ExecutionException failure) {
            throw failed(failure);
        }
    }

    private static IllegalStateException failed(ExecutionException failure) {
        return new IllegalStateException("the scores could not be stored", failure.getCause());
    }

    private Written writeWhileOpen(CampaignScoring scoring, Queue<Long> open, Cards cards, AtomicLong done) {
        Written written = new Written(0, 0, List.of());
        for (Long township = open.poll(); township != null; township = open.poll()) {
            long from = township;
            Written more = QuarkusTransaction.requiringNew()
                    .timeout(SECONDS_AT_MOST)
                    .call(() -> writeTownship(scoring, from, cards));
            written = written.and(more);
            done.addAndGet(more.visits());
        }
        return written;
    }

    private Written writeTownship(CampaignScoring scoring, long from, Cards cards) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                ScoredSheets sheets = new ScoredSheets(cards)) {
            sheets.read(connection, scoring.campaignId(), from, from + TOWNSHIP_SPAN);
            if (!sheets.isEmpty()) {
                store(connection, scoring.id(), sheets);
            }
            return sheets.written();
        }
    }

    private static void store(Connection connection, UUID scoring, ScoredSheets sheets) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setObject(1, scoring);
            store.setString(2, sheets.assessments());
            store.setString(3, sheets.households());
            PGConnection arrays = connection.unwrap(PGConnection.class);
            store.setArray(4, arrays.createArrayOf("int8", sheets.villages()));
            store.setArray(5, arrays.createArrayOf("int4", sheets.scores()));
            boolean unused = store.execute();
        }
    }
}
