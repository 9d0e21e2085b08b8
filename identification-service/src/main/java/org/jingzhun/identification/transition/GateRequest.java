package org.jingzhun.identification.transition;

import java.util.List;
import org.jingzhun.identification.campaign.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * The wish to open a gate.
 *
 * @param signers who signed on paper, 1 or more
 * @param evidence found on the way; added to the proposal's
 */
public record GateRequest(
        Gate gate,
        @Nullable String remark,
        List<String> signers,
        List<String> evidence,
        @Nullable Minutes minutes,
        @Nullable String documentNumber) {

    public GateRequest {
        signers = List.copyOf(signers);
        evidence = List.copyOf(evidence);
    }
}
