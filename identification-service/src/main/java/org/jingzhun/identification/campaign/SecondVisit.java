package org.jingzhun.identification.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household that must be visited a second time, by other people than the first.
 *
 * @param reasons 1 or more
 * @param visitedOn day of the second visit; null while it is missing
 */
public record SecondVisit(
        UUID householdId,
        String villageCode,
        String hamlet,
        String householder,
        int persons,
        List<VisitReason> reasons,
        boolean made,
        @Nullable LocalDate visitedOn) {

    public SecondVisit {
        reasons = List.copyOf(reasons);
    }
}
