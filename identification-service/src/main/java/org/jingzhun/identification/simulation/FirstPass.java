package org.jingzhun.identification.simulation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.simulation.whatif.Count;
import org.jingzhun.identification.simulation.whatif.Histogram;
import org.jingzhun.identification.simulation.whatif.Rescoring;

/**
 * Streams all answers of a division out of the database, a few ranges of villages at a time, scores each by both cards,
 * counts by score, and keeps the scored rows in files. Memory holds the counts alone.
 */
@ApplicationScoped
class FirstPass {

    private static final int MOST_READERS = 4;
    private static final int SECONDS_AT_MOST = 900;
    private static final long LOOK_EVERY_MILLIS = 100;

    private final AgroalDataSource database;

    FirstPass(AgroalDataSource database) {
        this.database = database;
    }

    /** How the two cards score the answers that were given for one scorecard. */
    record Pair(Rescoring baseline, Rescoring simulated) {}

    /** What one reader has counted and kept. */
    static final class Part implements AutoCloseable {

        private final Histogram baseline = new Histogram();
        private final Histogram simulated = new Histogram();
        private final Count unscorable = new Count();
        private final Spill rows;

        private Part(Spill rows) {
            this.rows = rows;
        }

        Histogram baseline() {
            return baseline;
        }

        Histogram simulated() {
            return simulated;
        }

        /** Households whose answers lack what one of the cards asks for. */
        Count unscorable() {
            return unscorable;
        }

        Spill rows() {
            return rows;
        }

        private void take(
                Pair cards,
                long idHigh,
                long idLow,
                long village,
                long answersLow,
                long answersHigh,
                int points,
                int persons)
                throws IOException {
            int before = cards.baseline().score(answersLow, answersHigh, points);
            int after = cards.simulated().score(answersLow, answersHigh, points);
            if (before == ScoreTable.FAULTY || after == ScoreTable.FAULTY) {
                unscorable.add(persons);
                return;
            }
            baseline.add(before, persons);
            simulated.add(after, persons);
            rows.add(idHigh, idLow, village, persons, before, after);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    /**
     * Reads the ranges.
     *
     * @param cards by the scorecard for which the answers were given
     * @param caller whose area bounds what is read
     * @param progress hears of the households read; may throw to end the reading
     * @return the parts, to be closed by the caller
     */
    List<Part> read(List<Range> ranges, Map<String, Pair> cards, Caller caller, LongConsumer progress)
            throws IOException, InterruptedException {
        Queue<Range> open = new ConcurrentLinkedQueue<>(ranges);
        AtomicLong done = new AtomicLong();
        int readers = Math.clamp(Math.min(Runtime.getRuntime().availableProcessors(), ranges.size()), 1, MOST_READERS);
        List<Part> parts = new ArrayList<>();
        boolean isComplete = false;
        try (ExecutorService executor = Executors.newFixedThreadPool(readers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int reader = 0; reader < readers; reader++) {
                Part part = new Part(Spill.open());
                parts.add(part);
                running.add(
                        executor.submit(() -> CallerScope.run(caller, () -> readWhileOpen(open, cards, part, done))));
            }
            try {
                for (Future<?> each : running) {
                    await(each, () -> progress.accept(done.get()));
                }
                isComplete = true;
            } finally {
                open.clear();
                executor.shutdownNow();
            }
        } finally {
            if (!isComplete) {
                for (Part part : parts) {
                    part.close();
                }
            }
        }
        return parts;
    }

    private static void await(Future<?> reader, Runnable meanwhile) throws InterruptedException {
        boolean isReading = true;
        while (isReading) {
            meanwhile.run();
            try {
                reader.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                isReading = false;
            } catch (TimeoutException notYet) {
                isReading = true;
            } catch (ExecutionException failure) {
                throw new IllegalStateException("the answers could not be read", failure.getCause());
            }
        }
    }

    private void readWhileOpen(Queue<Range> open, Map<String, Pair> cards, Part part, AtomicLong done) {
        for (Range range = open.poll(); range != null; range = open.poll()) {
            Range next = range;
            Pair pair = cards.get(next.scorecard());
            if (pair == null) {
                throw new IllegalStateException("scorecard %s must be prepared".formatted(next.scorecard()));
            }
            QuarkusTransaction.requiringNew().timeout(SECONDS_AT_MOST).call(() -> {
                try (Connection connection = database.getConnection()) {
                    AnswerRows.read(
                            connection,
                            next.campaign(),
                            next.from(),
                            next.to(),
                            (idHigh, idLow, village, low, high, points, persons) -> {
                                part.take(pair, idHigh, idLow, village, low, high, points, persons);
                                done.incrementAndGet();
                            });
                }
                return true;
            });
        }
    }
}
