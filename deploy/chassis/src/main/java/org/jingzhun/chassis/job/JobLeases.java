package org.jingzhun.chassis.job;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works on which job. All times are the database's, so that the replicas' clocks may differ. Every write names the
 * lease under which it works, and changes nothing once another process has taken over.
 */
@ApplicationScoped
class JobLeases {

    private static final String CLAIM = "update job set state = 'RUNNING', lease = ?,"
            + " leased_until = clock_timestamp() + ? * interval '1 millisecond', attempts = attempts + 1,"
            + " started_at = coalesce(started_at, now()) where id = (select id from job"
            + " where (state = 'QUEUED' and not_before <= now()) or (state = 'RUNNING' and leased_until < now())"
            + " order by created_at, id limit 1 for update skip locked) returning " + JobRows.COLUMNS;
    private static final String RENEW = "update job set leased_until = clock_timestamp() + ? * interval '1 millisecond'"
            + " where id in (select id from job where lease = any (?) for update skip locked)";
    private static final String ADVANCE =
            "update job set attempts = case when checkpoint is distinct from ?::jsonb then 0 else attempts end,"
                    + " checkpoint = ?::jsonb, done = ? where id = ? and lease = ? returning cancel_requested";
    private static final String REPORT =
            "update job set done = ?, total = coalesce(?, total) where id = ? and lease = ? returning cancel_requested";
    private static final String FINISH = "update job set state = ?, result = ?::jsonb, problem = ?::jsonb,"
            + " lease = null, leased_until = null, finished_at = now(),"
            + " done = case when ? = 'SUCCEEDED' then coalesce(total, done) else done end where id = ? and lease = ?";
    private static final String RELEASE = "update job set state = 'QUEUED', lease = null, leased_until = null,"
            + " attempts = greatest(attempts - ?, 0), not_before = now() + ? * interval '1 millisecond' where id = ? and lease = ?";

    private final AgroalDataSource database;

    JobLeases(AgroalDataSource database) {
        this.database = database;
    }

    /** @param lease proves that nobody else took over */
    record Claimed(Job job, UUID lease) {}

    /** The oldest job that waits, or whose process was not heard of for the length of its lease. */
    Optional<Claimed> claim(Duration length) {
        UUID lease = UuidCreator.getTimeOrderedEpoch();
        return inTransaction(CLAIM, statement -> {
            statement.setObject(1, lease);
            statement.setLong(2, length.toMillis());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Claimed(JobRows.read(row), lease)) : Optional.empty();
            }
        });
    }

    void renew(Collection<UUID> leases, Duration length) {
        inTransaction(RENEW, statement -> {
            statement.setLong(1, length.toMillis());
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", leases.toArray()));
            return statement.executeUpdate();
        });
    }

    /** To be called within the transaction of the work. */
    void advance(Connection connection, Claimed claimed, String checkpoint, long done) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setString(1, checkpoint);
            statement.setString(2, checkpoint);
            statement.setLong(3, done);
            statement.setObject(4, claimed.job().id());
            statement.setObject(5, claimed.lease());
            heed(statement);
        }
    }

    void report(Claimed claimed, long done, @Nullable Long total) {
        inTransaction(REPORT, statement -> {
            statement.setLong(1, done);
            statement.setObject(2, total);
            statement.setObject(3, claimed.job().id());
            statement.setObject(4, claimed.lease());
            heed(statement);
            return true;
        });
    }

    private static void heed(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new JobInterrupted(JobInterrupted.Reason.LEASE_LOST);
            }
            if (row.getBoolean(1)) {
                throw new JobInterrupted(JobInterrupted.Reason.CANCELLED);
            }
        }
    }

    /** @return false when another process has taken over, which then ends the job */
    boolean finish(Claimed claimed, JobState state, @Nullable String result, @Nullable String problem) {
        return inTransaction(FINISH, statement -> {
            statement.setString(1, state.name());
            statement.setString(2, result);
            statement.setString(3, problem);
            statement.setString(4, state.name());
            statement.setObject(5, claimed.job().id());
            statement.setObject(6, claimed.lease());
            return statement.executeUpdate() == 1;
        });
    }

    /** Back into the queue, to be tried again after the pause. */
    void retryAfter(Claimed claimed, Duration pause) {
        release(claimed, 0, pause);
    }

    /** Back into the queue for another process, as if this one had never begun. */
    void handOver(Claimed claimed) {
        release(claimed, 1, Duration.ZERO);
    }

    private void release(Claimed claimed, int attemptsReturned, Duration pause) {
        inTransaction(RELEASE, statement -> {
            statement.setInt(1, attemptsReturned);
            statement.setLong(2, pause.toMillis());
            statement.setObject(3, claimed.job().id());
            statement.setObject(4, claimed.lease());
            return statement.executeUpdate();
        });
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T inTransaction(String sql, Use<T> use) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                return use.of(statement);
            }
        });
    }
}
