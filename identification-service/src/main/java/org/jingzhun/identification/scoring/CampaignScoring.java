package org.jingzhun.identification.scoring;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A scoring of all visits of a campaign.
 *
 * @param number 1 for the one by which visits came in, then 2 and so on as they were ordered
 */
@Schema(name = "CampaignScoring")
public record CampaignScoring(
        UUID id,
        UUID campaignId,
        int number,
        String scorecard,

        @Schema(description = "The scoring that was in force before; absent of the first and until it is in force.")
        @Nullable
        UUID former,

        @Nullable String reason,
        @Nullable String documentNumber,
        @Nullable String orderedBy,
        @Nullable Instant orderedAt,
        @Nullable Integer visits,

        @Schema(description = "Visits that got another score than by the former.") @Nullable
        Integer changed,

        @Schema(description = "Absent while its job runs, or when it was refused.") @Nullable
        Instant inForceSince,

        @Schema(description = "Whether its scores are those that count now.")
        boolean inForce) {}
