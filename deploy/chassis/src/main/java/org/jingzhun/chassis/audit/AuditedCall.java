package org.jingzhun.chassis.audit;

import io.vertx.ext.web.RoutingContext;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call that must leave an audit record, and whether it has. */
final class AuditedCall {

    private static final String KEY = "jingzhun.audited-call";

    private final String endpoint;
    private final String path;
    private final AtomicBoolean recorded = new AtomicBoolean();
    private final AtomicBoolean answering = new AtomicBoolean();
    private final Queue<CompletableFuture<Void>> awaited = new ConcurrentLinkedQueue<>();

    private AuditedCall(String endpoint, String path) {
        this.endpoint = endpoint;
        this.path = path;
    }

    static void begin(RoutingContext exchange, String endpoint, String path) {
        exchange.put(KEY, new AuditedCall(endpoint, path));
    }

    static @Nullable AuditedCall of(RoutingContext exchange) {
        return exchange.get(KEY);
    }

    /** A record of it is written, or will be. */
    static void recorded(RoutingContext exchange) {
        AuditedCall call = of(exchange);
        if (call != null) {
            call.recorded.set(true);
        }
    }

    boolean isRecorded() {
        return recorded.get();
    }

    boolean isRead() {
        return endpoint.startsWith("GET ");
    }

    /** Whether records may still be written by somebody else, for whom the answer then waits. */
    boolean mayWait() {
        return isRead() && !answering.get();
    }

    void waitsFor(CompletableFuture<Void> record) {
        awaited.add(record);
    }

    /**
     * Now comes the answer: what was recorded must be on disk.
     *
     * @throws IllegalStateException if it could not be written
     */
    void answer() {
        answering.set(true);
        try {
            for (var record = awaited.poll(); record != null; record = awaited.poll()) {
                record.join();
            }
        } catch (CompletionException failure) {
            throw new IllegalStateException("What is read could not be recorded, so it must not be shown", failure);
        }
    }

    /** Method and path as the matrix has them. */
    String endpoint() {
        return endpoint;
    }

    String path() {
        return path;
    }
}
