package org.jingzhun.funding.observed.pairing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What funding reads of an event about the helper of a household (结对帮扶).
 *
 * @param villageCode 12 digits
 * @param until last day; null while it stands
 * @param revision grows with each change of the household's helper
 */
record HouseholdPairing(
        UUID householdId,
        String villageCode,
        String helperName,
        String helperUnit,
        @Nullable String helperPost,
        LocalDate since,
        @Nullable LocalDate until,
        long revision) {

    HouseholdPairing {
        Objects.requireNonNull(householdId, "householdId");
        Objects.requireNonNull(villageCode, "villageCode");
    }
}
