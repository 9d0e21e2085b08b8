package org.jingzhun.chassis.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.signing.SigningKey;

/**
 * The heads of the chain outside the database. Each is signed with a key that the database does not hold, and kept for
 * good in a topic that its owner cannot change: whoever rewrites the chain or cuts it short can neither take back a head
 * nor make another. What is not signed by the key, the outbox being a table, does not count.
 */
@ApplicationScoped
class AuditHeads {

    private static final String TYPE = "org.jingzhun.audit.head-signed";
    private static final String SUFFIX = "-service";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final Config config;
    private final SigningKey key;
    private final String service;
    private final String brokers;

    AuditHeads(
            Outbox outbox,
            ObjectMapper json,
            Clock clock,
            Config config,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "jingzhun.audit.secret") String secret,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.config = config;
        this.key = SigningKey.of(secret);
        this.service = application.endsWith(SUFFIX)
                ? application.substring(0, application.length() - SUFFIX.length())
                : application;
        this.brokers = brokers;
    }

    /** Base64 of its X.509 form. */
    String publicKey() {
        return key.publicKey();
    }

    String topic() {
        return service + ".audit";
    }

    /** In the transaction of the caller. */
    void publish(long position, String hash) {
        AuditHead head = AuditHead.signed(key, service, position, hash, clock.instant());
        outbox.publish(new OutboxEvent(topic(), service, TYPE, head));
    }

    /** All that were ever published and are signed by the key, by position. */
    List<AuditHead> list() {
        List<AuditHead> heads = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                settings(), new ByteArrayDeserializer(), (Deserializer<byte[]>) new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic(), PATIENCE).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                consumer.poll(PATIENCE).forEach(message -> head(message).ifPresent(heads::add));
            }
        }
        heads.sort(Comparator.comparingLong(AuditHead::position));
        return heads;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        ConsumerConfig.configNames().forEach(name -> config.getOptionalValue("kafka." + name, String.class)
                .ifPresent(value -> settings.put(name, value)));
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    /** What is no head, or one in another's name, is not counted: anybody who writes to the outbox could have sent it. */
    private Optional<AuditHead> head(ConsumerRecord<byte[], byte[]> message) {
        try {
            AuditHead head = json.readValue(message.value(), AuditHead.class);
            return head.isOf(key, service) ? Optional.of(head) : Optional.empty();
        } catch (IOException foreign) {
            return Optional.empty();
        }
    }
}
