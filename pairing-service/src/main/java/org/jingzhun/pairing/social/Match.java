package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So much of an offer for so much of a need (对接).
 *
 * @param campaignId of the offer; null when of none
 * @param amount yuan, pieces or places
 */
public record Match(
        UUID id,
        UUID needId,
        UUID offerId,
        long villageCode,
        int amount,
        @Nullable UUID campaignId,
        LocalDate matchedOn,
        MatchState state,
        long revision) {}
