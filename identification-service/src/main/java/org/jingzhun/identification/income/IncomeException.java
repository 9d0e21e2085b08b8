package org.jingzhun.identification.income;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class IncomeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient IncomeRefusal refusal;

    IncomeException(IncomeRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public IncomeRefusal refusal() {
        return refusal;
    }
}
