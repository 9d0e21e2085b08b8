package org.jingzhun.identification.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household that may be found poor, and how it stands.
 *
 * @param score what counts: of the last visit, as the last appraisal changed it
 * @param assessed what the last visit scored
 * @param changedBecause the reason of the last appraisal that changed it; null when none did
 * @param rank in the county, as counted when the line was fixed; null before that and for vetoed households
 * @param vetoes codes of the vetoes that were confirmed
 */
public record Candidature(
        UUID householdId,
        String villageCode,
        String hamlet,
        String householder,
        int persons,
        int score,
        int assessed,
        @Nullable String changedBecause,
        @Nullable Integer rank,
        String mainCause,
        Decision decision,
        List<String> vetoes) {

    /** How it stands, with the reason. */
    public enum Decision {
        /** The line is not fixed yet. */
        PENDING,
        /** A match with departments' data waits for a second check. */
        UNDER_CHECK,
        /** A veto was confirmed. */
        VETOED,
        /** The score is within the line. */
        WITHIN,
        /** The score is beyond the line. */
        BEYOND
    }
}
