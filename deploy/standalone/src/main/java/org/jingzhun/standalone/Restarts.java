package org.jingzhun.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often each process has been restarted lately: a process that keeps falling is not lifted for ever. */
final class Restarts {

    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Map<String, Deque<Instant>> times = new HashMap<>();

    /** Whether the process may be restarted now; if so, this restart is counted. */
    boolean mayRestart(String name, Instant now) {
        Deque<Instant> lately = times.computeIfAbsent(name, unseen -> new ArrayDeque<>());
        while (!lately.isEmpty() && lately.getFirst().isBefore(now.minus(WITHIN))) {
            lately.removeFirst();
        }
        if (lately.size() >= MOST) {
            return false;
        }
        lately.addLast(now);
        return true;
    }
}
