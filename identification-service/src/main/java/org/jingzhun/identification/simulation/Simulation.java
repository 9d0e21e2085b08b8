package org.jingzhun.identification.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as it was ordered. Of line and quota there is one, of those of the baseline as well.
 *
 * @param id also of its job
 * @param versionSha256 digest of the scorecard as it was then
 * @param result JSON; null until it has run
 */
public record Simulation(
        UUID id,
        Area division,
        String version,
        String versionSha256,
        String baseline,
        String baselineSha256,
        @Nullable Integer line,
        @Nullable Long quota,
        @Nullable Integer baselineLine,
        @Nullable Long baselineQuota,
        String orderedBy,
        Instant orderedAt,
        @Nullable String result) {}
