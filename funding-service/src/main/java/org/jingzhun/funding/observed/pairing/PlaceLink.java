package org.jingzhun.funding.observed.pairing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What funding reads of an event about a link to a place (挂钩联系): of first secretaries all, of others that they are none.
 *
 * @param division 12 digits
 * @param until last day; null while it stands
 * @param state STANDING, HANDED_OVER or ENDED
 */
record PlaceLink(
        UUID linkId,
        String kind,
        String division,
        LocalDate since,
        @Nullable LocalDate until,
        String state,
        long revision) {

    PlaceLink {
        Objects.requireNonNull(linkId, "linkId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(division, "division");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(state, "state");
    }

    boolean isFirstSecretary() {
        return kind.equals("FIRST_SECRETARY");
    }

    boolean isHandedOver() {
        return state.equals("HANDED_OVER");
    }
}
