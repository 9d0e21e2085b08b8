package org.jingzhun.standalone.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The outbox of a database, made by its owner and used by its service, as the services do it. */
final class Outbox {

    private static final String PUBLICATION = "create publication outbox for table outbox with (publish = 'insert')";

    private final PlatformAddresses.Database database;

    Outbox(PlatformAddresses.Database database) {
        this.database = database;
    }

    void create() throws SQLException {
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table outbox (id uuid primary key, topic text not null, key text not null,
                        type text not null, source text not null, time text not null, payload bytea not null, reason text,
                        specversion text not null default '1.0')""");
            statement.execute(PUBLICATION);
            statement.execute("grant insert, select, delete on outbox to " + database.appUser());
        }
    }

    /** Takes from the connector what it reads, so that its task fails when it looks again. */
    void unpublish(PlatformAddresses addresses) throws SQLException {
        ownerExecutes("drop publication outbox");
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), addresses.debeziumUser(), addresses.debeziumPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(active_pid) from pg_replication_slots"
                    + " where slot_name = 'identification_outbox'");
        }
    }

    void publish() throws SQLException {
        ownerExecutes(PUBLICATION);
    }

    private void ownerExecutes(String sql) throws SQLException {
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Inserts and deletes a row in one transaction, so that the table stays empty. */
    UUID write(String topic, String key, String payload) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = asApp()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                            connection.prepareStatement("insert into outbox values (?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement delete = connection.prepareStatement("delete from outbox where id = ?")) {
                insert.setObject(1, id);
                insert.setString(2, topic);
                insert.setString(3, key);
                insert.setString(4, "org.jingzhun.identification.household-registered");
                insert.setString(5, "/identification-service");
                insert.setString(6, "2016-03-01T00:00:00Z");
                insert.setBytes(7, payload.getBytes(StandardCharsets.UTF_8));
                insert.executeUpdate();
                delete.setObject(1, id);
                delete.executeUpdate();
            }
            connection.commit();
        }
        return id;
    }

    long rows() throws SQLException {
        try (Connection connection = asApp();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
    }

    Connection asApp() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.appUser(), database.appPassword());
    }
}
