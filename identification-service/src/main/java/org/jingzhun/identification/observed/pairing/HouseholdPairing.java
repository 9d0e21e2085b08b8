package org.jingzhun.identification.observed.pairing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who helps a household, as pairing-service tells it.
 *
 * @param villageCode 12 digits
 * @param until last day; null while it stands
 * @param state ACTIVE or CLOSED
 * @param revision grows with each change of the household's helper
 */
record HouseholdPairing(
        UUID pairingId,
        UUID householdId,
        String villageCode,
        UUID helperId,
        String helperName,
        String helperUnit,
        @Nullable String helperPost,
        LocalDate since,
        @Nullable LocalDate until,
        String state,
        long revision) {}
