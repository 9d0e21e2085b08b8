package org.jingzhun.identification.screening;

import java.io.Serial;
import java.util.UUID;

/** A flag that needs no resolution, or has one: what was found stands, a later finding is a new record. */
public final class FlagNotOpen extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final FlagState state;

    FlagNotOpen(UUID id, FlagState state) {
        super("flag %s is %s but must be OPEN to be resolved".formatted(id, state), null, false, false);
        this.state = state;
    }

    public FlagState state() {
        return state;
    }
}
