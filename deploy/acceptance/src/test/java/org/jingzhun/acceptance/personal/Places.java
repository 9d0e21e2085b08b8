package org.jingzhun.acceptance.personal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Everything that a run leaves: tables, topics and files, each with the numbers of people that were found in it. */
final class Places {

    /** What was sent, and what is looked through otherwise; PostgreSQL's and Kafka's own files are read through them. */
    private static final Set<String> OTHER_FOLDERS =
            Set.of("sample", "second-county", "binaries", "platform/postgres", "platform/kafka");

    private final Numbers numbers;
    private final Map<String, Map<Looking.Kind, Long>> found = new TreeMap<>();
    private final Set<String> places = new TreeSet<>();
    private long bytes;

    Places(Numbers numbers) {
        this.numbers = numbers;
    }

    /** What was found, by place; only places with anything. */
    Map<String, Map<Looking.Kind, Long>> found() {
        return Map.copyOf(found);
    }

    /** All that were looked through. */
    Set<String> names() {
        return Set.copyOf(places);
    }

    long bytes() {
        return bytes;
    }

    private void note(String place, Looking looking) {
        places.add(place);
        bytes += looking.bytes();
        if (!looking.found().isEmpty()) {
            Map<Looking.Kind, Long> all = found.computeIfAbsent(place, any -> new EnumMap<>(Looking.Kind.class));
            looking.found().forEach((kind, count) -> all.merge(kind, count, Long::sum));
        }
    }

    void text(String place, String text) {
        var looking = new Looking(numbers);
        looking.look(text);
        note(place, looking);
    }

    /**
     * The columns of all tables, whatever their type. As the owner, whom row-level security hides nothing: it would refuse
     * to be hidden from.
     */
    void database(PlatformAddresses.Database database, Predicate<String> schema) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.ownerUser(), database.ownerPassword())) {
            try (var statement = connection.createStatement()) {
                statement.execute("set row_security = off");
            }
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (StoredColumns columns : StoredColumns.of(connection)) {
                if (schema.test(columns.schema())) {
                    var looking = new Looking(numbers, columns.form() == StoredColumns.Form.FIGURES);
                    copies.copyOut(columns.copy(), columns.into(looking));
                    looking.end();
                    note(database.name() + "." + columns.name(), looking);
                }
            }
        }
    }

    /** Topics from their beginning: keys, headers and values. */
    void topics(String bootstrapServers, Predicate<String> topic) {
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
            for (var each : consumer.listTopics().entrySet()) {
                if (topic.test(each.getKey())) {
                    List<TopicPartition> partitions = each.getValue().stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
                    note("topic " + each.getKey(), read(consumer, partitions));
                }
            }
        }
    }

    private Looking read(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var looking = new Looking(numbers);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            consumer.poll(Duration.ofSeconds(1)).forEach(message -> look(looking, message));
        }
        return looking;
    }

    private static void look(Looking looking, ConsumerRecord<byte[], byte[]> message) {
        look(looking, message.key());
        look(looking, message.value());
        message.headers().forEach(header -> {
            looking.look(header.key());
            look(looking, header.value());
        });
    }

    private static void look(Looking looking, byte @Nullable [] bytes) {
        if (bytes != null) {
            looking.write(bytes, 0, bytes.length);
            looking.end();
        }
    }

    /** All files of a run: logs above all, and whatever else its processes have written. */
    void files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> own = files.filter(Files::isRegularFile)
                    .filter(file -> OTHER_FOLDERS.stream()
                            .noneMatch(folder -> directory.relativize(file).startsWith(folder)))
                    .toList();
            for (Path file : own) {
                var looking = new Looking(numbers);
                try (InputStream content = Files.newInputStream(file)) {
                    content.transferTo(looking);
                }
                looking.end();
                note("file " + directory.relativize(file), looking);
            }
        }
    }
}
