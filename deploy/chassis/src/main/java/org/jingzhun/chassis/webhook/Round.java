package org.jingzhun.chassis.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What became of the deliveries that a courier made together; told by several threads. */
final class Round {

    private final List<Waiting> done = new ArrayList<>();
    private final List<Waiting> kept = new ArrayList<>();
    private final AtomicBoolean recovered = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();

    /** A delivery that had waited was taken. */
    synchronized void taken(Waiting row) {
        done.add(row);
    }

    /** A delivery failed, or waits behind one that did. */
    synchronized void keep(Waiting row) {
        kept.add(row);
    }

    void recovered() {
        recovered.set(true);
    }

    void gone() {
        gone.set(true);
    }

    synchronized List<Waiting> done() {
        return List.copyOf(done);
    }

    synchronized List<Waiting> kept() {
        return List.copyOf(kept);
    }

    /** The receiver had been broken, and is not any more. */
    boolean isRecovered() {
        return recovered.get();
    }

    /** The receiver wants nothing any more. */
    boolean isGone() {
        return gone.get();
    }
}
