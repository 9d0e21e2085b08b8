package org.jingzhun.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.acceptance.fuzz.Fuzzing.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests that once met a fault, and 4,000 made from the OpenAPI documents, right and wrong: every answer is as promised,
 * and none is a server's error. {@code -Dfuzz.requests=50000} sends that many, {@code -Dfuzz.seed} draws others, {@code
 * -Djingzhun.run} takes the suite that already runs with its data in that directory.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {

    private static final long REQUESTS = Long.getLong("fuzz.requests", 4_000);
    private static final Duration LASTING =
            System.getProperty("fuzz.requests") == null ? Duration.ofMinutes(3) : Duration.ofHours(3);
    /** Every build draws the same, so that it fails for what changed. */
    private static final long SEED = 20_261_126;

    private static final Duration SLOW = Duration.ofSeconds(15);
    private static final int THREADS_EACH = 6;

    private Result result;

    @BeforeAll
    void sendThem() throws IOException, InterruptedException {
        long seed = Long.getLong("fuzz.seed", SEED);
        System.out.println("Seed of the generated requests: -Dfuzz.seed=" + seed);
        var fuzzing =
                new Fuzzing(seed, REQUESTS, LASTING, THREADS_EACH, SLOW, RunningSuite.root(), Path.of("target/fuzz"));
        RunningSuite.Reach suite = RunningSuite.anyWithTheSample();
        try (var sender = new Sender(suite.addresses(), suite.keys())) {
            long begun = System.nanoTime();
            result = fuzzing.run(sender);
            System.out.printf(
                    "%d requests in %d s: %s%n",
                    result.coverage().requests(),
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    result.coverage().byStatus());
        }
    }

    @Test
    void everyAnswerIsAsPromised() {
        List<String> faults = result.failures().stream()
                .map(failure -> failure.operation() + ": " + failure.complaint().kind() + "\n"
                        + failure.call().curl())
                .toList();
        assertThat(faults).as("see target/fuzz/failures.txt").isEmpty();
    }
}
