package org.jingzhun.identification.adjustment;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class AdjustmentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AdjustmentRefusal refusal;

    AdjustmentException(AdjustmentRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public AdjustmentRefusal refusal() {
        return refusal;
    }
}
