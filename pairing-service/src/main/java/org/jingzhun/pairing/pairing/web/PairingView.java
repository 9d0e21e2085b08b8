package org.jingzhun.pairing.pairing.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.pairing.Pairing;
import org.jingzhun.pairing.pairing.PairingState;
import org.jingzhun.pairing.pairing.PairingStep;
import org.jspecify.annotations.Nullable;

/** A pairing as its readers see it. */
@Schema(name = "Pairing")
public record PairingView(
        UUID id,
        UUID householdId,
        @Schema(description = "12 digits.") String villageCode,
        UUID helperId,
        String helperName,
        String helperUnit,
        String helperPost,

        @Schema(description = "The plan that it came from; absent for a transfer.") @Nullable
        UUID planId,

        LocalDate since,

        @Schema(description = "Last day; absent while it stands.") @Nullable
        LocalDate until,

        PairingState state,
        @Nullable PairingStep endedBy,
        @Schema(description = "Why it ended.") @Nullable String reason,
        long revision) {

    static PairingView of(Pairing pairing) {
        return new PairingView(
                pairing.id(),
                pairing.householdId(),
                String.valueOf(pairing.villageCode()),
                pairing.helper().id(),
                pairing.helper().name(),
                pairing.helper().unit().name(),
                pairing.helper().post(),
                pairing.planId(),
                pairing.since(),
                pairing.until(),
                pairing.state(),
                pairing.endedBy(),
                pairing.reason(),
                pairing.revision());
    }
}
