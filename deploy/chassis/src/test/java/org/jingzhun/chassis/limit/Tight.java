package org.jingzhun.chassis.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits so tight that a test reaches them. */
public final class Tight implements QuarkusTestProfile {

    static final int AT_ONCE = 10;
    static final int ANONYMOUS_AT_ONCE = 5;
    static final int JOBS = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "jingzhun.limits.requests-per-second", "1",
                "jingzhun.limits.requests-at-once", Integer.toString(AT_ONCE),
                "jingzhun.limits.anonymous-per-second", "1",
                "jingzhun.limits.anonymous-at-once", Integer.toString(ANONYMOUS_AT_ONCE),
                "jingzhun.http.exports-at-once", "1",
                "jingzhun.jobs.unfinished-at-most", Integer.toString(JOBS),
                "jingzhun.http.body-grace", "1s");
    }
}
