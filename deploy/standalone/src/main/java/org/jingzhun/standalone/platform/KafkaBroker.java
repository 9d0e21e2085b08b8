package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka node, broker and controller in one (KRaft), on the loopback address, its log kept. */
final class KafkaBroker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    static KafkaBroker start(Path log, int port) throws IOException {
        int controllerPort = Ports.claim("the Kafka controller", 0);
        Properties settings = settings(log, port, controllerPort);
        if (!Files.exists(log.resolve("meta.properties"))) {
            format(log);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, "127.0.0.1:" + port);
    }

    private static Properties settings(Path log, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.setProperty("log.dirs", log.toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(2 * 1024 * 1024));
        settings.setProperty("log.segment.bytes", Integer.toString(128 * 1024 * 1024));
        return settings;
    }

    private static void format(Path log) throws IOException {
        Files.createDirectories(log);
        try {
            new Formatter()
                    .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream(), false))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(CONTROLLER)
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .run();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("Kafka's log directory " + log + " cannot be formatted.", failure);
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Makes the topics that are missing; leaves those that are there as they are. */
    void provide(List<NewTopic> topics) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>(topics);
            missing.removeIf(topic -> there.contains(topic.name()));
            admin.createTopics(missing).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Kafka makes the topics.", interrupted);
        } catch (ExecutionException failure) {
            throw new IOException("Kafka did not make the topics.", failure);
        }
    }

    /** A topic whose last record of each key is its state, and one that keeps every record. */
    static NewTopic topic(String name, int partitions, boolean state) {
        Map<String, String> settings = state
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1");
        return new NewTopic(name, partitions, (short) 1).configs(settings);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
