package org.jingzhun.pairing.problem;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Level;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.ProblemChanged;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong somewhere, until somebody agrees that it does not any more (问题).
 *
 * @param householdId whom it concerns; null when it is the division
 * @param sourceId the inspection that found it
 * @param level whose leading group has it on its table: COUNTY, CITY or REGION
 * @param ruleVersion of the policy {@code problem-days} that set the deadline
 * @param deadline last day of this level's week
 * @param escalations how often it went up
 */
public record Problem(
        UUID id,
        long division,
        @Nullable UUID householdId,
        String title,
        String details,
        Source source,
        @Nullable UUID sourceId,
        Level level,
        ProblemState state,
        String ruleVersion,
        LocalDate raisedOn,
        LocalDate deadline,
        int escalations,
        @Nullable LocalDate endedOn,
        long revision) {

    /** How it became known. */
    public enum Source {
        /** From below: a helper, an officer (基层反映). */
        REPORTED,
        /** An inspection found it (督查发现). */
        INSPECTION
    }

    /** Whether both say the same, wherever they stand. */
    boolean says(Problem other) {
        return division == other.division
                && Objects.equals(householdId, other.householdId)
                && title.equals(other.title)
                && details.equals(other.details)
                && source == other.source
                && Objects.equals(sourceId, other.sourceId);
    }

    ProblemChanged told(Announcement.Type type) {
        return new ProblemChanged(
                type,
                id,
                Divisions.text(division),
                householdId,
                source.name(),
                level.name(),
                state.name(),
                raisedOn,
                deadline,
                escalations,
                endedOn,
                revision);
    }
}
