package org.jingzhun.acceptance.personal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Everything that a run leaves: tables, topics and logs, each with how many numbers of people were found in it. */
final class Places {

    private static final String COLUMNS = """
            select table_name, string_agg(quote_ident(column_name), ', ') filter (
                     where data_type in ('smallint', 'integer', 'bigint', 'numeric', 'double precision')) as numbers
            from information_schema.columns
            where table_schema = 'public'
              and table_name in (select relname from pg_class where relkind = 'r')
            group by table_name
            """;

    private final Numbers numbers;
    private final Map<String, Long> found = new TreeMap<>();
    private int places;
    private long bytes;

    Places(Numbers numbers) {
        this.numbers = numbers;
    }

    /** How many were found, by place; only places with any. */
    Map<String, Long> found() {
        return Map.copyOf(found);
    }

    int places() {
        return places;
    }

    long bytes() {
        return bytes;
    }

    private void note(String place, Looking looking) {
        places++;
        bytes += looking.bytes();
        if (looking.found() > 0) {
            found.merge(place, looking.found(), Long::sum);
        }
    }

    void text(String place, String text) {
        var looking = new Looking(numbers);
        looking.look(text);
        note(place, looking);
    }

    /** All tables, as the owner, whom row-level security hides nothing: bytes as they are, and numbers as digits. */
    void database(PlatformAddresses.Database database) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.ownerUser(), database.ownerPassword())) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : columns(connection).entrySet()) {
                var looking = new Looking(numbers);
                copies.copyOut("copy " + table.getKey() + " to stdout (format binary)", looking);
                looking.end();
                if (!table.getValue().isEmpty()) {
                    copies.copyOut("copy " + table.getKey() + " (" + table.getValue() + ") to stdout", looking);
                }
                note(database.name() + "." + table.getKey(), looking);
            }
        }
    }

    /** Tables, with those of their columns that hold numbers. */
    private static Map<String, String> columns(Connection connection) throws SQLException {
        var tables = new TreeMap<String, String>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                String columns = row.getString(2);
                tables.put("\"" + row.getString(1) + "\"", columns == null ? "" : columns);
            }
        }
        return tables;
    }

    /** All topics from their beginning: keys, headers and values. */
    void topics(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class,
                "enable.auto.commit",
                false,
                "max.poll.records",
                5_000);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            for (var topic : consumer.listTopics().entrySet()) {
                List<TopicPartition> partitions = topic.getValue().stream()
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
                note("topic " + topic.getKey(), read(consumer, partitions));
            }
        }
    }

    private Looking read(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var looking = new Looking(numbers);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            for (var message : consumer.poll(Duration.ofSeconds(1))) {
                look(looking, message.key());
                look(looking, message.value());
                message.headers().forEach(header -> look(looking, header.value()));
            }
        }
        return looking;
    }

    private static void look(Looking looking, byte @Nullable [] bytes) {
        if (bytes != null) {
            for (byte each : bytes) {
                looking.write(each);
            }
            looking.end();
        }
    }

    /** All logs of a run, wherever they are. */
    void logs(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> logs = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(".*\\.log(\\.\\d+)?"))
                    .filter(file -> !file.toString().contains("/kafka/"))
                    .collect(Collectors.toCollection(ArrayList::new));
            for (Path log : logs) {
                var looking = new Looking(numbers);
                try (InputStream bytes = Files.newInputStream(log)) {
                    bytes.transferTo(looking);
                }
                looking.end();
                note(directory.relativize(log).toString(), looking);
            }
        }
    }
}
