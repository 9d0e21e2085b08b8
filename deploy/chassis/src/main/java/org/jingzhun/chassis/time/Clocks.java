package org.jingzhun.chassis.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Time comes from an injected {@link Clock}; calendar rules (days, months, deadlines) hold in {@link #SHANGHAI}. */
public final class Clocks {

    /** The calendar of every rule that counts days. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Clocks() {}

    /** The day that it is there. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    @ApplicationScoped
    static class Producer {

        @Produces
        @DefaultBean
        @ApplicationScoped
        Clock clock() {
            return Clock.system(SHANGHAI);
        }
    }
}
