package org.jingzhun.identification.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household in the ranking of its county.
 *
 * @param rank 1 for the poorest; equal scores have equal ranks; null when vetoed
 * @param cumulativePersons of this household and all before it that are not vetoed; null when vetoed
 * @param within whether it is within the line; null until the line is fixed
 */
public record RankedHousehold(
        @Nullable Long rank,
        UUID householdId,
        String villageCode,
        String householder,
        int score,
        int persons,
        @Nullable Long cumulativePersons,
        boolean vetoed,
        @Nullable Boolean within) {}
