package org.jingzhun.identification.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household in a list.
 *
 * @param id UUIDv7
 * @param villageCode 12 digits
 * @param status as in the register; null when never registered
 * @param mainCause as in the register; null when never registered
 */
public record HouseholdRow(
        UUID id,
        String villageCode,
        String hamlet,
        String address,
        String householder,
        int persons,
        int labourers,
        @Nullable String status,
        @Nullable String mainCause,
        long revision) {}
