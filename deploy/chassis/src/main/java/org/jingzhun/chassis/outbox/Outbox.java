package org.jingzhun.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events in the transaction of the change that they tell of: rows of the outbox table are inserted and deleted
 * at once, and Debezium reads the insertions from the database's log. An event leaves if and only if its transaction
 * commits, and the table stays empty.
 */
@ApplicationScoped
public class Outbox {

    private static final int ROWS_AT_MOST = 5_000;
    private static final String INSERT = """
            insert into outbox (id, topic, key, type, source, time, payload, reason)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], array_fill(?::text, array[?]),
                                 array_fill(?::text, array[?]), ?::bytea[], ?::text[])
            returning ctid
            """;

    /** By their place: without an index to keep, and without reading the dead rows of others. */
    private static final String DELETE = "delete from outbox where ctid = any(?::tid[])";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final String source;

    Outbox(
            AgroalDataSource database,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.source = "/" + application;
    }

    /** Must be called inside the transaction of the change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < events.size(); from += ROWS_AT_MOST) {
                delete(
                        connection,
                        insert(connection, events.subList(from, Math.min(from + ROWS_AT_MOST, events.size()))));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Outbox (" + events.size() + " events) could not be written", failure);
        }
    }

    public void publish(OutboxEvent event) {
        publish(List.of(event));
    }

    /** @return where the rows lie */
    private List<String> insert(Connection connection, List<OutboxEvent> events) throws SQLException {
        int rows = events.size();
        var ids = new UUID[rows];
        var topics = new String[rows];
        var keys = new String[rows];
        var types = new String[rows];
        var payloads = new byte[rows][];
        @Nullable String[] reasons = new @Nullable String[rows];
        for (int row = 0; row < rows; row++) {
            OutboxEvent event = events.get(row);
            ids[row] = UuidCreator.getTimeOrderedEpochPlus1();
            topics[row] = event.topic();
            keys[row] = event.key();
            types[row] = event.type();
            payloads[row] = bytes(event.payload());
            reasons[row] = event.reason();
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("uuid", ids));
            insert.setArray(2, connection.createArrayOf("text", topics));
            insert.setArray(3, connection.createArrayOf("text", keys));
            insert.setArray(4, connection.createArrayOf("text", types));
            insert.setString(5, source);
            insert.setInt(6, rows);
            insert.setString(7, clock.instant().toString());
            insert.setInt(8, rows);
            insert.setArray(9, connection.createArrayOf("bytea", payloads));
            insert.setArray(10, connection.createArrayOf("text", reasons));
            var places = new ArrayList<String>(rows);
            try (ResultSet written = insert.executeQuery()) {
                while (written.next()) {
                    places.add(written.getString(1));
                }
            }
            return places;
        }
    }

    private static void delete(Connection connection, List<String> places) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("tid", places.toArray()));
            delete.executeUpdate();
        }
    }

    private byte[] bytes(Object payload) {
        if (payload instanceof byte[] raw) {
            return raw;
        }
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "Event payload (" + payload.getClass().getName() + ") must be writable as JSON", unwritable);
        }
    }
}
