package org.jingzhun.chassis.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param topic Kafka topic
 * @param key aggregate id: events with the same key keep their order
 * @param type CloudEvents type, reverse domain notation
 * @param payload written as JSON; a {@code byte[]} goes as it is
 * @param reason only for dead letters: why the message could not be read
 */
public record OutboxEvent(
        String topic,
        String key,
        String type,
        Object payload,
        @Nullable String reason) {

    public OutboxEvent(String topic, String key, String type, Object payload) {
        this(topic, key, type, payload, null);
    }
}
