package org.jingzhun.identification.exit;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class ExitException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ExitRefusal refusal;

    ExitException(ExitRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public ExitRefusal refusal() {
        return refusal;
    }
}
