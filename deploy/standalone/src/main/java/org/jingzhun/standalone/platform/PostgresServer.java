package org.jingzhun.standalone.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL on the loopback address, its data kept, with one database for each service. */
final class PostgresServer implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";
    private static final String DEBEZIUM = "debezium";

    /**
     * The embedded defaults are made for tests that throw their data away; these keep it. A connector that has stopped
     * holds back at most {@code max_slot_wal_keep_size} of write-ahead log, then its slot is lost instead of the disk.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("wal_level", "logical"),
            Map.entry("max_wal_senders", "16"),
            Map.entry("max_replication_slots", "16"),
            Map.entry("max_slot_wal_keep_size", "2GB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "512MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private final EmbeddedPostgres server;
    private final int port;
    private final Passwords passwords;

    private PostgresServer(EmbeddedPostgres server, int port, Passwords passwords) {
        this.server = server;
        this.port = port;
        this.passwords = passwords;
    }

    /** @throws PlatformFailure if PostgreSQL does not come up */
    static PostgresServer start(PlatformOptions options, int port, Passwords passwords) throws IOException {
        Path data = options.data().resolve("postgres");
        Files.createDirectories(data);
        Files.createDirectories(options.binaries());
        Path passwordFile = options.data().resolve("superuser.password");
        PlatformAddresses.writeSecretly(passwordFile, passwords.of(SUPERUSER));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(options.binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIMEOUT)
                .setPort(port)
                .setConnectConfig("password", passwords.of(SUPERUSER))
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        if (options.throwaway()) {
            builder.setServerConfig("fsync", "off");
            builder.setServerConfig("full_page_writes", "off");
        }
        builder.setServerConfig("unix_socket_directories", "");
        try {
            return new PostgresServer(builder.start(), port, passwords);
        } catch (IOException | RuntimeException failure) {
            throw new PlatformFailure(
                    "PostgreSQL did not start in %s: %s. Its log is above.".formatted(data, failure.getMessage()),
                    failure);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    String host() {
        return "127.0.0.1";
    }

    int port() {
        return port;
    }

    String debeziumUser() {
        return DEBEZIUM;
    }

    /** Makes what is missing: the role of the connectors, the databases and the two roles of each. */
    List<PlatformAddresses.Database> provide(List<String> databases) throws IOException, SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            role(statement, DEBEZIUM, "login replication");
        }
        List<PlatformAddresses.Database> provided = new ArrayList<>();
        for (String database : databases) {
            provided.add(provide(database));
        }
        return List.copyOf(provided);
    }

    private PlatformAddresses.Database provide(String name) throws IOException, SQLException {
        String owner = name + "_owner";
        String app = name + "_app";
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            role(statement, owner, "login");
            role(statement, app, "login");
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + owner);
            }
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect, temporary on database " + name + " to " + app);
            statement.execute("grant connect on database " + name + " to " + DEBEZIUM);
        }
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("alter schema public owner to " + owner);
            statement.execute("grant usage on schema public to " + app + ", " + DEBEZIUM);
        }
        return new PlatformAddresses.Database(name, url(name), owner, passwords.of(owner), app, passwords.of(app));
    }

    private void role(Statement statement, String name, String attributes) throws IOException, SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name);
        }
        statement.execute("alter role " + name + " with " + attributes + " password '" + passwords.of(name) + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect(String database) throws IOException, SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, passwords.of(SUPERUSER));
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host(), port, database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
