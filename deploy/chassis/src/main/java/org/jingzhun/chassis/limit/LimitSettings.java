package org.jingzhun.chassis.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Limits for one caller in one process of a service. The defaults are chosen, not taken from a source: ten times what an
 * officer's screens or a telephone send, and less than would slow the others.
 */
@ConfigMapping(prefix = "jingzhun.limits")
public interface LimitSettings {

    /** Requests a second that the subject of a token may send for long. */
    @WithDefault("100")
    long requestsPerSecond();

    /** Requests that it may send at once after a pause. */
    @WithDefault("2000")
    long requestsAtOnce();

    /** Requests a second that an address may send for long without a valid token. */
    @WithDefault("20")
    long anonymousPerSecond();

    /** Requests that it may send at once after a pause. */
    @WithDefault("200")
    long anonymousAtOnce();
}
