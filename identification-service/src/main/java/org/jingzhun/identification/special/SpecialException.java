package org.jingzhun.identification.special;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class SpecialException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SpecialRefusal refusal;

    SpecialException(SpecialRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public SpecialRefusal refusal() {
        return refusal;
    }
}
