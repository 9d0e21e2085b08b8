package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.UUID;

/**
 * So much of an offer for so much of a need (对接).
 *
 * @param amount yuan, pieces or places
 */
public record Match(
        UUID id,
        UUID needId,
        UUID offerId,
        long villageCode,
        int amount,
        LocalDate matchedOn,
        MatchState state,
        long revision) {}
