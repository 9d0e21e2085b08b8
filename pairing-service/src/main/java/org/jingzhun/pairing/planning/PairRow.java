package org.jingzhun.pairing.planning;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/** A pair of a plan (方案结对), as lists show it; a row of the result, not a thing with rules. */
@Schema(name = "PlannedPair")
public record PairRow(
        UUID householdId,
        @Schema(description = "12 digits.") String villageCode,
        @Nullable String villageName,
        String hamlet,
        @Nullable String householder,
        Cause mainCause,
        boolean poor,
        UUID helperId,
        String helperName,
        String helperUnit,

        @Schema(description = "The helper that the household has now.") @Nullable
        UUID standingHelper,

        @Schema(description = "Which of the helper's households it is, from 1.")
        int place,

        @Schema(description = "Sum of the terms, in hundredths of a weight point.")
        long cost) {}
