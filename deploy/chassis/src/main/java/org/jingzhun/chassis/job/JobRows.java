package org.jingzhun.chassis.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;

/** The job table as its readers and clients see it. Leases are {@link JobLeases}' affair. */
@ApplicationScoped
class JobRows {

    static final String COLUMNS = "id, kind, state, input, caller_subject, caller_name, caller_roles, caller_helper_id,"
            + " area_from, area_to, done, total, checkpoint, result, problem, attempts, created_at, started_at,"
            + " finished_at";

    private static final String INSERT = "insert into job (id, kind, input, caller_subject, caller_name, caller_roles,"
            + " caller_helper_id, area_from, area_to, total) values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND = "select " + COLUMNS + " from job where id = ?";
    private static final String VISIBLE = "(caller_subject = ? or (? and area_from >= ? and area_to <= ?))";
    private static final String LIST = "select " + COLUMNS + " from job where " + VISIBLE
            + " and (?::text is null or state = ?) and (?::text is null or kind = ?) and (?::uuid is null or id < ?)"
            + " order by id desc limit ?";
    private static final String CANCEL = "update job set cancel_requested = true,"
            + " state = case when state = 'QUEUED' then 'CANCELLED' else state end,"
            + " finished_at = case when state = 'QUEUED' then now() else finished_at end"
            + " where id = ? and state in ('QUEUED', 'RUNNING')";

    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('job of ' || ?, 0))";
    private static final String COUNT_UNFINISHED =
            "select count(*) from job where state in ('QUEUED', 'RUNNING') and caller_subject = ?";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    JobRows(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(UUID id, String kind, Object input, Caller caller, @Nullable Long total) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setString(2, kind);
            statement.setString(3, text(input));
            statement.setString(4, caller.subject());
            statement.setString(5, caller.name());
            statement.setArray(
                    6, connection.createArrayOf("text", caller.roles().toArray()));
            statement.setObject(7, caller.helperId());
            statement.setLong(8, caller.area().from());
            statement.setLong(9, caller.area().to());
            statement.setObject(10, total);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Job " + id + " (" + kind + ") could not be queued", failure);
        }
    }

    /** Jobs of a caller that are queued or run; until the transaction ends, nobody else counts that caller's. */
    int countUnfinished(String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement alone = connection.prepareStatement(ALONE);
                PreparedStatement count = connection.prepareStatement(COUNT_UNFINISHED)) {
            alone.setString(1, subject);
            alone.execute();
            count.setString(1, subject);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Unfinished jobs could not be counted", failure);
        }
    }

    Optional<Job> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Job " + id + " could not be read", failure);
        }
    }

    /** Newest first: what the caller submitted, and with {@code overseer} all that was submitted within its area. */
    List<Job> list(
            Caller caller,
            boolean overseer,
            @Nullable JobState state,
            @Nullable String kind,
            @Nullable UUID before,
            int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, caller.subject());
            statement.setBoolean(2, overseer);
            statement.setLong(3, caller.area().from());
            statement.setLong(4, caller.area().to());
            statement.setString(5, state == null ? null : state.name());
            statement.setString(6, state == null ? null : state.name());
            statement.setString(7, kind);
            statement.setString(8, kind);
            statement.setObject(9, before);
            statement.setObject(10, before);
            statement.setInt(11, limit);
            var jobs = new ArrayList<Job>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    jobs.add(read(row));
                }
            }
            return jobs;
        } catch (SQLException failure) {
            throw new IllegalStateException("Jobs of " + caller.subject() + " could not be listed", failure);
        }
    }

    /** @return false when it had ended before */
    boolean requestCancellation(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CANCEL)) {
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("Job " + id + " could not be cancelled", failure);
        }
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(value.getClass() + " does not become JSON", failure);
        }
    }

    <T> T value(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("The stored JSON is no " + type.getName(), failure);
        }
    }

    static Job read(ResultSet row) throws SQLException {
        Object[] roles = (Object[]) row.getArray("caller_roles").getArray();
        var caller = new Caller(
                row.getString("caller_subject"),
                row.getString("caller_name"),
                Set.of(java.util.Arrays.copyOf(roles, roles.length, String[].class)),
                new Area(row.getLong("area_from"), row.getLong("area_to")),
                row.getObject("caller_helper_id", UUID.class));
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                JobState.valueOf(row.getString("state")),
                row.getString("input"),
                caller,
                row.getLong("done"),
                row.getObject("total", Long.class),
                row.getString("checkpoint"),
                row.getString("result"),
                row.getString("problem"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
