package org.jingzhun.chassis.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hangs up on a client that sends its body too slowly, after telling it so: it would hold a connection, a thread, and, of
 * an import, a transaction.
 */
@Provider
@Priority(BodyPace.OUTERMOST)
class BodyPace implements ReaderInterceptor {

    static final int OUTERMOST = 100;

    private static final long LOOK_EVERY = Duration.ofSeconds(1).toMillis();

    private final CurrentVertxRequest current;
    private final ObjectMapper json;
    private final Duration grace;
    private final long bytesPerSecond;

    BodyPace(
            CurrentVertxRequest current,
            ObjectMapper json,
            @ConfigProperty(name = "jingzhun.http.body-grace", defaultValue = "20s") Duration grace,
            @ConfigProperty(name = "jingzhun.http.body-bytes-per-second-at-least", defaultValue = "1024")
                    long bytesPerSecond) {
        this.current = current;
        this.json = json;
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = new PacedBody(context.getInputStream(), grace, bytesPerSecond);
        context.setInputStream(body);
        new Watch(current.getCurrent(), body).start();
        return context.proceed();
    }

    private final class Watch {

        private final RoutingContext exchange;
        private final PacedBody body;
        private volatile long timer;

        Watch(RoutingContext exchange, PacedBody body) {
            this.exchange = exchange;
            this.body = body;
        }

        void start() {
            again(grace.toMillis() + 1);
            exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
        }

        private void again(long milliseconds) {
            timer = exchange.vertx().setTimer(milliseconds, due -> look());
        }

        private void look() {
            HttpServerResponse response = exchange.response();
            if (response.ended() || response.closed() || exchange.request().isEnded()) {
                return;
            }
            if (body.isTooSlow() && !response.headWritten()) {
                body.giveUp();
                var unused = Problems.send(PacedBody.tooSlow(bytesPerSecond), exchange, json)
                        .onComplete(sent -> exchange.request().connection().close());
            } else {
                again(LOOK_EVERY);
            }
        }
    }
}
