package org.jingzhun.acceptance.personal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jingzhun.standalone.platform.PlatformAddresses;

/** A number laid where it must be found. */
final class Planted {

    static final String NAME = "planted";

    /** Types of columns, and how the number is written in each. */
    private static final Map<String, String> COLUMNS = Map.of(
            "text", "'to ' || n",
            "jsonb", "jsonb_build_object('note', jsonb_build_array('id ' || n))",
            "json", "json_build_object(n, 1)",
            "text[]", "array['', n]",
            "bytea", "convert_to('x=' || n, 'UTF8')",
            "bytea[]", "array[''::bytea, convert_to(n, 'UTF8')]",
            "bigint", "n::bigint",
            "numeric", "n::numeric",
            "xid8", "n::xid8");

    private final PlatformAddresses platform;
    private final PlatformAddresses.Database database;
    private final Path log;

    Planted(PlatformAddresses platform, String database, Path directory) {
        this.platform = platform;
        this.database = platform.database(database);
        this.log = directory.resolve("logs").resolve(NAME + ".log");
    }

    /** @param number of digits only */
    void lay(String number) throws SQLException, IOException, ExecutionException, InterruptedException {
        takeAway();
        Files.writeString(log, "INFO [thread] to " + number + "\n");
        inTables(number);
        inTopic(number);
    }

    /** Names of the places where it lies, but for the topic. */
    static List<String> tables(String database) {
        return COLUMNS.keySet().stream()
                .map(type -> database + "." + table(type) + behind(type))
                .toList();
    }

    private static String behind(String type) {
        return switch (type) {
            case "bytea", "bytea[]" -> ".v";
            case "bigint", "numeric" -> " (figures)";
            default -> "";
        };
    }

    private static String table(String type) {
        return NAME + ".of_" + type.replace("[]", "_list");
    }

    private void inTables(String number) throws SQLException {
        execute("create schema " + NAME);
        for (var column : COLUMNS.entrySet()) {
            execute("create table %s (v %s)".formatted(table(column.getKey()), column.getKey()));
            execute("insert into %s select %s from (select '%s') given(n)"
                    .formatted(table(column.getKey()), column.getValue(), number));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, Object> servers() {
        return Map.of("bootstrap.servers", platform.bootstrapServers());
    }

    /** Once as a key, once in a value, once in a header. */
    private void inTopic(String number) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(servers());
                var producer = new KafkaProducer<>(servers(), new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(NAME, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(NAME, number, "{}")).get();
            producer.send(new ProducerRecord<>(NAME, "k", "{\"phone\":\"%s\"}".formatted(number)))
                    .get();
            var withHeader = new ProducerRecord<>(NAME, "k", "{}");
            withHeader.headers().add("note", number.getBytes(StandardCharsets.UTF_8));
            producer.send(withHeader).get();
        }
    }

    void takeAway() throws SQLException, IOException, ExecutionException, InterruptedException {
        Files.deleteIfExists(log);
        execute("drop schema if exists " + NAME + " cascade");
        try (Admin admin = Admin.create(servers())) {
            if (admin.listTopics().names().get().contains(NAME)) {
                admin.deleteTopics(List.of(NAME)).all().get();
            }
        }
    }
}
