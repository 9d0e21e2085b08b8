package org.jingzhun.identification.monitoring;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class MonitoringException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MonitoringRefusal refusal;

    MonitoringException(MonitoringRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public MonitoringRefusal refusal() {
        return refusal;
    }
}
