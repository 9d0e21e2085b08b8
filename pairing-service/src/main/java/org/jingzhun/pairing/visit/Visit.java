package org.jingzhun.pairing.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a helper to a household (走访记录). A fact of its own that never changes: what was wrong is corrected by
 * another visit that points to it.
 *
 * @param facts as they were sent
 * @param villageCode 12 digits
 * @param visitedOn by the server's clock
 * @param recordedAt when the server had it
 * @param writtenAt when, by the phone's clock; null when the phone did not say
 * @param clockOffsetSeconds the server's clock less the phone's when it arrived; null likewise
 * @param correctedBy the visit that stands in its place; null for none
 * @param home where the household's first located visit at home was; null for nowhere yet
 */
public record Visit(
        UUID id,
        VisitFacts facts,
        long villageCode,
        String helperName,
        UUID pairingId,
        LocalDate visitedOn,
        Instant recordedAt,
        @Nullable Instant writtenAt,
        @Nullable Long clockOffsetSeconds,
        @Nullable UUID correctedBy,
        @Nullable Location home) {

    /** Metres from the household's home; null for a visit elsewhere, or when either place is not known. */
    public @Nullable Integer metresFromHome() {
        Location here = facts.location();
        return facts.place() != null || here == null || home == null ? null : here.metresTo(home);
    }
}
