package org.jingzhun.chassis.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How jobs are run. */
@ConfigMapping(prefix = "jingzhun.jobs")
public interface JobSettings {

    /** Jobs that this process runs at a time; 0: this process only takes orders. */
    @WithDefault("2")
    int workers();

    /** How long a process may be silent before another one takes its jobs over. */
    @WithDefault("15s")
    Duration lease();

    /** How often to look for work that another process queued. */
    @WithDefault("1s")
    Duration poll();

    /** Runs without any progress after which a job has failed. */
    @WithDefault("4")
    int attempts();

    /** Pause after a failed run; doubles with each. */
    @WithDefault("2s")
    Duration pause();

    /** Jobs of one caller that are not finished; more are refused. Chosen, not taken from a source. */
    @WithDefault("20")
    int unfinishedAtMost();

    /** Who sees the jobs of others within its area. */
    @WithDefault("auditor,supervisor,township-officer,county-officer,city-officer,region-officer")
    Set<String> readers();

    /** Who cancels the jobs of others within its area. */
    @WithDefault("township-officer,county-officer,city-officer,region-officer")
    Set<String> cancellers();
}
