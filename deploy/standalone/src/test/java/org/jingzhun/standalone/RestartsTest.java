package org.jingzhun.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RestartsTest {

    private static final Instant NOON = Instant.parse("2016-03-01T12:00:00Z");

    private final Restarts restarts = new Restarts();

    @Test
    void aProcessThatKeepsFallingIsGivenUp() {
        for (int i = 0; i < Restarts.MOST; i++) {
            assertThat(restarts.mayRestart("funding-service", NOON.plusSeconds(i)))
                    .isTrue();
        }

        assertThat(restarts.mayRestart("funding-service", NOON.plusSeconds(60))).isFalse();
        assertThat(restarts.mayRestart("pairing-service", NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void aFallNowAndThenIsAlwaysLifted() {
        for (int i = 0; i < 100; i++) {
            assertThat(restarts.mayRestart("funding-service", NOON.plus(Duration.ofMinutes(3L * i))))
                    .isTrue();
        }
    }
}
