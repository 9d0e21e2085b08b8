package org.jingzhun.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.acceptance.fuzz.Fuzzing.Result;
import org.jingzhun.standalone.SuiteService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests that once met a fault, and 50,000 made from the OpenAPI documents, right and wrong: every answer is as promised,
 * and none is a server's error. Rows of streams are answers, too. {@code -Dfuzz.requests} sends another number however long
 * it takes, {@code -Dfuzz.seed} draws others, {@code -Djingzhun.run} takes the suite that already runs with its data in that
 * directory.
 */
@Order(Integer.MAX_VALUE - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {

    private static final long REQUESTS = Long.getLong("fuzz.requests", 50_000);
    /** They take five minutes, or fifteen on a machine that is busy with other things. */
    private static final Duration LASTING =
            System.getProperty("fuzz.requests") == null ? Duration.ofMinutes(15) : Duration.ofHours(3);
    /** A run that sends fewer has shown little, whatever held it up. */
    private static final long REQUESTS_AT_LEAST = REQUESTS / 4;
    /** With so many, nearly every operation that can be answered well by chance has been. */
    private static final long MANY = 40_000;
    /** Of the operations, how many are answered well at least when there were many; 0.66 of 574 were in a run of 50,000. */
    private static final double SUCCEEDED_OF_MANY = 0.6;

    private static final double SUCCEEDED_OF_FEW = 0.3;
    /** Every build draws the same, so that it fails for what changed. */
    private static final long SEED = 20_261_126;

    /** Such as no caller waits for, even where 18 ask at a time and jobs reckon beside them; how fast an answer is, the benchmarks say. */
    private static final Duration SLOW = Duration.ofSeconds(45);

    private static final int THREADS_EACH = 6;
    private static final int SHOWN = 200;

    /** What a service writes when it has to end a transaction that nobody has ended. */
    private static final String LEFT_OPEN = "ARJUNA012117";

    private Result result;
    private Path logs;

    @BeforeAll
    void sendThem() throws IOException, InterruptedException {
        long seed = Long.getLong("fuzz.seed", SEED);
        System.out.println("Seed of the generated requests: -Dfuzz.seed=" + seed);
        var fuzzing = new Fuzzing(seed, REQUESTS, LASTING, THREADS_EACH, SLOW, RunningSuite.root());
        RunningSuite.Reach suite = RunningSuite.anyWithTheSample();
        logs = suite.directory().resolve("logs");
        try (var sender = new Sender(suite.addresses(), suite.keys())) {
            long begun = System.nanoTime();
            result = fuzzing.run(sender);
            System.out.printf(
                    "%d requests in %d s: %s%n",
                    result.coverage().requests(),
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    result.coverage().byStatus());
            List<String> never = result.neverSucceeded();
            System.out.printf(
                    "%d of %d operations were never answered well (target/fuzz/never-succeeded.txt):%n  %s%n",
                    never.size(), result.operations().size(), String.join("\n  ", never));
        }
    }

    @Test
    void everyAnswerIsAsPromised() {
        assertThat(result.failures().stream()
                        .map(failure -> failure.call().curl())
                        .toList())
                // in one line, which is all that a summary of many tests shows
                .as(result.failures().stream()
                        .map(failure -> "%s %s (%s, %d times) %s"
                                .formatted(
                                        failure.operation(),
                                        failure.complaint().kind(),
                                        failure.call().what(),
                                        failure.times().get(),
                                        first(failure.complaint().detail())))
                        .collect(Collectors.joining("; ", "target/fuzz/failures.txt: ", "")))
                .isEmpty();
    }

    private static String first(String detail) {
        return detail.lines()
                .findFirst()
                .map(line -> line.substring(0, Math.min(line.length(), SHOWN)))
                .orElse("");
    }

    /** Those of the first minutes are ended before the last request is sent. */
    @Test
    void noRequestLeavesATransactionOpen() throws IOException {
        for (SuiteService service : SuiteService.values()) {
            try (Stream<String> lines = Files.lines(logs.resolve(service.title() + ".log"))) {
                assertThat(lines.filter(line -> line.contains(LEFT_OPEN)).limit(SHOWN))
                        .as(service.title())
                        .isEmpty();
            }
        }
    }

    @Test
    void asManyRequestsAreSentAsShowAnything() {
        assertThat(result.generated())
                .as("of %d in %s", REQUESTS, LASTING)
                .isBetween(Math.max(1, REQUESTS_AT_LEAST), REQUESTS);
    }

    @Test
    void enoughOperationsAreAnsweredWellAtLeastOnce() {
        assertThat(result.succeeded())
                .as("never answered well: %s", result.neverSucceeded())
                .isGreaterThanOrEqualTo(result.generated() < MANY ? SUCCEEDED_OF_FEW : SUCCEEDED_OF_MANY);
    }
}
