package org.jingzhun.identification.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jingzhun.chassis.testing.PlatformResource;

/** Reads and writes topics as other services do. */
public final class Topic {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Topic() {}

    /** Waits for a message with a key, from the beginning of the topic. */
    public static ConsumerRecord<String, String> await(String topic, String key) {
        return await(topic, key, "");
    }

    /**
     * Waits for a message with a key and a type.
     *
     * @param type end of the CloudEvents type
     */
    public static ConsumerRecord<String, String> await(String topic, String key, String type) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", PlatformResource.platform().addresses().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(each.key())
                            && headers(each).getOrDefault("ce_type", "").endsWith(type)) {
                        return each;
                    }
                }
            }
        }
        throw new AssertionError("No message with the key " + key + " came to " + topic);
    }

    /**
     * What came to a topic until now with a key and a type, each once, in order.
     *
     * @param type end of the CloudEvents type
     */
    public static List<String> all(String topic, String key, String type) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", PlatformResource.platform().addresses().bootstrapServers());
        Set<String> found = new LinkedHashSet<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(each.key())
                            && headers(each).getOrDefault("ce_type", "").endsWith(type)) {
                        found.add(each.value());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    public static Map<String, String> headers(ConsumerRecord<?, ?> message) {
        Map<String, String> headers = new TreeMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    /** Sends an event in the form of the suite. */
    public static void send(String topic, String key, String type, String payload) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", PlatformResource.platform().addresses().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>(topic, key, payload);
            message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            var unused = producer.send(message);
        }
    }
}
