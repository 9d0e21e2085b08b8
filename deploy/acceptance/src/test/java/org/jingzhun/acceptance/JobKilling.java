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
     * Kills the service once its job is where the condition says, and waits for the end that another process gives it.
     *
     * @return the ended job
     */
    JsonNode killWhen(Predicate<JsonNode> middle, SuiteService service, Token token, String job)
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
        Instant killed = Instant.now();
        JsonNode ended = api.awaitJob(service, token, job);
        assertThat(Instant.parse(ended.path("finishedAt").asText())).isAfter(killed);
        return ended;
    }
}
