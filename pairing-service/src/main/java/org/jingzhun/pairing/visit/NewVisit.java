package org.jingzhun.pairing.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it arrives.
 *
 * @param id chosen by the client
 * @param writtenAt when, by the phone's clock; null when the phone does not say
 * @param clock of the phone; null when it does not say
 */
public record NewVisit(
        UUID id,
        VisitFacts facts,
        @Nullable Instant writtenAt,
        @Nullable PhoneClock clock) {

    public static NewVisit of(UUID id, VisitFacts facts) {
        return new NewVisit(id, facts, null, null);
    }

    /** The day of the visit by the server's clock. */
    LocalDate judgedDay() {
        return writtenAt == null || clock == null ? facts.visitedOn() : clock.judged(facts.visitedOn(), writtenAt);
    }
}
