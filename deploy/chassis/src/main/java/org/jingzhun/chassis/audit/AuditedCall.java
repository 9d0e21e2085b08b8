package org.jingzhun.chassis.audit;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call that must leave an audit record, and whether it has. */
final class AuditedCall {

    private static final String KEY = "jingzhun.audited-call";

    private final String endpoint;
    private final String path;
    private final AtomicBoolean recorded = new AtomicBoolean();

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

    /** Method and path as the matrix has them. */
    String endpoint() {
        return endpoint;
    }

    String path() {
        return path;
    }
}
