package org.jingzhun.identification.transition;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class TransitionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient TransitionRefusal refusal;

    TransitionException(TransitionRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public TransitionRefusal refusal() {
        return refusal;
    }
}
