package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.ChunkWork;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Takes all hashes of id numbers to a new key, a block of persons after the other: of each person all that is stored, in
 * one transaction, so that members and deliveries match at any moment. Whoever writes a hash waits for a block at most,
 * and the blocks leave as much time between them as they take. Hashes are made under the former key until none of those
 * is left; the database takes along what is written of persons that were taken (V188).
 */
@ApplicationScoped
public class Rehashing implements JobKind {

    public static final String KIND = "id-hash-rotation";

    /** Persons of a block. */
    private static final int PERSONS = 5_000;

    /** After somebody's transaction was too long to wait for. */
    private static final Duration GIVING_WAY = Duration.ofSeconds(1);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final MovingHashes moving;
    private final IdHashes hashes;

    Rehashing(MovingHashes moving, IdHashes hashes) {
        this.moving = moving;
        this.hashes = hashes;
    }

    /**
     * What was done.
     *
     * @param key number of the new key
     * @param hashes how many were taken to it, by table
     */
    record Result(int key, Map<String, Integer> hashes) {

        private Result with(Map<String, Integer> more) {
            Map<String, Integer> sum = new TreeMap<>(hashes);
            more.forEach((table, count) -> sum.merge(table, count, Integer::sum));
            return new Result(key, sum);
        }

        private Progress progress() {
            return new Progress(
                    this, hashes.values().stream().mapToLong(Integer::longValue).sum());
        }
    }

    /** How far it is. */
    private record State(Result result, boolean isComplete) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) throws InterruptedException {
        Optional<Result> before = run.checkpoint(Result.class);
        Result result = before.isPresent() ? before.get() : begin(run);
        State state = new State(result, false);
        while (!state.isComplete()) {
            long began = System.nanoTime();
            state = block(run, state.result());
            Thread.sleep(Duration.ofNanos(System.nanoTime() - began));
        }
        hashes.refresh();
        return Outcome.succeeded(state.result());
    }

    private Result begin(JobRun run) throws InterruptedException {
        var begun = new Result[1];
        whenItMay(run, connection -> {
            begun[0] = new Result(moving.key(connection), Map.of());
            return begun[0].progress();
        });
        return begun[0];
    }

    private State block(JobRun run, Result before) throws InterruptedException {
        var after = new State[1];
        whenItMay(run, connection -> {
            Map<String, Integer> taken = moving.take(connection, before.key(), PERSONS);
            after[0] = new State(before.with(taken), taken.isEmpty());
            return after[0].result().progress();
        });
        return after[0];
    }

    private static void whenItMay(JobRun run, ChunkWork work) throws InterruptedException {
        while (!isDone(run, work)) {
            Thread.sleep(GIVING_WAY);
        }
    }

    /** @return false when others hold what it needs */
    private static boolean isDone(JobRun run, ChunkWork work) {
        try {
            CallerScope.run(Caller.system("sealing"), () -> run.inChunk(work));
            return true;
        } catch (RuntimeException failure) {
            if (isHeldUp(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static boolean isHeldUp(@Nullable Throwable failure) {
        if (failure instanceof SQLException refused && LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
            return true;
        }
        return failure != null && isHeldUp(failure.getCause());
    }
}
