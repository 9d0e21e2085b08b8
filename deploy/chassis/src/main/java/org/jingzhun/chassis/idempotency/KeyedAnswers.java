package org.jingzhun.chassis.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jingzhun.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** The table of keys and first answers. */
@ApplicationScoped
class KeyedAnswers {

    private static final String CLAIM =
            "insert into idempotency_key (subject, key, request) values (?, ?, ?) on conflict do nothing";
    private static final String FIND =
            "select request, status, location, etag, body from idempotency_key where subject = ? and key = ?";
    private static final String KEEP = "update idempotency_key set status = ?, location = ?, etag = ?, body = ?"
            + " where subject = ? and key = ?";
    private static final String PURGE =
            "delete from idempotency_key where created_at < now() - ? * interval '1 second'";

    private final AgroalDataSource database;

    KeyedAnswers(AgroalDataSource database) {
        this.database = database;
    }

    /** @param body JSON, {@code null} when the answer had none */
    record Answer(
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    /**
     * Takes the key for the current transaction. While another transaction holds it, this waits for that one's end.
     *
     * @return the first answer, {@code null} when the key was free
     * @throws org.jingzhun.chassis.http.ProblemException 422 {@code idempotency-key-reused}
     */
    @Nullable
    Answer claim(String subject, String key, byte[] request) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            insert.setString(1, subject);
            insert.setString(2, key);
            insert.setBytes(3, request);
            if (insert.executeUpdate() == 1) {
                return null;
            }
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setString(1, subject);
                find.setString(2, key);
                try (ResultSet row = find.executeQuery()) {
                    return row.next() ? first(row, request) : claim(subject, key, request);
                }
            }
        }
    }

    private static Answer first(ResultSet row, byte[] request) throws SQLException {
        if (!Arrays.equals(row.getBytes("request"), request)) {
            throw Problem.of(422, "idempotency-key-reused").asException();
        }
        return new Answer(
                row.getInt("status"), row.getString("location"), row.getString("etag"), row.getString("body"));
    }

    void keep(String subject, String key, Answer answer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setString(3, answer.etag());
            statement.setString(4, answer.body());
            statement.setString(5, subject);
            statement.setString(6, key);
            statement.executeUpdate();
        }
    }

    int purge(long olderThanSeconds) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setLong(1, olderThanSeconds);
            return statement.executeUpdate();
        }
    }
}
