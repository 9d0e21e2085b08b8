package org.jingzhun.chassis.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.projection.Message;
import org.jspecify.annotations.Nullable;

/** Messages that could not be read, kept as they came and sent on to {@code <topic>.dead} with the reason. */
@ApplicationScoped
public class DeadLetters {

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    DeadLetters(AgroalDataSource database, Outbox outbox, ObjectMapper json, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a message once, however often it comes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void bury(Message message, String reason) {
        String insert = """
                insert into dead_letter (id, topic, partition, "offset", key, type, headers, payload, reason, received_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (topic, partition, "offset") do nothing
                """;
        byte[] payload = message.payload();
        try (var connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(insert)) {
            row.setObject(1, UuidCreator.getTimeOrderedEpoch());
            row.setString(2, message.topic());
            row.setInt(3, message.partition());
            row.setLong(4, message.offset());
            row.setString(5, message.key());
            row.setString(6, message.type());
            row.setString(7, json.writeValueAsString(message.headers()));
            if (payload == null) {
                row.setNull(8, Types.BINARY);
            } else {
                row.setBytes(8, payload);
            }
            row.setString(9, reason);
            row.setTimestamp(10, Timestamp.from(clock.instant()));
            if (row.executeUpdate() == 1) {
                String key = message.key() == null ? "" : message.key();
                outbox.publish(new OutboxEvent(
                        message.topic() + ".dead",
                        key,
                        message.type(),
                        payload == null ? new byte[0] : payload,
                        reason));
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(
                    "Dead letter (" + message.topic() + ", offset " + message.offset() + ") could not be kept",
                    failure);
        }
    }

    /** Newest first. */
    @Transactional
    public Slice<DeadLetter> list(@Nullable String topic, @Nullable Cursor after, int limit) {
        String select = """
                select * from dead_letter
                where (?::text is null or topic = ?) and (?::uuid is null or id < ?)
                order by id desc limit ?
                """;
        UUID behind = after == null ? null : after.id(0);
        try (var connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(select)) {
            query.setString(1, topic);
            query.setString(2, topic);
            query.setObject(3, behind);
            query.setObject(4, behind);
            query.setInt(5, limit + 1);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    letters.add(letter(rows));
                }
            }
            return Slice.of(letters, limit, letter -> Cursor.of(letter.id()));
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("Dead letters could not be read", failure);
        }
    }

    @Transactional
    public Optional<DeadLetter> find(UUID id) {
        try (var connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select * from dead_letter where id = ?")) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(letter(rows)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("Dead letter (" + id + ") could not be read", failure);
        }
    }

    @Transactional
    void markReplayed(UUID id) {
        try (var connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update dead_letter set replayed_at = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Dead letter (" + id + ") could not be marked", failure);
        }
    }

    private DeadLetter letter(ResultSet row) throws SQLException, JsonProcessingException {
        Timestamp replayed = row.getTimestamp("replayed_at");
        Map<String, String> headers = json.readValue(row.getString("headers"), new TypeReference<>() {});
        return new DeadLetter(
                row.getObject("id", UUID.class),
                new Message(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("offset"),
                        row.getString("key"),
                        headers,
                        row.getBytes("payload")),
                row.getString("reason"),
                row.getTimestamp("received_at").toInstant(),
                replayed == null ? null : replayed.toInstant());
    }
}
