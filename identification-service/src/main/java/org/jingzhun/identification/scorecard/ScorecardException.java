package org.jingzhun.identification.scorecard;

import java.io.Serial;

/** Carries the refusal out of the transaction. */
public final class ScorecardException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ScorecardRefusal refusal;

    ScorecardException(ScorecardRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public ScorecardRefusal refusal() {
        return refusal;
    }
}
