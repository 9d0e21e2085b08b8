package org.jingzhun.funding.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** What is told over Kafka, or done by a job, is there soon: looked for at once, and then often. */
public final class Soon {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private Soon() {}

    public static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(OFTEN);
    }
}
