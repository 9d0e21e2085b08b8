package org.jingzhun.identification.change;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class ChangeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ChangeRefusal refusal;

    ChangeException(ChangeRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public ChangeRefusal refusal() {
        return refusal;
    }
}
