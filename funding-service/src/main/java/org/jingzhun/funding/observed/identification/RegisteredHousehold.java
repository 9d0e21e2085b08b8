package org.jingzhun.funding.observed.identification;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What funding reads of an event about a registered household (建档立卡户).
 *
 * @param villageCode 12 digits
 * @param labourers members who can work; absent from events of old
 * @param status POOR, EXITED, RETURNED or REMOVED; POOR and RETURNED count as poor
 * @param exitedOn only in the event of an exit
 */
record RegisteredHousehold(
        UUID householdId,
        String villageCode,
        int persons,
        @Nullable Integer labourers,
        String status,
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
