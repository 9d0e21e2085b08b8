package org.jingzhun.chassis.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jspecify.annotations.Nullable;

/** Writes down the events of this service's own topics, in whose order they will be delivered. */
@ApplicationScoped
class Recording {

    private static final Logger LOG = Logger.getLogger(Recording.class);
    /** The field of payloads that tells of which household they are: in its order they are delivered. */
    private static final String HOUSEHOLD = "householdId";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventLog log;
    private final Tail tail;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Map<String, String> places;

    Recording(EventLog log, Tail tail, ObjectMapper json, MeterRegistry metrics, WebhookSettings settings) {
        this.log = log;
        this.tail = tail;
        this.json = json;
        this.metrics = metrics;
        this.places = settings.places();
    }

    /** Returns when every event is written, however long the database is away. */
    @Incoming("webhooks")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        List<EventLog.Arrived> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : inOrder(records)) {
            try {
                EventLog.Arrived event = read(record);
                if (event != null) {
                    events.add(event);
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.errorf(
                        "Event of %s, partition %d, offset %d, cannot be sent to subscribers: %s",
                        record.topic(), record.partition(), record.offset(), unreadable.getMessage());
                metrics.counter("jingzhun.webhooks.unreadable", "topic", record.topic())
                        .increment();
            }
        }
        if (!events.isEmpty()) {
            CallerScope.run(Caller.system("webhooks"), () -> append(events));
            tail.wake();
        }
    }

    private record Timed(Instant time, ConsumerRecord<String, byte[]> record) {}

    /** As they happened, whatever their topics; those of one partition as they lie there, whatever their times. */
    private static List<ConsumerRecord<String, byte[]>> inOrder(ConsumerRecords<String, byte[]> records) {
        List<Timed> all = new ArrayList<>(records.count());
        for (TopicPartition partition : records.partitions()) {
            Instant latest = Instant.EPOCH;
            for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                Instant time = time(record);
                latest = time.isAfter(latest) ? time : latest;
                all.add(new Timed(latest, record));
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(Timed::time))
                .map(Timed::record)
                .toList();
    }

    private static Instant time(ConsumerRecord<String, byte[]> record) {
        try {
            return OffsetDateTime.parse(header(record, "ce_time")).toInstant();
        } catch (DateTimeParseException untold) {
            return Instant.EPOCH;
        }
    }

    private void append(List<EventLog.Arrived> events) {
        while (true) {
            try {
                log.append(events);
                return;
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "%d events wait to be written down for subscribers", events.size());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", shutdown);
        }
    }

    /** @return null for an event that nobody can subscribe to */
    private EventLog.@Nullable Arrived read(ConsumerRecord<String, byte[]> record) throws IOException {
        String type = header(record, "ce_type");
        String place = places.get(type);
        if (place == null || record.value() == null) {
            return null;
        }
        JsonNode payload = json.readTree(record.value());
        JsonNode division = payload.path(place);
        if (!division.isTextual() && !division.isIntegralNumber()) {
            throw new IllegalArgumentException("its field " + place + " is missing");
        }
        String key = record.key() == null ? "" : record.key();
        return new EventLog.Arrived(
                UUID.fromString(header(record, "ce_id")).toString(),
                type,
                header(record, "ce_source"),
                header(record, "ce_time"),
                key,
                payload.path(HOUSEHOLD).asText(key),
                Long.parseLong(division.asText()),
                new String(record.value(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
