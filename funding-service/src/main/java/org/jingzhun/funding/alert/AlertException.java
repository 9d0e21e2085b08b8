package org.jingzhun.funding.alert;

/** Something about an alert was refused. */
public final class AlertException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AlertRefusal refusal;

    AlertException(AlertRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public AlertRefusal refusal() {
        return refusal;
    }
}
