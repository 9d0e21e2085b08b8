package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it stands (问题).
 *
 * @param division where, 12 digits
 * @param householdId whom it concerns; null when it is the division
 * @param source REPORTED or INSPECTION
 * @param level whose leading group has it: COUNTY, CITY or REGION
 * @param state OPEN, RESOLVED or CLOSED
 * @param deadline last day of this level's week
 * @param endedOn null while it is not closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemChanged(
        @JsonIgnore Type type,
        UUID problemId,
        String division,
        @Nullable UUID householdId,
        String source,
        String level,
        String state,
        LocalDate raisedOn,
        LocalDate deadline,
        int escalations,
        @Nullable LocalDate endedOn,
        long revision)
        implements Announcement {

    @Override
    public UUID key() {
        return problemId;
    }
}
