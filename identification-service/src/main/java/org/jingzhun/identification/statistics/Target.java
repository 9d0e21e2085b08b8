package org.jingzhun.identification.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a division is to reach in a year (年度减贫任务). A plan counts gross exits and leaves aside who falls back.
 *
 * @param division its lowest code
 * @param exitHouseholds null when the plan does not say
 * @param exitVillages poor villages that are to exit; null when the plan does not say
 * @param source the document that sets it
 */
public record Target(
        long division,
        int year,
        @Nullable Integer exitHouseholds,
        int exitPersons,
        @Nullable Integer exitVillages,
        String source,
        String setBy,
        Instant setAt,
        long revision) {}
