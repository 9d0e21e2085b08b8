package org.jingzhun.chassis.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a failed delivery is tried again: the schedule that the Standard Webhooks specification recommends. */
final class BackOff {

    /** After so long an event is a dead letter, and a receiver that took nothing meanwhile is suspended. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration LONGEST_PROBE = Duration.ofMinutes(10);
    private static final int LONGEST_SHIFT = 7;

    private BackOff() {}

    /** @param attempts that have failed, 1 or more */
    static Duration pause(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    }

    /**
     * Between two attempts at a receiver that takes nothing at all.
     *
     * @param failures since it was found so, 0 or more
     */
    static Duration probe(int failures) {
        Duration pause = PAUSES.getFirst().multipliedBy(1L << Math.min(failures, LONGEST_SHIFT));
        return pause.compareTo(LONGEST_PROBE) > 0 ? LONGEST_PROBE : pause;
    }

    static boolean isOver(Instant firstFailure, Instant now) {
        return !now.isBefore(firstFailure.plus(PATIENCE));
    }
}
