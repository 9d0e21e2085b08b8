package org.jingzhun.chassis.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A chunk that is done beside the one before it. The later one waits for the commit of the earlier, which the database does
 * not know; when the earlier in turn waits for a row of the later, nobody would get on.
 */
final class ChunkUnderWay {

    private static final long LOOK_EVERY_MILLIS = 50;
    private static final String BLOCKS = "select pg_backend_pid() = any (pg_blocking_pids(?))";

    private final @Nullable ChunkUnderWay before;
    private volatile int session;
    private Future<Progress> end = new CompletableFuture<>();

    ChunkUnderWay(@Nullable ChunkUnderWay before) {
        this.before = before;
    }

    /** The chunk before it waits for what this one has locked: this one must be rolled back. */
    static final class GaveWay extends RuntimeException {

        private static final long serialVersionUID = 1;

        private GaveWay() {
            super("A chunk gave way to the one before it", null, false, false);
        }
    }

    /** What is before the first. */
    static ChunkUnderWay ended() {
        var none = new ChunkUnderWay(null);
        none.end = CompletableFuture.completedFuture(new Progress("", 0));
        return none;
    }

    /** To be called before another chunk is made that comes behind. */
    void began(Future<Progress> work) {
        end = work;
    }

    /** Names the session that does the work. */
    void on(Connection connection) throws SQLException {
        session = connection.unwrap(PGConnection.class).getBackendPID();
    }

    Progress await() throws InterruptedException, ExecutionException {
        return end.get();
    }

    /** Waits for the commit of the chunk before. */
    void awaitBefore() {
        if (before != null) {
            try {
                Progress unused = before.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new JobInterrupted(JobInterrupted.Reason.STOPPING);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("The chunk before failed", failed);
            }
        }
    }

    /**
     * Waits for the commit of the chunk before, while rows are locked.
     *
     * @throws GaveWay when that one waits for such a row
     * @throws ExecutionException when that one failed
     */
    void awaitBefore(Connection connection) throws SQLException, InterruptedException, ExecutionException {
        while (before != null) {
            try {
                Progress unused = before.end.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                if (blocks(connection, before.session)) {
                    throw new GaveWay();
                }
            }
        }
    }

    private static boolean blocks(Connection connection, int session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
            statement.setInt(1, session);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
