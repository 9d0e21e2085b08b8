package org.jingzhun.chassis.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver does. After ten failures in a row it is taken for broken: nothing new is sent, and one attempt at a
 * time shows whether it is back.
 */
final class Health {

    private static final int BROKEN_AFTER = 10;

    /** More than a single event that is refused for three days comes to. */
    private static final int HOPELESS_AFTER = 20;

    private int failuresInARow;
    private @Nullable Instant failingSince;
    private Instant probeAt = Instant.MIN;

    Health(@Nullable Instant failingSince, long failures) {
        this.failingSince = failingSince;
        this.failuresInARow = failingSince == null ? 0 : (int) Math.min(failures, BROKEN_AFTER);
    }

    synchronized boolean isBroken() {
        return failuresInARow >= BROKEN_AFTER;
    }

    /** @return whether it was broken until now */
    synchronized boolean succeeded() {
        boolean back = isBroken();
        failuresInARow = 0;
        failingSince = null;
        return back;
    }

    synchronized void failed(Instant now) {
        failuresInARow++;
        if (failingSince == null) {
            failingSince = now;
        }
        if (isBroken()) {
            probeAt = now.plus(BackOff.probe(failuresInARow - BROKEN_AFTER));
        }
    }

    synchronized @Nullable Instant failingSince() {
        return failingSince;
    }

    /** Nothing was taken for three days. */
    synchronized boolean isHopeless(Instant now) {
        return failingSince != null && failuresInARow >= HOPELESS_AFTER && BackOff.isOver(failingSince, now);
    }

    /** Whether to try again whether it is back. */
    synchronized boolean isProbeDue(Instant now) {
        return isBroken() && !now.isBefore(probeAt);
    }

    /** Every other attempt is at something new: what waits may be what is refused. */
    synchronized boolean isProbeNew() {
        return failuresInARow % 2 == 1;
    }
}
