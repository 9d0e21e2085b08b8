package org.jingzhun.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * From commit in one service's database to the row in another service's read model, on a platform of its own: register
 * events are written to identification's outbox, and pairing-service, running as it is, projects them. The peer is a
 * bare Kafka consumer of the same events, that is, the way without the service.
 */
final class EventsBench {

    private static final int SINGLE_EVENTS = 300;
    private static final int BURST = 200_000;
    private static final int EVENTS_PER_TRANSACTION = 2_000;
    private static final int WARM_UP = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MILLISECOND = 1e6;
    private static final double SECOND = 1e9;
    private static final double MICROSECONDS = 1e6;

    private final PlatformAddresses addresses;
    private final RegisterEvents events;
    private final Connection readModel;
    private final ProcessorTime processor;

    /** @param microsecondsPerEvent of processor time, in all processes together */
    private record Burst(double rate, double microsecondsPerEvent) {}

    private EventsBench(PlatformAddresses addresses, RegisterEvents events, Connection readModel) {
        this.addresses = addresses;
        this.events = events;
        this.readModel = readModel;
        this.processor = new ProcessorTime(readModel);
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "identification", "pairing")) {
            Path data = scratch.path();
            PlatformAddresses addresses = platform.addresses();
            PlatformAddresses.Database identification = addresses.database("identification");
            PlatformAddresses.Database pairing = addresses.database("pairing");
            RegisterEvents.makeOutbox(identification);
            platform.registerConnector("identification");
            try (var outbox = connect(
                            identification.jdbcUrl(), identification.ownerUser(), identification.ownerPassword());
                    var readModel = connect(pairing.jdbcUrl(), pairing.ownerUser(), pairing.ownerPassword())) {
                var bench = new EventsBench(addresses, new RegisterEvents(outbox), readModel);
                double[] latencies;
                Burst toReadModel;
                try (var service = RunningService.start("pairing-service", pairing, addresses, data)) {
                    bench.burstToReadModel(WARM_UP);
                    latencies = bench.latencies();
                    toReadModel = bench.burstToReadModel(BURST);
                    service.requireAlive();
                }
                Burst toConsumer = bench.burstToConsumer(BURST);
                return List.of(
                        new Figure("commit to read model, p50", latencies[0], "ms", latencies[2], "commit to consumer"),
                        new Figure("commit to read model, p99", latencies[1], "ms", latencies[3], "commit to consumer"),
                        new Figure(
                                "burst of 200,000 events to read model",
                                toReadModel.rate(),
                                "events/s",
                                toConsumer.rate(),
                                "to a bare consumer instead of the service"),
                        new Figure(
                                "processor time of the burst",
                                toReadModel.microsecondsPerEvent(),
                                "µs/event",
                                toConsumer.microsecondsPerEvent(),
                                "to a bare consumer instead of the service"));
            }
        }
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Median and 99th percentile to the read model, then both to a bare consumer, in milliseconds. */
    private double[] latencies() throws SQLException {
        double[] toReadModel = new double[SINGLE_EVENTS];
        double[] toConsumer = new double[SINGLE_EVENTS];
        try (var consumer = consumer()) {
            for (int event = 0; event < SINGLE_EVENTS; event++) {
                UUID id = UUID.randomUUID();
                events.publish(List.of(id));
                long committed = System.nanoTime();
                awaitRow(id);
                toReadModel[event] = (System.nanoTime() - committed) / MILLISECOND;

                UUID other = UUID.randomUUID();
                events.publish(List.of(other));
                committed = System.nanoTime();
                awaitMessage(consumer, other);
                toConsumer[event] = (System.nanoTime() - committed) / MILLISECOND;
            }
        }
        Arrays.sort(toReadModel);
        Arrays.sort(toConsumer);
        int last = SINGLE_EVENTS * 99 / 100;
        return new double[] {
            toReadModel[SINGLE_EVENTS / 2], toReadModel[last], toConsumer[SINGLE_EVENTS / 2], toConsumer[last]
        };
    }

    /** From the first commit until every row is in the read model. */
    private Burst burstToReadModel(int events) throws Exception {
        long before = rows();
        double processorBefore = processor.seconds();
        long start = System.nanoTime();
        awaitRows(publishBurst(events));
        Burst burst = burst(events, start, System.nanoTime(), processorBefore);
        if (rows() != before + events) {
            throw new IllegalStateException("%d of %d rows reached the read model".formatted(rows() - before, events));
        }
        return burst;
    }

    private Burst burst(int events, long start, long end, double processorBefore) throws SQLException {
        double processorSeconds = processor.seconds() - processorBefore;
        return new Burst(events * SECOND / (end - start), processorSeconds * MICROSECONDS / events);
    }

    /** From the first commit to the last message at a consumer that does nothing with them. */
    private Burst burstToConsumer(int events) throws Exception {
        try (var consumer = consumer()) {
            double processorBefore = processor.seconds();
            long start = System.nanoTime();
            CompletableFuture<Long> consumed = CompletableFuture.supplyAsync(() -> {
                awaitMessages(consumer, events);
                return System.nanoTime();
            });
            publishBurst(events);
            return burst(events, start, consumed.get(), processorBefore);
        }
    }

    /** @return the households of the last transaction */
    private List<UUID> publishBurst(int number) throws SQLException {
        List<UUID> last = List.of();
        for (int done = 0; done < number; done += EVENTS_PER_TRANSACTION) {
            last = Stream.generate(UUID::randomUUID)
                    .limit(Math.min(EVENTS_PER_TRANSACTION, number - done))
                    .toList();
            events.publish(last);
        }
        return last;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        addresses.bootstrapServers(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "latest",
                        "max.poll.records",
                        5000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(RegisterEvents.TOPIC).stream()
                .map(partition -> new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }

    private static void awaitMessage(KafkaConsumer<String, byte[]> consumer, UUID id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (var message : consumer.poll(Duration.ofMillis(100))) {
                if (id.toString().equals(message.key())) {
                    return;
                }
            }
        }
        throw new IllegalStateException("event " + id + " never reached the topic");
    }

    private static void awaitMessages(KafkaConsumer<String, byte[]> consumer, int events) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int seen = 0;
        while (seen < events) {
            seen += consumer.poll(Duration.ofMillis(100)).count();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(seen + " of " + events + " events reached the topic");
            }
        }
    }

    private void awaitRow(UUID household) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var query = readModel.prepareStatement("select 1 from observed_household where id = ?")) {
            query.setObject(1, household);
            while (System.nanoTime() < end) {
                try (var rows = query.executeQuery()) {
                    if (rows.next()) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("event " + household + " never reached the read model");
    }

    private long rows() throws SQLException {
        try (var query = readModel.prepareStatement("select count(*) from observed_household")) {
            return count(query);
        }
    }

    /**
     * Waits for the rows of the last transaction. They lie in every partition, and a partition is read in order, so all
     * rows before them are there too; counting all again and again would take a good part of a core.
     */
    private void awaitRows(List<UUID> last) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var query = readModel.prepareStatement("select count(*) from observed_household where id = any(?)")) {
            query.setArray(1, readModel.createArrayOf("uuid", last.toArray()));
            while (count(query) < last.size()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            count(query) + " of the last " + last.size() + " rows reached the read model");
                }
                Thread.sleep(100);
            }
        }
    }

    private static long count(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
