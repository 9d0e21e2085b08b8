package org.jingzhun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;

/** Kills a service while it works on a job. */
record JobKilling(RunningSuite suite, Api api) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Some of its work is committed, and some is still to be done. */
    static boolean merging(JsonNode job) {
        long done = job.path("done").asLong();
        return done > 0 && done < job.path("total").asLong();
    }

    static boolean running(JsonNode job) {
        return job.path("state").asText().equals("RUNNING");
    }

    /**
     * A job whose service was killed at it, to be ended by another process.
     *
     * @param path of the job
     * @param at when it was killed
     */
    record Killed(Api api, SuiteService service, Token token, String path, Instant at) {

        /** Waits for the end that the other process gives it, and gives the ended job. */
        JsonNode awaitEnd() {
            JsonNode ended = api.awaitJob(service, token, path);
            assertThat(Instant.parse(ended.path("finishedAt").asText())).isAfter(at);
            return ended;
        }
    }

    /** Kills the service once its job is where the condition says. */
    Killed killWhen(Predicate<JsonNode> middle, SuiteService service, Token token, String job)
            throws IOException, InterruptedException {
        ProcessHandle process = suite.process(service);
        await().atMost(PATIENCE).pollInterval(LOOK_EVERY).until(() -> {
            JsonNode look = api.get(service, token, job);
            if (look.path("finishedAt").isTextual()) {
                throw new IllegalStateException("The job was too short to be killed in its middle: " + look);
            }
            return middle.test(look);
        });
        RunningSuite.signal("-KILL", process);
        process.onExit().join();
        return new Killed(api, service, token, job, Instant.now());
    }
}
