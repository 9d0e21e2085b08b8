package org.jingzhun.identification.screening.coverage;

import org.jspecify.annotations.Nullable;

/**
 * What a policy demands of a department's data.
 *
 * @param warnAgeDays older data are warned of
 * @param refuseAgeDays older data are refused; null when they never are
 * @param warnCoveragePercent of the county's persons; covering less is warned of
 * @param refuseCoveragePercent covering less is refused; null when it never is
 */
public record Limits(
        int warnAgeDays,
        @Nullable Integer refuseAgeDays,
        int warnCoveragePercent,
        @Nullable Integer refuseCoveragePercent) {}
