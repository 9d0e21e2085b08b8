package org.jingzhun.chassis.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.caller.CurrentCaller;

/** Bounds the whole lists that one caller has streamed to it at the same time: each reads the database for minutes. */
@ApplicationScoped
class RunningExports {

    private static final String SOON = "10";

    private final CurrentCaller caller;
    private final CurrentVertxRequest current;
    private final int most;
    private final ConcurrentHashMap<String, Integer> running = new ConcurrentHashMap<>();

    RunningExports(
            CurrentCaller caller,
            CurrentVertxRequest current,
            @ConfigProperty(name = "jingzhun.http.exports-at-once", defaultValue = "4") int most) {
        this.caller = caller;
        this.current = current;
        this.most = most;
    }

    /**
     * Counts one more until the exchange is over, however it ends.
     *
     * @throws ProblemException 429 {@code exports-at-most}
     */
    void begin() {
        RoutingContext exchange = current.getCurrent();
        String subject = caller.get().subject();
        String who = subject.isEmpty()
                ? "address " + exchange.request().remoteAddress().hostAddress()
                : subject;
        int count = running.merge(who, 1, Integer::sum);
        if (count > most) {
            end(who);
            exchange.response().putHeader("Retry-After", SOON);
            throw Problem.of(429, "exports-at-most", most).asException();
        }
        exchange.addEndHandler(over -> end(who));
    }

    private void end(String who) {
        running.computeIfPresent(who, (key, count) -> count == 1 ? null : count - 1);
    }
}
