package org.jingzhun.pairing.inspection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A village on a team's way (督查点).
 *
 * @param team from 1
 * @param report what is told to the leaders; null until then
 */
public record Inspection(
        UUID id,
        UUID roundId,
        int team,
        LocalDate inspectedOn,
        long villageCode,
        InspectionState state,
        @Nullable String report,
        long revision) {

    /**
     * What a team found (督查发现).
     *
     * @param good worth the red list; else a problem is raised
     * @param problemId the problem that was raised
     */
    public record Finding(
            boolean good,
            String title,
            String details,
            @Nullable UUID householdId,
            @Nullable UUID problemId) {}
}
