package org.jingzhun.funding.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.Job;
import org.jingzhun.chassis.job.JobState;
import org.jingzhun.chassis.job.Jobs;

/** Waits for what the service orders by itself, which no office of a county sees. */
public final class Nightly {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Nightly() {}

    /**
     * Waits until a job has succeeded.
     *
     * @param activity in whose name the service ordered it
     */
    public static void succeeds(Jobs jobs, String activity, UUID id) {
        var ended = await().atMost(SOON).until(() -> find(jobs, activity, id), job -> job.finishedAt() != null);
        assertThat(ended.state()).as(String.valueOf(ended.problem())).isEqualTo(JobState.SUCCEEDED);
    }

    private static Job find(Jobs jobs, String activity, UUID id) {
        return CallerScope.call(Caller.system(activity), () -> jobs.find(id).orElseThrow());
    }
}
