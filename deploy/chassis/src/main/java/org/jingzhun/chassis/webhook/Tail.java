package org.jingzhun.chassis.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The newest events, read once for all subscriptions of this process. Whoever is further behind reads the table, a
 * stretch at a time, where row-level security holds the area.
 */
@ApplicationScoped
class Tail {

    private static final int CHUNK = 2_000;
    private static final int CHUNKS = 64;
    private static final long BYTES_AT_MOST = 32L * 1024 * 1024;
    private static final int STRETCH = 20_000;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration TOGETHER = Duration.ofMillis(20);

    private final EventLog log;
    private final Semaphore news = new Semaphore(0);
    private volatile List<Chunk> chunks = List.of();

    /** Events behind {@code from} up to {@code to}, with the size of them all. */
    private record Chunk(long from, long to, List<LoggedEvent> events, long bytes) {

        Chunk(long from, long to, List<LoggedEvent> events) {
            this(
                    from,
                    to,
                    events,
                    events.stream().mapToLong(event -> event.payload().length).sum());
        }
    }

    /**
     * What comes next for a subscription.
     *
     * @param to position up to which nothing else is there for it
     */
    record Window(List<LoggedEvent> events, long to) {}

    Tail(EventLog log) {
        this.log = log;
    }

    /** There is something new. */
    void wake() {
        news.release();
    }

    /** Waits a moment for something new, and then another one for what comes with it. */
    void await() throws InterruptedException {
        if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.sleep(TOGETHER);
            news.drainPermits();
        }
    }

    /** Forgets everything; the next look begins at the end of the table. */
    void forget() {
        chunks = List.of();
    }

    /** @return whether something new was read */
    boolean look() {
        List<Chunk> known = chunks;
        if (known.isEmpty()) {
            long end = QuarkusTransaction.requiringNew().call(log::end);
            chunks = List.of(new Chunk(end, end, List.of()));
            return true;
        }
        List<LoggedEvent> events = log.behind(known.getLast().to(), CHUNK);
        if (events.isEmpty()) {
            return false;
        }
        var more = new ArrayList<>(known);
        more.add(new Chunk(known.getLast().to(), events.getLast().position(), events));
        long bytes = more.stream().mapToLong(Chunk::bytes).sum();
        while (more.size() > 1 && (more.size() > CHUNKS || bytes > BYTES_AT_MOST)) {
            bytes -= more.removeFirst().bytes();
        }
        chunks = List.copyOf(more);
        return true;
    }

    /** Position of the newest event that was read; 0 before the first look. */
    long end() {
        List<Chunk> now = chunks;
        return now.isEmpty() ? 0 : now.getLast().to();
    }

    /** What a subscription is to be sent behind a position. */
    Window next(Subscription subscription, long position, int limit) {
        return remembered(subscription, position, limit).orElseGet(() -> {
            long to = Math.min(position + STRETCH, end());
            if (to <= position) {
                return new Window(List.of(), position);
            }
            List<LoggedEvent> events = log.between(subscription, position, to, limit);
            return new Window(
                    events, events.size() < limit ? to : events.getLast().position());
        });
    }

    private Optional<Window> remembered(Subscription subscription, long position, int limit) {
        List<Chunk> now = chunks;
        if (now.isEmpty() || position < now.getFirst().from()) {
            return Optional.empty();
        }
        List<LoggedEvent> wanted = new ArrayList<>();
        for (Chunk chunk : now) {
            if (chunk.to() <= position) {
                continue;
            }
            for (LoggedEvent event : chunk.events()) {
                if (event.position() > position && subscription.wants(event)) {
                    wanted.add(event);
                    if (wanted.size() == limit) {
                        return Optional.of(new Window(wanted, event.position()));
                    }
                }
            }
        }
        return Optional.of(new Window(wanted, Math.max(position, now.getLast().to())));
    }
}
