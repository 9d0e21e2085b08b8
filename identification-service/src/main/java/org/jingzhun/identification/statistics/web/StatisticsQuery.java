package org.jingzhun.identification.statistics.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/**
 * What statistics are asked for.
 *
 * @param division 2 to 12 digits; null for all of the caller's area
 * @param year null for this year
 * @param by one row for each division of this level; null for one row of the whole
 */
public record StatisticsQuery(
        @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable
        String division,

        @QueryParam("year") @Min(2013) @Max(2100) @Nullable Integer year,
        @QueryParam("by") @Nullable Level by) {

    static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";
}
