package org.jingzhun.identification.screening;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class FlagRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient FlagRefusal refusal;

    FlagRefused(FlagRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public FlagRefusal refusal() {
        return refusal;
    }
}
