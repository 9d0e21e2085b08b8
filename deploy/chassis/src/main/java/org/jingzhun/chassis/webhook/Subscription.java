package org.jingzhun.chassis.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which events go where.
 *
 * @param owner subject of the token that made it
 * @param area of the events, inside that of the owner
 * @param types of the events
 * @param generation of the secret: grows with each rotation
 * @param previousUntil until when the generation before signs, too
 * @param deliveredTo position up to which all events are delivered, or kept to be tried again
 * @param failingSince since when the receiver has taken nothing
 */
record Subscription(
        UUID id,
        String owner,
        String ownerName,
        Area area,
        String url,
        Set<String> types,
        String description,
        State state,
        int generation,
        @Nullable Instant previousUntil,
        long revision,
        long deliveredTo,
        @Nullable Instant failingSince,
        Instant createdAt) {

    /** Whether it is delivered to. */
    enum State {
        ACTIVE,

        /** By its owner. */
        PAUSED,

        /** By the service, because the receiver took nothing for three days or answered 410. */
        SUSPENDED
    }

    Subscription {
        types = Set.copyOf(types);
    }

    boolean wants(LoggedEvent event) {
        return area.covers(event.division()) && types.contains(event.type());
    }

    /** As whom its events are read: row-level security shows no event of another area. */
    Caller reader() {
        return new Caller("webhook:" + id, ownerName, Set.of("internal"), area, null);
    }
}
