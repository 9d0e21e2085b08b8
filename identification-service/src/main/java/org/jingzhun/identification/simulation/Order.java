package org.jingzhun.identification.simulation;

import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated.
 *
 * @param version the scorecard that is tried; may be a draft
 * @param baseline the scorecard that it is compared with
 * @param line the score that is tried; null to draw it from the quota
 * @param quota persons that may be found poor in the whole division; null with a line
 * @param baselineLine of the baseline; null for the same line
 * @param baselineQuota of the baseline; null for the same quota
 */
public record Order(
        String version,
        String baseline,
        Area division,
        @Nullable Integer line,
        @Nullable Long quota,
        @Nullable Integer baselineLine,
        @Nullable Long baselineQuota) {}
