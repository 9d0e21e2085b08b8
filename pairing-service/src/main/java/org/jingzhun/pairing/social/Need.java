package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a village or household lacks (求助信息); never with a name.
 *
 * @param householdId whose it is; null when it is the village's
 * @param campaignId of which it is part; null when of none
 * @param amount yuan, pieces or places
 * @param open of these, not matched yet
 */
public record Need(
        UUID id,
        long villageCode,
        @Nullable UUID householdId,
        @Nullable UUID campaignId,
        HelpKind kind,
        int amount,
        int open,
        String title,
        LocalDate neededBy,
        boolean withdrawn,
        long revision) {

    /** Whether both say the same, wherever they stand. */
    boolean says(Need other) {
        return villageCode == other.villageCode
                && Objects.equals(householdId, other.householdId)
                && Objects.equals(campaignId, other.campaignId)
                && kind == other.kind
                && amount == other.amount
                && title.equals(other.title)
                && neededBy.equals(other.neededBy);
    }
}
