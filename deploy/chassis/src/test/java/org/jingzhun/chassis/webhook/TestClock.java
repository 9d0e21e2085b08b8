package org.jingzhun.chassis.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jingzhun.chassis.time.Clocks;

/** The clock of the test application: the system's, put forward as tests want. */
@ApplicationScoped
class TestClock {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private static final InstantSource SOURCE = () -> Instant.now().plus(AHEAD.get());

    static void putForward(Duration by) {
        AHEAD.updateAndGet(ahead -> ahead.plus(by));
    }

    static void putBack() {
        AHEAD.set(Duration.ZERO);
    }

    static Instant now() {
        return SOURCE.instant();
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return SOURCE.withZone(Clocks.SHANGHAI);
    }
}
