package org.jingzhun.identification.campaign;

import java.io.Serial;

/** Carries a refusal to whoever asked. */
public final class CampaignException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient CampaignRefusal refusal;

    CampaignException(CampaignRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public CampaignRefusal refusal() {
        return refusal;
    }
}
