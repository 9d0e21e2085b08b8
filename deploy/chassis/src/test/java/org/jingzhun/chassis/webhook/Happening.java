package org.jingzhun.chassis.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;

/** Lets events happen, as if they had come from the topic. */
@ApplicationScoped
class Happening {

    static final long VILLAGE = 450420100201L;
    static final long ELSEWHERE = 450421100201L;

    private final EventLog log;
    private final Tail tail;

    Happening(EventLog log, Tail tail) {
        this.log = log;
        this.tail = tail;
    }

    static EventLog.Arrived event(String type, String key, long village, String payload) {
        return new EventLog.Arrived(
                UUID.randomUUID().toString(), type, "/chassis", Instant.now().toString(), key, key, village, payload);
    }

    void happens(List<EventLog.Arrived> events) {
        CallerScope.run(Caller.system("test"), () -> log.append(events));
        tail.wake();
    }

    /** Payloads {@code <key><number>} for each number and key. */
    void happen(int numbers, String... keys) {
        happens(IntStream.rangeClosed(1, numbers)
                .boxed()
                .flatMap(number -> List.of(keys).stream()
                        .map(key -> event(Subscriber.CHANGED, key, VILLAGE, "\"" + key + number + "\"")))
                .toList());
    }
}
