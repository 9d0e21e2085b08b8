package org.jingzhun.pairing.observed.identification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What pairing reads of an event about a registered household (建档立卡户).
 *
 * @param villageCode 12 digits
 * @param status POOR, EXITED, RETURNED or REMOVED
 * @param mainCause a code of the list of causes; codes that are unknown here count as OTHER in a plan
 * @param exitYear of the exit; in the event of an exit alone
 * @param exitedOn day of its announcement; in the event of an exit alone
 */
record RegisteredHousehold(
        UUID householdId,
        String villageCode,
        @Nullable String hamlet,
        @Nullable String householder,
        int persons,
        String status,
        @Nullable String mainCause,
        @Nullable List<String> otherCauses,
        @Nullable String ethnicity,
        @Nullable Integer exitYear,
        @Nullable LocalDate exitedOn,
        long revision)
        implements RegisterEvent {

    RegisteredHousehold {
        Objects.requireNonNull(householdId, "householdId");
        Objects.requireNonNull(status, "status");
        RecordedDivision.requireCode(villageCode);
    }

    @Override
    public UUID key() {
        return householdId;
    }
}
