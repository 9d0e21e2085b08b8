package org.jingzhun.identification.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a household without the personal data in it.
 *
 * @param villageCode 12 digits
 * @param on when it happened
 * @param otherHousehold of a split the new household, of a merger the one that comes
 * @param endedBy who applied or rejected it
 */
public record ChangeRow(
        UUID id,
        UUID householdId,
        String villageCode,
        Kind kind,
        Stage stage,
        LocalDate on,
        String reason,
        List<String> evidence,
        @Nullable UUID otherHousehold,
        String requestedBy,
        Instant requestedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String remark,
        long revision) {

    public ChangeRow {
        evidence = List.copyOf(evidence);
    }
}
