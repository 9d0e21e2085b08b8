package org.jingzhun.funding.riskpool;

/** Something about a risk pool was refused. */
public final class PoolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PoolRefusal refusal;

    PoolException(PoolRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public PoolRefusal refusal() {
        return refusal;
    }
}
