package org.jingzhun.funding.loan;

/** Something about a loan was refused. */
public final class LoanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LoanRefusal refusal;

    LoanException(LoanRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public LoanRefusal refusal() {
        return refusal;
    }
}
