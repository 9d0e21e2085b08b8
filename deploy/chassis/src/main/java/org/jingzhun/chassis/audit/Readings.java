package org.jingzhun.chassis.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of calls that only read in groups: those that come while one group is written are the next. Each call
 * waits for its record before it is answered ({@link AuditNet}), so nothing is shown that is not on record; but the calls
 * of a moment share one statement and one flush of the log.
 */
@ApplicationScoped
class Readings {

    private static final int MOST = 500;

    /** When so many read at the same time, a group waits a moment for more: a flush costs much, and few more wait longer. */
    private static final int MANY = 5;

    private static final Duration MOMENT = Duration.ofMillis(2);

    private final Audit audit;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread writer;
    private volatile boolean ended;

    Readings(Audit audit) {
        this.audit = audit;
    }

    private record Waiting(Audit.Attributed entry, CompletableFuture<Void> written) {}

    void onStart(@Observes StartupEvent start) {
        writer = Thread.ofVirtual().name("audit-readings").start(this::work);
    }

    void onStop(@Observes ShutdownEvent stop) {
        Thread running = writer;
        if (running != null) {
            running.interrupt();
        }
    }

    /** @return done when the record is on disk, or failed when it is not */
    CompletableFuture<Void> write(Audit.Attributed entry) {
        var written = new CompletableFuture<Void>();
        waiting.add(new Waiting(entry, written));
        if (ended) {
            refuseRest();
        }
        return written;
    }

    /** Nobody waits for ever when the service stops. */
    private void refuseRest() {
        for (Waiting each = waiting.poll(); each != null; each = waiting.poll()) {
            each.written().completeExceptionally(new IllegalStateException("The service stops"));
        }
    }

    private void work() {
        try {
            int before = 0;
            while (true) {
                List<Waiting> group = new ArrayList<>();
                group.add(waiting.take());
                if (before >= MANY) {
                    Thread.sleep(MOMENT);
                }
                waiting.drainTo(group, MOST - 1);
                before = group.size();
                write(group);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            refuseRest();
        }
    }

    /** One that cannot be written must not keep the others from it. */
    private void write(List<Waiting> group) {
        try {
            audit.insert(group.stream().map(Waiting::entry).toList());
            group.forEach(each -> each.written().complete(null));
        } catch (RuntimeException | Error failure) {
            if (group.size() == 1) {
                group.getFirst().written().completeExceptionally(failure);
            } else {
                group.forEach(each -> write(List.of(each)));
            }
        }
    }
}
