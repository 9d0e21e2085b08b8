package org.jingzhun.identification.simulation;

import java.io.Serial;

/** Why nothing is simulated. */
public final class SimulationRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SimulationRefusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** The closed list of reasons. */
    public enum Reason {
        /** The division reaches beyond the caller's area. */
        NOT_THE_WHOLE_DIVISION,
        /** Neither line nor quota, or both. */
        LINE_OR_QUOTA,
        /** The two cards count in opposite directions, so that one line cannot be that of both. */
        BASELINE_LINE_MISSING,
        /** No campaign of the division has answers. */
        NOTHING_ANSWERED,
        /** No such scorecard. */
        UNKNOWN_SCORECARD,
        UNKNOWN_BASELINE
    }

    public Reason reason() {
        return reason;
    }
}
