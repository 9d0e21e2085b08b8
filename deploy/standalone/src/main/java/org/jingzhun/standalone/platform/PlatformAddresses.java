package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Where a running platform listens and with which passwords, as written to {@code platform.properties}.
 *
 * @param bootstrapServers of Kafka, {@code host:port}
 * @param connectUrl of the REST interface of Kafka Connect, without a slash at its end
 * @param debeziumUser role with REPLICATION that the connectors use
 */
public record PlatformAddresses(
        String postgresHost,
        int postgresPort,
        String bootstrapServers,
        String connectUrl,
        String debeziumUser,
        String debeziumPassword,
        List<Database> databases) {

    /**
     * One database and its two roles.
     *
     * @param ownerUser owns the database and its schema {@code public}; Flyway runs as it
     * @param appUser may connect and use the schema; the service runs as it, so that row-level security holds
     */
    public record Database(
            String name, String jdbcUrl, String ownerUser, String ownerPassword, String appUser, String appPassword) {}

    public PlatformAddresses {
        databases = List.copyOf(databases);
    }

    /** @throws IllegalArgumentException if the platform does not provide a database of this name */
    public Database database(String name) {
        return databases.stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Database (%s) must be one of %s. Maybe it is missing in the platform's --databases."
                                .formatted(
                                        name,
                                        databases.stream().map(Database::name).toList())));
    }

    /** @throws IOException if the file cannot be read or lacks an entry */
    public static PlatformAddresses read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        List<Database> databases = new ArrayList<>();
        for (String name : get(properties, "databases").split(",", -1)) {
            if (!name.isEmpty()) {
                databases.add(new Database(
                        name,
                        get(properties, name + ".jdbc.url"),
                        get(properties, name + ".owner.user"),
                        get(properties, name + ".owner.password"),
                        get(properties, name + ".app.user"),
                        get(properties, name + ".app.password")));
            }
        }
        return new PlatformAddresses(
                get(properties, "postgres.host"),
                Integer.parseInt(get(properties, "postgres.port")),
                get(properties, "kafka.bootstrap.servers"),
                get(properties, "connect.url"),
                get(properties, "debezium.user"),
                get(properties, "debezium.password"),
                databases);
    }

    /** Writes the file at once, so that a reader sees all of it or none; only this user may read it. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("postgres.host", postgresHost);
        properties.setProperty("postgres.port", Integer.toString(postgresPort));
        properties.setProperty("kafka.bootstrap.servers", bootstrapServers);
        properties.setProperty("connect.url", connectUrl);
        properties.setProperty("debezium.user", debeziumUser);
        properties.setProperty("debezium.password", debeziumPassword);
        properties.setProperty(
                "databases",
                String.join(",", databases.stream().map(Database::name).toList()));
        for (Database database : databases) {
            properties.setProperty(database.name() + ".jdbc.url", database.jdbcUrl());
            properties.setProperty(database.name() + ".owner.user", database.ownerUser());
            properties.setProperty(database.name() + ".owner.password", database.ownerPassword());
            properties.setProperty(database.name() + ".app.user", database.appUser());
            properties.setProperty(database.name() + ".app.password", database.appPassword());
        }
        StringWriter text = new StringWriter();
        properties.store(text, "Addresses of the running platform");
        writeSecretly(file, text.toString());
    }

    static void writeSecretly(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text, StandardCharsets.UTF_8);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String get(Properties properties, String key) throws IOException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException("Addresses of the platform must have an entry " + key + ".");
        }
        return value;
    }
}
