package org.jingzhun.chassis.job;

/** Ends a run from outside. Never catch it: the runner does, after the current transaction was rolled back. */
public final class JobInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    enum Reason {
        /** Somebody asked for it. */
        CANCELLED,
        /** This process stops; another one goes on. */
        STOPPING,
        /** The lease ran out and another process took over. */
        LEASE_LOST
    }

    private final Reason reason;

    JobInterrupted(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
