package org.jingzhun.chassis.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that failed, or that waits because an event before it, of the same household or key, did.
 *
 * @param attempts that failed
 * @param failedAt when the first of them did
 * @param nextAt when to try next
 * @param status of the last answer
 * @param error what happened last, without anything that the receiver wrote
 */
record Waiting(
        long position,
        UUID eventId,
        String type,
        String key,
        String orderKey,
        State state,
        int attempts,
        @Nullable Instant failedAt,
        Instant nextAt,
        @Nullable Integer status,
        @Nullable String error) {

    /** What becomes of it. */
    enum State {
        /** To be tried again. */
        WAITING,

        /** Given up: only a replay sends it. */
        DEAD
    }

    static Waiting behind(LoggedEvent event, Instant now) {
        return new Waiting(
                event.position(),
                event.id(),
                event.type(),
                event.key(),
                event.orderKey(),
                State.WAITING,
                0,
                null,
                now,
                null,
                null);
    }

    /** @param mayBeGivenUp false while it is the receiver that fails, whatever the event */
    Waiting failed(Sender.Answer answer, Instant now, boolean mayBeGivenUp) {
        Instant first = failedAt == null ? now : failedAt;
        State next = mayBeGivenUp && BackOff.isOver(first, now) ? State.DEAD : State.WAITING;
        return new Waiting(
                position,
                eventId,
                type,
                key,
                orderKey,
                next,
                attempts + 1,
                first,
                now.plus(BackOff.pause(attempts + 1)),
                answer.status(),
                answer.error());
    }

    /** The event is not there any more, or not in the subscription's area. */
    Waiting lost(Instant now) {
        return new Waiting(
                position,
                eventId,
                type,
                key,
                orderKey,
                State.DEAD,
                attempts + 1,
                failedAt == null ? now : failedAt,
                now,
                null,
                "the event is not available any more");
    }

    Waiting dueAt(Instant now) {
        return new Waiting(position, eventId, type, key, orderKey, state, attempts, failedAt, now, status, error);
    }
}
