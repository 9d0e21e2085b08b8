package org.jingzhun.pairing.social.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.social.HelpKind;
import org.jingzhun.pairing.social.Need;
import org.jspecify.annotations.Nullable;

/** A need as seen from outside. */
@Schema(name = "Need")
public record NeedView(
        UUID id,
        String villageCode,
        @Nullable UUID householdId,

        @Schema(description = "Campaign of which it is part; absent when of none.") @Nullable
        UUID campaignId,

        HelpKind kind,

        @Schema(description = "Yuan for MONEY, else pieces or places.")
        int amount,

        @Schema(description = "Number of these that is not matched yet.")
        int open,

        String title,
        LocalDate neededBy,
        boolean withdrawn,
        long revision) {

    static NeedView of(Need need) {
        return new NeedView(
                need.id(),
                Long.toString(need.villageCode()),
                need.householdId(),
                need.campaignId(),
                need.kind(),
                need.amount(),
                need.open(),
                need.title(),
                need.neededBy(),
                need.withdrawn(),
                need.revision());
    }
}
