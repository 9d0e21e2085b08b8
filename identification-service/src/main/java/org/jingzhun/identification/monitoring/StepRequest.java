package org.jingzhun.identification.monitoring;

import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.campaign.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * The wish to take a step; beside the step and its signers each needs what its {@link Need}s say.
 *
 * @param signers who signed on paper, 1 or more
 * @param evidence references of photos and documents
 */
public record StepRequest(
        Step step,
        @Nullable String remark,
        List<String> signers,
        List<String> evidence,
        @Nullable Minutes minutes,
        @Nullable String documentNumber,
        @Nullable Findings findings,
        @Nullable NewMeasure measure,
        @Nullable UUID measureId,
        @Nullable Clearance clearance) {

    public StepRequest {
        signers = List.copyOf(signers);
        evidence = List.copyOf(evidence);
    }
}
