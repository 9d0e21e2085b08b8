package org.jingzhun.chassis.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.sealing.Sealing;
import org.jspecify.annotations.Nullable;

/** The table of keys and first answers. */
@ApplicationScoped
class KeyedAnswers {

    private static final String CLAIM =
            "insert into idempotency_key (subject, key, request) values (?, ?, ?) on conflict do nothing";
    private static final String FIND =
            "select request, status, location, etag, body, sealed from idempotency_key where subject = ? and key = ?";
    private static final String KEEP = "update idempotency_key set status = ?, location = ?, etag = ?, sealed = ?"
            + " where subject = ? and key = ?";
    private static final String PURGE =
            "delete from idempotency_key where created_at < now() - ? * interval '1 second'";

    private final AgroalDataSource database;
    private final Sealing sealing;

    KeyedAnswers(AgroalDataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
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

    private Answer first(ResultSet row, byte[] request) throws SQLException {
        if (!Arrays.equals(row.getBytes("request"), request)) {
            throw Problem.of(422, "idempotency-key-reused").asException();
        }
        byte[] sealed = row.getBytes("sealed");
        String body = sealed == null ? row.getString("body") : sealing.open(owner(request), sealed);
        return new Answer(row.getInt("status"), row.getString("location"), row.getString("etag"), body);
    }

    void keep(String subject, String key, byte[] request, Answer answer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setString(3, answer.etag());
            String body = answer.body();
            statement.setBytes(4, body == null ? null : sealing.seal(owner(request), body));
            statement.setString(5, subject);
            statement.setString(6, key);
            statement.executeUpdate();
        }
    }

    /** The answer is sealed for the request that it answers. */
    private static UUID owner(byte[] request) {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    int purge(long olderThanSeconds) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setLong(1, olderThanSeconds);
            return statement.executeUpdate();
        }
    }
}
