package org.jingzhun.identification.adjustment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household of a sample with what was found and what became of it.
 *
 * @param hamlet as it was when it was drawn, as are householder, persons and standing
 * @param finding null before the check
 * @param facts what was found
 * @param checkers who looked
 * @param linkedId of the transition, change or flag; of a household that comes onto the register its own
 * @param refuted why the finding does not stand; null when it does
 */
public record SampledHousehold(
        UUID householdId,
        long villageCode,
        String stratum,
        int position,
        String hamlet,
        String householder,
        int persons,
        Standing standing,
        @Nullable Finding finding,
        @Nullable String facts,
        List<String> evidence,
        List<String> checkers,
        @Nullable LocalDate checkedOn,
        @Nullable String recordedBy,
        @Nullable String recordedName,
        @Nullable Instant recordedAt,
        @Nullable Link link,
        @Nullable UUID linkedId,
        @Nullable String refuted,
        Correction correction,
        long revision) {

    public SampledHousehold {
        evidence = List.copyOf(evidence);
        checkers = List.copyOf(checkers);
    }
}
