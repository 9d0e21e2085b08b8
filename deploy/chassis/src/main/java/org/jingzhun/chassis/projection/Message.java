package org.jingzhun.chassis.projection;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A message as it came: its place in the topic, its headers, its bytes. */
public record Message(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] payload) {

    private static final String TYPE = "ce_type";

    static Message of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header)));
        return new Message(record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }

    /** The type alone: of the messages that can be read, which are nearly all, no other header is looked at. */
    static String typeOf(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(TYPE);
        return type == null ? "" : text(type);
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    public String type() {
        return headers.getOrDefault(TYPE, "");
    }
}
