package org.jingzhun.chassis.projection;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.deadletter.DeadLetters;
import org.jspecify.annotations.Nullable;

/**
 * Applies batches of messages to projections. A message that cannot be read, or whose row the database refuses, becomes
 * a dead letter while the others go on; while the database cannot be reached the batch is tried again and again. So one
 * message never stops a consumer, and none is passed over silently.
 */
@ApplicationScoped
public class Projecting {

    private static final Logger LOG = Logger.getLogger(Projecting.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ObjectMapper json;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;

    Projecting(ObjectMapper json, DeadLetters deadLetters, MeterRegistry metrics) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Returns when every message of the batch is applied or kept as a dead letter. */
    public <E> void project(Projection<E> projection, ConsumerRecords<String, byte[]> records) {
        CallerScope.run(Caller.system("projection " + projection.topic()), () -> projectPatiently(projection, records));
    }

    private <E> void projectPatiently(Projection<E> projection, ConsumerRecords<String, byte[]> records) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                projectAll(projection, records);
                return;
            } catch (RuntimeException failure) {
                if (!Unreachable.isCauseOf(failure)) {
                    throw failure;
                }
                LOG.warnf("Database cannot be reached, %s waits: %s", projection.topic(), failure.getMessage());
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", shutdown);
        }
    }

    private <E> void projectAll(Projection<E> projection, ConsumerRecords<String, byte[]> records) {
        EventTypes<E> types = projection.types();
        List<Arrival<E>> readable = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                E event = read(types, record.topic(), Message.typeOf(record), record.value());
                if (event != null) {
                    readable.add(new Arrival<>(record, event));
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                bury(Message.of(record), "unreadable: " + unreadable.getMessage());
            }
        }
        apply(projection, readable);
    }

    private record Arrival<E>(ConsumerRecord<String, byte[]> record, E event) {}

    private <E> @Nullable E read(EventTypes<E> types, String topic, String type, byte @Nullable [] payload)
            throws IOException {
        Class<? extends E> record = types.find(type);
        if (payload == null || (record == null && !type.isEmpty())) {
            metrics.counter("jingzhun.events.ignored", "topic", topic).increment();
            return null;
        }
        if (record == null) {
            throw new IllegalArgumentException("header ce_type is missing");
        }
        E event = json.readValue(payload, record);
        if (event == null) {
            throw new IllegalArgumentException("payload is null");
        }
        return event;
    }

    /** All in one transaction; when the database refuses, halves, until the row that it refuses stands alone. */
    private <E> void apply(Projection<E> projection, List<Arrival<E>> readable) {
        if (readable.isEmpty()) {
            return;
        }
        try {
            List<E> newest = newest(projection, readable);
            List<E> every = readable.stream().map(Arrival::event).toList();
            QuarkusTransaction.requiringNew().run(() -> {
                projection.applyHistory(every);
                projection.apply(newest);
            });
            metrics.counter("jingzhun.events.applied", "topic", projection.topic())
                    .increment(readable.size());
        } catch (RuntimeException failure) {
            if (Unreachable.isCauseOf(failure)) {
                throw failure;
            }
            if (readable.size() == 1) {
                bury(
                        Message.of(readable.getFirst().record()),
                        "refused: " + Unreachable.rootOf(failure).getMessage());
                return;
            }
            int half = readable.size() / 2;
            apply(projection, readable.subList(0, half));
            apply(projection, readable.subList(half, readable.size()));
        }
    }

    private static <E> List<E> newest(Projection<E> projection, List<Arrival<E>> readable) {
        Map<Object, E> newest = HashMap.newHashMap(readable.size());
        for (Arrival<E> each : readable) {
            newest.merge(
                    projection.keyOf(each.event()),
                    each.event(),
                    (one, other) -> projection.revisionOf(one) >= projection.revisionOf(other) ? one : other);
        }
        return List.copyOf(newest.values());
    }

    private void bury(Message message, String reason) {
        LOG.warnf(
                "Dead letter from %s, partition %d, offset %d: %s",
                message.topic(),
                message.partition(),
                message.offset(),
                reason.lines().findFirst().orElse(""));
        QuarkusTransaction.requiringNew().run(() -> deadLetters.bury(message, reason));
        metrics.counter("jingzhun.dead.letters", "topic", message.topic()).increment();
    }

    /**
     * Applies one message again.
     *
     * @throws IllegalArgumentException when it still cannot be read or applied
     */
    public <E> void replay(Projection<E> projection, Message message) {
        CallerScope.run(Caller.system("replay " + projection.topic()), () -> {
            try {
                E event = read(projection.types(), message.topic(), message.type(), message.payload());
                if (event != null) {
                    QuarkusTransaction.requiringNew().run(() -> {
                        projection.applyHistory(List.of(event));
                        projection.apply(List.of(event));
                    });
                }
            } catch (IOException still) {
                throw new IllegalArgumentException(still.getMessage(), still);
            }
        });
    }
}
