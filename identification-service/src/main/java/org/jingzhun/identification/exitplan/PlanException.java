package org.jingzhun.identification.exitplan;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class PlanException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PlanRefusal refusal;

    PlanException(PlanRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public PlanRefusal refusal() {
        return refusal;
    }
}
